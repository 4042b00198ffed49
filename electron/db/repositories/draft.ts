import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Id, Instant } from '../../../shared/schemas/common.ts';
import { readVisitRecord } from '../../../shared/schemas/visit-upgrade.ts';
import type { VisitRecord } from '../../../shared/schemas/visit.ts';
import { query } from '../query.ts';
import type { Reader, Writer } from '../store.ts';
import type { DraftTable } from '../tables.ts';

export type DraftRow = Selectable<DraftTable>;

/** The content of an open visit, private to the user who opened it. */
export type Draft = {
  visitId: Id;
  userId: Id;
  /** Number of the last save, 0 before the first. Only rises. */
  sequence: number;
  record: VisitRecord;
  /** What was typed but cannot be read as a value yet, by field path. */
  pendingText: Record<string, string>;
  focusField: string;
  savedAt: Instant;
};

const pendingTextSchema = z.record(z.string(), z.string());

function rowToDraft(row: DraftRow): Draft {
  return {
    visitId: row.visit_id,
    userId: row.user_id,
    sequence: row.sequence,
    record: readVisitRecord(JSON.parse(row.record_json)),
    pendingText: pendingTextSchema.parse(JSON.parse(row.pending_json)),
    focusField: row.focus_field,
    savedAt: row.saved_at,
  };
}

function draftToRow(draft: Draft): DraftRow {
  return {
    visit_id: draft.visitId,
    user_id: draft.userId,
    sequence: draft.sequence,
    record_json: JSON.stringify(draft.record),
    pending_json: JSON.stringify(draft.pendingText),
    focus_field: draft.focusField,
    saved_at: draft.savedAt,
  };
}

export function getDraft(db: Reader, visitId: Id): Draft | null {
  const row = db.first(query.selectFrom('draft').selectAll().where('visit_id', '=', visitId));
  return row === undefined ? null : rowToDraft(row);
}

/** The draft without its content, for the checks of a save. */
export function getDraftHead(db: Reader, visitId: Id): Pick<Draft, 'userId' | 'sequence' | 'savedAt'> | null {
  const row = db.first(query.selectFrom('draft').select(['user_id', 'sequence', 'saved_at']).where('visit_id', '=', visitId));
  return row === undefined ? null : { userId: row.user_id, sequence: row.sequence, savedAt: row.saved_at };
}

export function insertDraft(db: Writer, draft: Draft): void {
  db.draft((drafts) => drafts.insertInto('draft').values(draftToRow(draft)));
}

/** Overwrites a draft in place; the content before is gone (design D8). */
export function overwriteDraft(db: Writer, draft: Draft): void {
  const { visit_id, user_id, ...content } = draftToRow(draft);
  db.draft((drafts) => drafts.updateTable('draft').set(content).where('visit_id', '=', visit_id).where('user_id', '=', user_id));
}

/** Gives an open visit to somebody else. */
export function giveDraft(db: Writer, visitId: Id, toUserId: Id): void {
  db.draft((drafts) => drafts.updateTable('draft').set({ user_id: toUserId }).where('visit_id', '=', visitId));
}

/** Unsigned visits of everyone but this user, with their content. */
export function listDraftsOfOthers(db: Reader, userId: Id): Draft[] {
  return db
    .all(
      query
        .selectFrom('draft')
        .innerJoin('visit', 'visit.visit_id', 'draft.visit_id')
        .selectAll('draft')
        .where('draft.user_id', '<>', userId)
        .where('visit.status', '=', 'open')
        .orderBy('draft.saved_at', 'desc'),
    )
    .map(rowToDraft);
}

export function deleteDraft(db: Writer, visitId: Id): void {
  db.draft((drafts) => drafts.deleteFrom('draft').where('visit_id', '=', visitId));
}
