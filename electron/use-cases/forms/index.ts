import { fail, ok } from '../../../shared/contract/result.ts';
import { emptyFormDraft, findFormDraft, getFormDraft, getFormDraftHead, putFormDraft } from '../../db/repositories/form-draft.ts';
import type { Handler, Handlers } from '../context.ts';

/**
 * Keeps what is typed in a form, durably, and logs nothing (design D8). A sequence not above the stored one comes late and is ignored,
 * as is text for a form that was thrown away. Error: `forbidden` (somebody else's form).
 */
const saveForm: Handler<'forms.save'> = (desk, draft) =>
  desk.write((db) => {
    const stored = getFormDraftHead(db, draft.formDraftId);
    if (stored !== null && stored.userId !== desk.user.userId) return fail('forbidden');
    if (stored !== null && (stored.isThrownAway || draft.sequence <= stored.sequence)) {
      return ok({ sequence: stored.sequence, savedAt: stored.savedAt });
    }
    const savedAt = desk.clock.nowInstant();
    putFormDraft(db, desk.user.userId, draft, savedAt);
    return ok({ sequence: draft.sequence, savedAt });
  });

const findForm: Handler<'forms.find'> = (desk, { form, subjectId }) =>
  ok({ draft: findFormDraft(desk.read, desk.user.userId, form, subjectId) });

const getForm: Handler<'forms.get'> = (desk, { formDraftId }) => ok({ draft: getFormDraft(desk.read, desk.user.userId, formDraftId) });

/** Throws a form's text away; one that is not there is thrown away already. */
const discardForm: Handler<'forms.discard'> = (desk, { formDraftId }) =>
  desk.write((db) => {
    emptyFormDraft(db, desk.user.userId, formDraftId, desk.clock.nowInstant());
    return ok({});
  });

/** What is typed in forms other than a visit. */
export const formHandlers: Handlers<'forms.save' | 'forms.find' | 'forms.get' | 'forms.discard'> = {
  'forms.save': saveForm,
  'forms.find': findForm,
  'forms.get': getForm,
  'forms.discard': discardForm,
};
