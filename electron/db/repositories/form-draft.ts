import type { Selectable } from 'kysely';
import type { FormDraft, FormName, StoredFormDraft } from '../../../shared/schemas/form-draft.ts';
import type { Id, Instant } from '../../../shared/schemas/common.ts';
import { query } from '../query.ts';
import type { Reader, Writer } from '../store.ts';
import type { FormDraftTable } from '../tables.ts';

type Row = Selectable<FormDraftTable>;

function rowToDraft(row: Row | undefined): StoredFormDraft | null {
  return row === undefined || row.content === null
    ? null
    : {
        formDraftId: row.form_draft_id,
        form: row.form,
        subjectId: row.subject_id,
        label: row.label,
        sequence: row.sequence,
        content: row.content,
        focusField: row.focus_field,
        savedAt: row.saved_at,
      };
}

/** A form of this user with text that is not stored, or null. */
export function getFormDraft(read: Reader, userId: Id, formDraftId: Id): StoredFormDraft | null {
  return rowToDraft(
    read.first(query.selectFrom('form_draft').selectAll().where('form_draft_id', '=', formDraftId).where('user_id', '=', userId)),
  );
}

/** The newest of this user about this patient or visit, or null. */
export function findFormDraft(read: Reader, userId: Id, form: FormName, subjectId: Id | null): StoredFormDraft | null {
  return rowToDraft(
    read.first(
      query
        .selectFrom('form_draft')
        .selectAll()
        .where('user_id', '=', userId)
        .where('form', '=', form)
        .where('subject_id', 'is', subjectId)
        .where('content', 'is not', null)
        .orderBy('saved_at', 'desc')
        .limit(1),
    ),
  );
}

/** Whose it is and how far it is stored, thrown away or not. */
export function getFormDraftHead(
  read: Reader,
  formDraftId: Id,
): { userId: Id; sequence: number; savedAt: Instant; isThrownAway: boolean } | null {
  const row = read.first(
    query.selectFrom('form_draft').select(['user_id', 'sequence', 'saved_at', 'content']).where('form_draft_id', '=', formDraftId),
  );
  return row === undefined
    ? null
    : { userId: row.user_id, sequence: row.sequence, savedAt: row.saved_at, isThrownAway: row.content === null };
}

/** Writes or overwrites a form's text; what was there before is gone. */
export function putFormDraft(db: Writer, userId: Id, draft: FormDraft, savedAt: Instant): void {
  const row: Row = {
    form_draft_id: draft.formDraftId,
    user_id: userId,
    form: draft.form,
    subject_id: draft.subjectId,
    label: draft.label,
    sequence: draft.sequence,
    content: draft.content,
    focus_field: draft.focusField,
    saved_at: savedAt,
  };
  const { form_draft_id: _id, user_id: _user, ...changes } = row;
  db.draft((drafts) =>
    drafts
      .insertInto('form_draft')
      .values(row)
      .onConflict((conflict) => conflict.column('form_draft_id').doUpdateSet(changes)),
  );
}

/** Throws the text away. The empty row stays, so that the newest `saved_at` of all drafts never moves back (db/last-stored.ts). */
export function emptyFormDraft(db: Writer, userId: Id, formDraftId: Id, savedAt: Instant): void {
  db.draft((drafts) =>
    drafts
      .updateTable('form_draft')
      .set({ content: null, label: '', focus_field: '', saved_at: savedAt })
      .where('form_draft_id', '=', formDraftId)
      .where('user_id', '=', userId),
  );
}

/** Removes a form whose record is written in this very transaction, and the user's empty rows with it: the log moves on. */
export function endFormDraft(db: Writer, userId: Id, formDraftId: Id): void {
  db.draft((drafts) =>
    drafts
      .deleteFrom('form_draft')
      .where('user_id', '=', userId)
      .where((is) => is.or([is('form_draft_id', '=', formDraftId), is('content', 'is', null)])),
  );
}

/** Gives every form of one user to another. Returns how many. */
export function giveFormDrafts(db: Writer, from: Id, to: Id): number {
  return db.draft((drafts) => drafts.updateTable('form_draft').set({ user_id: to }).where('user_id', '=', from));
}

/** Forms of a user with text that is not stored, last edited first. */
export function listFormDrafts(read: Reader, userId: Id): Omit<StoredFormDraft, 'content'>[] {
  return read
    .all(
      query
        .selectFrom('form_draft')
        .select(['form_draft_id', 'form', 'subject_id', 'label', 'sequence', 'focus_field', 'saved_at'])
        .where('user_id', '=', userId)
        .where('content', 'is not', null)
        .orderBy('saved_at', 'desc'),
    )
    .map((row) => ({
      formDraftId: row.form_draft_id,
      form: row.form,
      subjectId: row.subject_id,
      label: row.label,
      sequence: row.sequence,
      focusField: row.focus_field,
      savedAt: row.saved_at,
    }));
}

/** How many forms with text each user has. */
export function countFormDrafts(read: Reader): Map<Id, number> {
  const rows = read.all(
    query
      .selectFrom('form_draft')
      .select(['user_id', ({ fn }) => fn.countAll<number>().as('count')])
      .where('content', 'is not', null)
      .groupBy('user_id'),
  );
  return new Map(rows.map((row) => [row.user_id, row.count]));
}
