import type { Side } from '../../../shared/schemas/common.ts';
import type { DemoCourse } from './generate-courses.ts';

/** One patient's story: who they are is their place in the list of people. */
export type DemoStory = {
  course: DemoCourse;
  side: Side;
  visits: number;
  /** Days from the last visit to today, at least 1. */
  lastDaysAgo: number;
  /** Days from today to the next review, negative when overdue; null = none planned. */
  reviewInDays: number | null;
  /** A phone contact after the first visit. */
  phone: boolean;
  /** The last sheet was kept as given. */
  keepsSheet: 'print' | 'save' | null;
};

type StoryRow = [
  course: DemoCourse,
  side: 'R' | 'L',
  visits: number,
  lastDaysAgo: number,
  reviewInDays: number | null,
  extras?: ('phone' | 'print' | 'save')[],
];

// Reviews are due today (four), this week, later, and overdue; the rest were discharged weeks or months ago.
const STORY_ROWS: readonly StoryRow[] = [
  ['improving-L5', 'R', 4, 10, 0, ['phone', 'print']],
  ['stuck', 'L', 5, 7, 0, ['print']],
  ['improving-none', 'L', 3, 14, 0, ['print']],
  ['improving-S1', 'R', 4, 12, 2, ['print']],
  ['improving-none', 'R', 2, 8, 1, ['save']],
  ['emergency-pending', 'L', 1, 1, 1, ['print']],
  ['stenosis', 'R', 3, 20, 4, ['print']],
  ['power-falls-undiscussed', 'R', 3, 1, 6, []],
  ['mixed', 'L', 3, 9, 5, []],
  ['improving-L4', 'R', 4, 15, 6, []],
  ['stuck', 'R', 5, 16, -2, []],
  ['both-legs-undiscussed', 'L', 2, 2, 3, []],
  ['improving-none', 'L', 3, 20, -6, []],
  ['improving-L5', 'L', 4, 11, 10, ['phone', 'print']],
  ['pregnant', 'R', 3, 6, 8, ['print']],
  ['weight-loss', 'L', 2, 3, 11, ['print']],
  ['foot-drop', 'R', 4, 6, 8, ['phone', 'print']],
  ['emergency-excluded', 'L', 4, 13, 1, ['print']],
  ['constant-pain', 'R', 3, 4, 3, ['print']],
  ['power-falls-discussed', 'L', 3, 5, 2, ['print']],
  ['emergency-admitted', 'R', 2, 30, null, ['print']],
  ['emergency-refused', 'L', 2, 18, null, ['print']],
  ['incomplete', 'R', 2, 2, 5, []],
  ['improving-none', 'R', 5, 60, null, []],
  ['improving-none', 'L', 4, 90, null, []],
  ['improving-L5', 'R', 5, 120, null, []],
  ['improving-S1', 'L', 5, 45, null, []],
  ['stuck', 'R', 5, 75, null, []],
  ['improving-none', 'R', 5, 150, null, ['phone']],
  ['improving-none', 'L', 4, 33, null, []],
  ['improving-L4', 'L', 4, 200, null, []],
  ['back-only', 'R', 3, 52, null, []],
  ['improving-none', 'R', 4, 41, null, []],
  ['improving-S1', 'R', 5, 260, null, []],
  ['stenosis', 'L', 3, 38, null, []],
  ['improving-L5', 'L', 4, 170, null, ['phone']],
  ['stuck', 'L', 4, 23, 9, []],
  ['back-only', 'L', 2, 12, 4, []],
  ['improving-none', 'R', 3, 5, 9, []],
  ['mixed', 'R', 3, 26, 12, []],
  ['improving-none', 'L', 4, 19, 14, []],
  ['improving-S1', 'L', 3, 8, 6, []],
  ['improving-none', 'R', 2, 3, 5, ['phone']],
  ['stuck', 'R', 3, 12, 0, []],
  ['improving-L5', 'R', 2, 2, 6, []],
  ['improving-none', 'L', 4, 28, 15, []],
];

/** Stories in the order of the people. People beyond the list have no signed visit yet. */
export const DEMO_STORIES: readonly DemoStory[] = STORY_ROWS.map(([course, side, visits, lastDaysAgo, reviewInDays, extras = []]) => ({
  course,
  side: side === 'R' ? 'right' : 'left',
  visits,
  lastDaysAgo,
  reviewInDays,
  phone: extras.includes('phone'),
  keepsSheet: extras.includes('print') ? 'print' : extras.includes('save') ? 'save' : null,
}));
