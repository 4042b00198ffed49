import { expect, it } from 'vitest';
import { DERMATOMES_BACK, DERMATOMES_FRONT, KEY_POINT_OF_AREA } from '../../../shared/figures/dermatomes.ts';
import { KEY_POINTS } from '../../../shared/schemas/neuro-exam.ts';

it('draws every key point somewhere, and no area twice in one view', () => {
  for (const view of [DERMATOMES_FRONT, DERMATOMES_BACK]) {
    const roots = view.areas.map(({ root }) => root);
    expect(new Set(roots).size).toBe(roots.length);
  }
  const drawn = [...DERMATOMES_FRONT.areas, ...DERMATOMES_BACK.areas].map(({ root }) => KEY_POINT_OF_AREA[root]);
  for (const point of KEY_POINTS) expect(drawn).toContain(point);
});
