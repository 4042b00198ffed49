import { assess } from '../../../shared/clinical/assess.ts';
import { forbidsDiscarding } from '../../../shared/clinical/open-flags.ts';
import { fail, ok } from '../../../shared/contract/result.ts';
import { deleteDraft } from '../../db/repositories/draft.ts';
import { voidOpenVisit } from '../../db/repositories/visit.ts';
import type { Handler } from '../context.ts';
import { loadDraft, rulesContext } from './load-visit.ts';

/**
 * Throws the draft away and sets the open visit aside. Refused with `flag-open` while the draft holds an E, or a D whose discussion is
 * not recorded: such a visit is signed. Other errors: `not-found`, `visit-signed`, `forbidden`, `conflict`.
 */
export const discardDraft: Handler<'visits.discardDraft'> = (desk, { visitId }) =>
  desk.write((db) => {
    const loaded = loadDraft(desk, db, visitId);
    if (!loaded.ok) return loaded;
    const { visit, draft, patient } = loaded.value;
    const assessment = assess(draft.record, rulesContext(db, visit, patient));
    if (forbidsDiscarding(draft.record, assessment)) return fail('flag-open');
    if (!voidOpenVisit(db, visit)) return fail('conflict');
    deleteDraft(db, visitId);
    return ok({});
  });
