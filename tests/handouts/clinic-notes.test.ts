import { describe, expect, it } from 'vitest';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import { sentencesOf } from '../../shared/handouts/document-model.ts';
import { clinicNotesRefusals } from '../../shared/handouts/clinic-notes.ts';
import { lintHandout } from '../../shared/handouts/lint.ts';
import { NO_CLINIC_NOTES, type ClinicNotes } from '../../shared/schemas/clinic-notes.ts';
import { EMERGENCIES, input, SAFETY } from './fixtures.ts';
import { draw, readPdf, readText } from './read-pdf.ts';

const refused = (text: string, brands = ''): [string, string][] =>
  clinicNotesRefusals({ text, brands }).map(({ reason, found }) => [reason, found]);
const noted = (notes: Partial<ClinicNotes>, more: Partial<HandoutInput> = {}): HandoutInput =>
  input({ clinicNotes: { ...NO_CLINIC_NOTES, ...notes }, ...more });

describe('notes of the clinic', () => {
  it.each([
    ['Call 020 7946 0100, Monday to Friday, 9.30 to 17.00.'],
    ['Back class: Tuesday 18.30, a.m./p.m. on request.'],
    ['A lumbar cushion or a soft roller may help you.'],
    ['Book at www.northfield.example or info@northfield.example'],
    ['Please tell us if your health changes. Cod and hemline are only words.'],
    ['1\n2\n\n3\n4\n5'],
    ['Clase de espalda: martes 18.30. Llame para pedir hora.'],
    ['Un cojín lumbar o un rodillo blando puede ayudarle. Así comprenderá mejor su plan.'],
    ['Comida sana y su historia de curiosidades'],
  ])('are taken: %s', (text) => {
    expect(refused(text)).toEqual([]);
  });

  it.each([
    ['1\n2\n3\n4\n5\n6', 'too-many-lines', '6'],
    ['See https://clinic.example/?ref=42 first.', 'link', 'https://clinic.example/?ref=42'],
    ['thorne.example/u/northfield', 'link', 'thorne.example/u/northfield'],
    ['www.clinic.example?utm=1', 'link', 'www.clinic.example?utm=1'],
    ['BUY a cushion here', 'selling', 'buy'],
    ['Our workshop and our shop', 'selling', 'shop'],
    ['A discount with the code BACK', 'selling', 'discount'],
    ['Special offers', 'selling', 'offers'],
    ['This heals your back', 'cure', 'heals'],
    ['Results guaranteed', 'cure', 'guaranteed'],
    ['High-strength CBD cream', 'product', 'cbd'],
    ['Browse supplements', 'product', 'supplements'],
    ['Ask for c\u200bbd oil', 'product', 'cbd'],
    ['ｂｕｙ now', 'selling', 'buy'],
    ['Compre su cojín en nuestra tienda', 'selling', 'tienda'],
    ['Compre su cojín aquí', 'selling', 'compre'],
    ['10 euros de descuento con el código ESPALDA', 'selling', 'código'],
    ['10 euros de descuento con el CODIGO ESPALDA', 'selling', 'codigo'],
    ['Cupón de bienvenida', 'selling', 'cupón'],
    ['Ofertas de la semana', 'selling', 'ofertas'],
    ['Programa de afiliados', 'selling', 'afiliados'],
    ['Patrocinado por una marca', 'selling', 'patrocinado'],
    ['Cura la ciática', 'cure', 'cura'],
    ['Para sanar su espalda', 'cure', 'sanar'],
    ['Resultados garantizados', 'cure', 'garantizados'],
    ['Aceite de cáñamo', 'product', 'cáñamo'],
    ['Aceite de ca\u0301n\u0303amo', 'product', 'cáñamo'],
    ['Pida sus suplementos', 'product', 'suplementos'],
  ])('are refused with the word: %s', (text, reason, found) => {
    expect(refused(text)).toContainEqual([reason, found]);
  });

  it('never name a brand on the clinic’s list', () => {
    expect(refused('Try the Spinomax cushion', 'Other, spinomax')).toEqual([['brand', 'spinomax']]);
    expect(refused('Try the cushion', 'Other, , spinomax')).toEqual([]);
  });

  it('print last, after the safety block, in plain type, with what must be said of a sale', async () => {
    const given = noted({ text: 'Back class: Tuesday 18.30.\n\nCall to book.', sellsNamed: true, asksPharmacist: true });
    const text = await readText((await draw(given)).pdf);
    const from = text.indexOf('From your clinic');
    expect(from).toBeGreaterThan(text.indexOf('Tell us if the pain moves further'));
    expect(text.slice(from)).toMatch(/Back class: Tuesday 18.30. Call to book. This clinic may earn money .* Ask your pharmacist before/);
    expect(lintHandout(buildHandout(given), given.assessment)).toEqual([]);
  });

  it('print nothing while they are empty, and no word of a sale that names nothing', () => {
    const ids = (given: HandoutInput): string[] =>
      buildHandout(given)
        .blocks.flatMap(sentencesOf)
        .map(({ id }) => id)
        .filter((id) => id.startsWith('M20'));
    expect(ids(input())).toEqual([]);
    expect(ids(noted({ text: ' \n ', sellsNamed: true }))).toEqual([]);
  });

  it.each([
    ['emergency', EMERGENCIES.ED],
    ['safety', SAFETY.openDiscussion],
  ])('never print on an %s sheet', async (_, assessment) => {
    const { pdf } = await draw(noted({ text: 'Back class: Tuesday 18.30.', asksPharmacist: true }, { assessment }));
    expect(await readText(pdf)).not.toMatch(/Back class|pharmacist before/);
  });

  it('saved before a rule came are refused at the sheet', () => {
    const given = noted({ text: 'Buy our cushion' });
    expect(lintHandout(buildHandout(given), given.assessment)).toMatchObject([{ hard: true, code: 'banned-word' }]);
  });

  it('fit the sheet when they are as long as they may be', async () => {
    const line = 'W'.repeat(79);
    const given = noted({ text: Array.from({ length: 5 }, () => line).join('\n'), sellsNamed: true, asksPharmacist: true });
    const { pdf, problems } = await draw({ ...given, options: { kind: 'plan', paper: 'Letter', largePrint: true } });
    expect(problems).toEqual([]);
    for (const page of await readPdf(pdf)) for (const box of page.boxes) expect(box.rightPt).toBeLessThanOrEqual(page.widthPt - 45);
  });
});
