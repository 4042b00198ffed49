import { expect } from 'vitest';
import { assessRoots, type RootAssessment } from '../../shared/clinical/nerve-roots.ts';
import { classifySlr } from '../../shared/clinical/slr.ts';
import type { RootResult } from '../../shared/schemas/assessment.ts';
import type { PerSide } from '../../shared/schemas/common.ts';
import type { NeuroSide } from '../../shared/schemas/neuro-exam.ts';
import type { Region } from '../../shared/schemas/body-chart.ts';
import { type VisitRecord, visitRecordSchema } from '../../shared/schemas/visit.ts';
import { graded, normalVisit, power, SLR_POS_LEG } from './normal-visit.ts';

const NO_HOLD = { right: false, left: false };

/** Root statements of both sides with the classes of the recorded straight-leg raises. */
export function assess(record: VisitRecord, hold: PerSide<boolean> = NO_HOLD): RootAssessment {
  return assessRoots(record, { right: classifySlr(record.slr.right), left: classifySlr(record.slr.left) }, hold);
}

/** A normal visit changed in place. */
export function visit(change: (right: NeuroSide, record: VisitRecord) => void): VisitRecord {
  const record = normalVisit();
  change(record.neuro.right, record);
  expect(visitRecordSchema.parse(record)).toEqual(record);
  return record;
}

/** SLR-POS on the right. */
export const slrPositive = (record: VisitRecord): void => {
  record.slr.right = structuredClone(SLR_POS_LEG);
};
/** Most distal level and chart regions of the right. */
export const marked = (record: VisitRecord, level: number, ...regions: Region[]): void => {
  record.intake.level.right = level;
  record.intake.regions.right = regions;
};

/** Findings of vector T1. */
export const t1 = (right: NeuroSide, record: VisitRecord): void => {
  right.mrc.EHL = power('4');
  right.sensation.L5 = graded(1);
  marked(record, 5, 'big_toe');
  slrPositive(record);
};

/** The output line of spec 3.5: class, roots, [missing], U/L4/L5/S1, gap, features, {notes}. */
export function line({ output, roots, missing, scores, gap, features, notes }: RootResult): string {
  const parts: string[] = [output];
  if (roots.length > 0) parts.push(roots.join(','));
  if (missing.length > 0) parts.push(`[${missing.join('; ')}]`);
  parts.push(`${scores.U}/${scores.L4}/${scores.L5}/${scores.S1}`, `gap ${gap}`, `f${features.count}${features.cough ? '+c' : ''}`);
  if (notes.length > 0) parts.push(`{${notes.map((note) => note.id).join(', ')}}`);
  return parts.join(' ');
}
