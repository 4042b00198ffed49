import { afterAll, describe, expect, it } from 'vitest';
import { xmpSafe } from '../../electron/pdf/draw.ts';
import { paginate, type PageItem } from '../../electron/pdf/pages.ts';
import { createPdfRenderer, pdfWorkerUrl, PreviewCancelled } from '../../electron/pdf/render.ts';
import { buildHandout } from '../../shared/handouts/build.ts';
import { PAPERS } from '../../shared/schemas/clinic.ts';
import { CLINIC, EMERGENCIES, input, PATIENT } from './fixtures.ts';
import { inspectSheet } from './inspect-sheet.ts';
import { draw, FONTS_DIR, readPdf, sha256 } from './read-pdf.ts';

const desk = new URL('../../electron/desk.ts', import.meta.url);
const renderer = createPdfRenderer({ fontsDir: FONTS_DIR, workerUrl: pdfWorkerUrl(desk.href) });
afterAll(() => renderer.close());

/** Longer than the line of the header in either size, on either paper. */
const LONG_NAME = {
  givenNames: 'Maximiliane Wilhelmina Konstanze Philippa Alexandrina',
  familyName: 'von Hohenberg-Sigmaringen-Wolfenbüttel und zu Lauterbach-Weißenfels',
};
const PRINTS = PAPERS.flatMap((paper) => [false, true].map((largePrint) => [paper, largePrint] as const));

const OPTIONS = { paper: 'A4', largePrint: false } as const;

describe('the PDF renderer', () => {
  it('gives the same bytes from its worker as in this thread, warm or not', async () => {
    const given = input();
    const document = buildHandout(given);
    const cold = await renderer.render(document, OPTIONS);
    await renderer.warmUp();
    const warm = await renderer.render(document, OPTIONS);
    const here = await draw(given);
    expect(sha256(cold.pdf)).toBe(sha256(here.pdf));
    expect(sha256(warm.pdf)).toBe(sha256(here.pdf));
    expect(cold).toMatchObject({ pageCount: 2, missingGlyphs: [], printedName: 'Łukasz Ćwikłaszewski', problems: [] });
  });

  it('keeps the answers of sheets asked for at once apart', async () => {
    const names = ['Anna', 'Beata', 'Celina', 'Dorota'];
    const documents = names.map((givenNames) => buildHandout(input({ patient: { ...PATIENT, givenNames } })));
    const rendered = await Promise.all(documents.map((document) => renderer.render(document, OPTIONS)));
    expect(rendered.map((one) => one.printedName)).toEqual(names.map((name) => `${name} ${PATIENT.familyName}`));
  });

  it.each(PRINTS)('wraps a name longer than the line of the header and cuts nothing: %s, large print %s', async (paper, largePrint) => {
    const given = input({ patient: { ...PATIENT, ...LONG_NAME }, options: { kind: 'plan', paper, largePrint } });
    const { pdf, faults } = await inspectSheet(given);
    expect(faults).toEqual([]);
    for (const page of await readPdf(pdf)) {
      const words = page.boxes.map((box) => box.text).join(' ');
      for (const word of `${LONG_NAME.givenNames} ${LONG_NAME.familyName}`.split(/[ -]/u)) expect(words).toContain(word);
    }
  });

  it.each(PRINTS)(
    'prints the longest names beside a logo, an emergency on one page in normal print: %s, large print %s',
    async (paper, largePrint) => {
      const clinic = {
        ...CLINIC,
        name: 'Northfield and Tynemouth Centre for Physiotherapy, Sport and Spinal Medicine',
        emergencyDepartment: 'the emergency department',
        logo: { logoId: '0197a000-0000-7000-8000-000000000009', widthPx: 240, heightPx: 120, sha256: '0'.repeat(64) },
      };
      for (const preferredLanguage of ['en', 'es']) {
        const patient = { ...PATIENT, ...LONG_NAME, preferredLanguage };
        const shared = { clinic, patient, reviewedLanguages: ['es'], options: { kind: 'plan' as const, paper, largePrint } };
        expect((await inspectSheet(input(shared))).faults).toEqual([]);
        const emergency = await inspectSheet(input({ ...shared, assessment: EMERGENCIES.ED }));
        expect(emergency.faults).toEqual([]);
        if (!largePrint) expect(emergency.pageCount).toBe(1);
      }
    },
  );

  it('gives the same bytes in another time zone', async () => {
    const zone = process.env['TZ'];
    const once = sha256((await draw(input())).pdf);
    try {
      process.env['TZ'] = 'Pacific/Kiritimati';
      expect(sha256((await draw(input())).pdf)).toBe(once);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('rejects without the patient’s words when a document is broken, and draws the next one', async () => {
    const document = buildHandout(input());
    const broken = { ...document, blocks: [{ type: 'title', secret: 'Ćwikłaszewski' }] } as unknown as typeof document;
    const error = await renderer.render(broken, OPTIONS).then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error).not.toBeNull();
    expect(String(error?.message)).not.toContain('Ćwikłaszewski');
    expect((await renderer.render(document, OPTIONS)).pageCount).toBe(2);
  });

  it('ends every preview that is called off, drawn or waiting, and goes on with what is to be kept', async () => {
    const own = createPdfRenderer({ fontsDir: FONTS_DIR, workerUrl: pdfWorkerUrl(desk.href) });
    try {
      await own.warmUp();
      const document = buildHandout(input());
      const settled: string[] = [];
      const previews = Array.from({ length: 20 }, (_, index) =>
        own.preview(document, OPTIONS).then(
          () => settled.push(`drawn ${index}`),
          (reason: unknown) => settled.push(reason instanceof PreviewCancelled ? 'cancelled' : 'failed'),
        ),
      );
      const kept = own.render(document, OPTIONS);
      own.cancelPreviews();
      await Promise.all(previews);
      expect(settled).toEqual(previews.map(() => 'cancelled'));
      expect(sha256((await kept).pdf)).toBe(sha256((await draw(input())).pdf));
      expect(sha256((await own.preview(document, OPTIONS)).pdf)).toBe(sha256((await kept).pdf));
      own.cancelPreviews();
    } finally {
      await own.close();
    }
  });

  it('rejects what it is asked after it was closed', async () => {
    const closed = createPdfRenderer({ fontsDir: FONTS_DIR, workerUrl: pdfWorkerUrl(desk.href) });
    await closed.close();
    await expect(closed.render(buildHandout(input()), OPTIONS)).rejects.toThrow('closed');
  });

  it('finds its worker beside the built desk and beside the source', () => {
    expect(pdfWorkerUrl('file:///app/out/main/desk.js').pathname).toBe('/app/out/main/pdf-worker.js');
    expect(pdfWorkerUrl('file:///app/electron/desk.ts').pathname).toBe('/app/electron/pdf/worker.ts');
  });
});

describe('the PDF file', () => {
  it('is tagged PDF 1.7 with language, title, fixed dates and well-formed metadata for any clinic name', async () => {
    const clinic = { ...CLINIC, name: 'Spine & Sport <Berlin> "Süd"' };
    const bytes = Buffer.from((await draw(input({ clinic }))).pdf).toString('latin1');
    expect(bytes.startsWith('%PDF-1.7')).toBe(true);
    for (const part of ['/StructTreeRoot', '/MarkInfo', '/Lang (en-GB)', '/DisplayDocTitle true', 'D:20261113000000Z']) {
      expect(bytes).toContain(part);
    }
    const xmp = bytes.slice(bytes.indexOf('<x:xmpmeta'), bytes.indexOf('</x:xmpmeta>'));
    expect(xmp).toContain('Spine + Sport Berlin');
    expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;)/);
    expect(xmpSafe('a & b < c > d')).toBe('a + b  c  d');
  });

  it('holds no name of the patient outside the page contents', async () => {
    const { pdf } = await draw(input({ assessment: EMERGENCIES.ED, patient: { ...PATIENT, familyName: 'Wolkenstein' } }));
    const bytes = Buffer.from(pdf);
    for (const encoding of ['latin1', 'utf16le'] as const) expect(bytes.includes(Buffer.from('Wolkenstein', encoding))).toBe(false);
    expect(bytes.includes(Buffer.from('Wolkenstein', 'utf16le').swap16())).toBe(false);
  });
});

