import type { HandoutOptions } from '../../../shared/schemas/handout.ts';
import type { VisitPaper } from '../../../shared/schemas/paper.ts';

/** What can be previewed of an open visit: a patient's sheet, or a paper for clinicians. */
export type PreviewKind = HandoutOptions['kind'] | VisitPaper;

export function isVisitPaper(kind: PreviewKind): kind is VisitPaper {
  return kind === 'letter' || kind === 'summary';
}
