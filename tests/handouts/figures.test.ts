import { describe, expect, it } from 'vitest';
import { homeCareFigure, ILLUSTRATED_MODULES } from '../../shared/figures/home-care.ts';
import { handoutText as text } from '../../shared/text/en/handouts.ts';
import { inflatedStreams } from '../helpers/inflated-streams.ts';
import { assessment, input } from './fixtures.ts';
import { draw, readPdf } from './read-pdf.ts';

/** Brightness, 0 black to 1 white, below which a machine without greys prints black. */
const MIDDLE_GREY = 0.5;

/** End points of the curves and lines of a path, and their control points. Only H and V would need their other coordinate. */
function pointsOf(path: string): [number, number][] {
  expect(path).not.toMatch(/[HVAhva]/);
  const numbers = (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, index) => [numbers[2 * index] ?? 0, numbers[2 * index + 1] ?? 0]);
}

describe('the pictures', () => {
  it.each(ILLUSTRATED_MODULES)('of %s lies inside its box, has a body, at most one arrow, and words for who cannot see it', (id) => {
    const { layers, box } = homeCareFigure(id);
    for (const [x, y] of layers.flatMap((layer) => (layer.kind === 'body' ? layer.paths : [layer.path])).flatMap(pointsOf)) {
      expect(x).toBeGreaterThanOrEqual(box.minX);
      expect(x).toBeLessThanOrEqual(box.minX + box.width);
      expect(y).toBeGreaterThanOrEqual(box.minY);
      expect(y).toBeLessThanOrEqual(box.minY + box.height);
    }
    expect(layers.some((layer) => layer.kind === 'body' && !layer.isFar)).toBe(true);
    expect(layers.filter((layer) => layer.kind === 'arrow').length).toBeLessThanOrEqual(1);
    expect(text.pictures[id]).toMatch(/^Person .{8,}\.$/);
  });

  const everything = assessment({ modules: [...ILLUSTRATED_MODULES, 'M13', 'M19'] });
  it.each([
    ['A4', input({ assessment: everything })],
    ['large print on Letter', input({ assessment: everything, options: { kind: 'plan', paper: 'Letter', largePrint: true } })],
  ])('stand on the page of their module, inside the margins, and are read aloud: %s', async (_, given) => {
    const { pdf } = await draw(given);
    const sides = (16 / 25.4) * 72 - 0.5;
    const pages = await readPdf(pdf);
    const pictures = pages.flatMap((page) => page.figures.map((figure) => ({ ...figure, page })));
    expect(pictures.map(({ alt }) => alt)).toEqual(ILLUSTRATED_MODULES.map((id) => text.pictures[id]));
    for (const [index, { box, page }] of pictures.entries()) {
      const id = ILLUSTRATED_MODULES[index];
      if (id !== undefined) expect(page.text).toContain(text.modules[id].title);
      const [left = 0, bottom = 0, right = 0, top = 0] = box;
      expect(left).toBeGreaterThanOrEqual(sides);
      expect(right).toBeLessThanOrEqual(page.widthPt - sides);
      expect(bottom).toBeGreaterThan(30);
      expect(top).toBeGreaterThan(bottom + 10);
      for (const word of page.boxes) {
        const isApart =
          word.rightPt <= left + 0.5 ||
          word.leftPt >= right - 0.5 ||
          page.heightPt - word.topPt <= bottom + 3 ||
          page.heightPt - word.bottomPt >= top - 3;
        expect(isApart, `${word.text} over picture ${index}`).toBe(true);
      }
    }
  });

  it('keep every line on a fax or a photocopy, which turns grey into black or white', async () => {
    const { pdf } = await draw(input({ assessment: everything }));
    const drawing = [...inflatedStreams(Buffer.from(pdf))].map(({ stream }) => stream.toString('latin1')).join('\n');
    const lineColours = new Set(Array.from(drawing.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) SCN/gu), ([, ...parts]) => parts.join(' ')));
    expect(lineColours.size).toBeGreaterThan(2);
    for (const colour of lineColours) for (const part of colour.split(' ')) expect(Number(part)).toBeLessThan(MIDDLE_GREY);
  });

  it('are left out of sheets without a position or exercise', async () => {
    const { pdf } = await draw(input({ assessment: assessment({ modules: ['M11', 'M13', 'M18', 'M19'] }) }));
    expect((await readPdf(pdf)).flatMap((page) => page.figures)).toEqual([]);
  });
});