describe('filling pages', () => {
  const item = (heightPt: number, more: Partial<PageItem> = {}): PageItem => ({
    box: { heightPt, draw: () => {} },
    gapBeforePt: 10,
    keepWithNext: false,
    ...more,
  });
  const heights = (items: PageItem[]): number[][] =>
    paginate(items, 0, 100).pages.map((page) => page.placed.map((placed) => placed.box.heightPt));

  it('turns the page before an item that does not fit', () => {
    expect(heights([item(50), item(40), item(41)])).toEqual([[50, 40], [41]]);
  });

  it('takes a heading along to the next page', () => {
    expect(heights([item(50), item(20, { keepWithNext: true }), item(30)])).toEqual([[50], [20, 30]]);
  });

  it('parts a preferred pair only where its first half still fits the page', () => {
    expect(heights([item(30), item(40, { keepWithNext: 'prefer' }), item(50)])).toEqual([[30, 40], [50]]);
    expect(heights([item(60), item(40, { keepWithNext: 'prefer' }), item(50)])).toEqual([[60], [40, 50]]);
  });

  it('divides a chain that is taller than a page', () => {
    expect(heights([item(60, { keepWithNext: true }), item(60, { keepWithNext: true }), item(20)])).toEqual([[60], [60, 20]]);
  });

  it('stands the last item at the foot of the page', () => {
    const placedWith = (firstPt: number): number[] => {
      const { pages, overflow } = paginate([item(firstPt), item(30, { atFoot: { leastPt: 40 } })], 0, 100);
      expect(overflow).toBe(false);
      return pages.flatMap((page) => page.placed.map((placed) => placed.yPt));
    };
    expect(placedWith(20)).toEqual([0, 60]);
    expect(placedWith(55)).toEqual([0, 65]);
    expect(placedWith(60)).toEqual([0, 70]);
  });

  it('leaves out a spare line that would turn the page', () => {
    expect(heights([item(50), item(20, { isSpare: true }), item(30, { isSpare: true })])).toEqual([[50, 20]]);
  });

  it('says when an item is taller than a page', () => {
    expect(paginate([item(101)], 0, 100).overflow).toBe(true);
  });

  it('draws no hairline at the top of a page', () => {
    const { pages } = paginate([item(50, { ruleAbove: true }), item(40, { ruleAbove: true }), item(40, { ruleAbove: true })], 0, 100);
    expect(pages.map((page) => page.placed.map((placed) => placed.ruleYPt))).toEqual([[null, 55], [null]]);
  });
});
