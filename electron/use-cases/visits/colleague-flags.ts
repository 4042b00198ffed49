import { assess } from '../../../shared/clinical/assess.ts';
import { isDiscussionOpen, isEmergencyOpen } from '../../../shared/clinical/open-flags.ts';
import type { Id, Instant } from '../../../shared/schemas/common.ts';
import { listDraftsOfOthers } from '../../db/repositories/draft.ts';
import { readUserName } from '../../db/repositories/user.ts';
import { getVisitHead } from '../../db/repositories/visit.ts';
import type { DeskContext } from '../context.ts';
import { patientOf, rulesContext } from './load-visit.ts';

export type ColleagueFlag = { patientId: Id; visitId: Id; userName: string; urgency: 'E' | 'D'; savedAt: Instant };

/**
 * Unsigned visits of other users that hold an emergency, or a same-day flag whose discussion is not recorded: a red flag must not hide in
 * a draft because the draft is private. Tells whose and how urgent, nothing of what is in it. Emergencies first.
 */
export function findColleagueFlags({ read, user }: DeskContext): ColleagueFlag[] {
  return listDraftsOfOthers(read, user.userId)
    .flatMap((draft): ColleagueFlag[] => {
      const visit = getVisitHead(read, draft.visitId);
      if (visit === null) return [];
      const assessment = assess(draft.record, rulesContext(read, visit, patientOf(read, visit.patientId)));
      const flagged = { record: draft.record, assessment, actions: [] };
      const urgency = isEmergencyOpen(flagged) ? 'E' : isDiscussionOpen(flagged) ? 'D' : null;
      if (urgency === null) return [];
      const { visitId, savedAt } = draft;
      return [{ patientId: visit.patientId, visitId, userName: readUserName(read, draft.userId) ?? '', urgency, savedAt }];
    })
    .toSorted((a, b) => Number(b.urgency === 'E') - Number(a.urgency === 'E'));
}
