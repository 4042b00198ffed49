import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Id } from '../../../shared/schemas/common.ts';
import type { Giving, HandoutOptions, HandoutSummary } from '../../../shared/schemas/handout.ts';
import { moduleSchema } from '../../../shared/schemas/plan.ts';
import { query } from '../query.ts';
import type { Reader, Writer } from '../store.ts';
import type { HandoutGivingTable, HandoutTable } from '../tables.ts';

export type HandoutRow = Selectable<HandoutTable>;

/** A sheet as it is kept: what was chosen, the document it was drawn from, and the very bytes that left the desk (design D7). */
export type KeptHandout = {
  summary: HandoutSummary;
  patientId: Id;
  patientName: string;
  options: HandoutOptions;
  /** The `HandoutDocument`, as JSON. */
  documentJson: string;
  pageCount: number;
  pdf: Uint8Array;
};

const SUMMARY_COLUMNS = [
  'handout_id',
  'visit_id',
  'sheet',
  'language',
  'paper',
  'large_print',
  'modules_json',
  'made_on',
  'kept_at',
  'kept_by_name',
  'given_by',
  'sha256',
] as const satisfies (keyof HandoutRow)[];

const modulesSchema = z.array(moduleSchema);

function rowToSummary(row: Pick<HandoutRow, (typeof SUMMARY_COLUMNS)[number]>, giving: Giving | null): HandoutSummary {
  return {
    handoutId: row.handout_id,
    visitId: row.visit_id,
    sheet: row.sheet,
    language: row.language,
    paper: row.paper,
    largePrint: row.large_print === 1,
    modules: modulesSchema.parse(JSON.parse(row.modules_json)),
    madeOn: row.made_on,
    keptAt: row.kept_at,
    keptBy: row.kept_by_name,
    givenBy: row.given_by,
    sha256: row.sha256,
    giving,
  };
}

function handoutToRow(kept: KeptHandout, userId: Id): HandoutRow {
  const { summary } = kept;
  return {
    handout_id: summary.handoutId,
    visit_id: summary.visitId,
    patient_id: kept.patientId,
    sheet: summary.sheet,
    language: summary.language,
    paper: summary.paper,
    large_print: summary.largePrint ? 1 : 0,
    modules_json: JSON.stringify(summary.modules),
    options_json: JSON.stringify(kept.options),
    document_json: kept.documentJson,
    patient_name: kept.patientName,
    page_count: kept.pageCount,
    pdf: Buffer.from(kept.pdf),
    sha256: summary.sha256,
    made_on: summary.madeOn,
    given_by: summary.givenBy,
    kept_at: summary.keptAt,
    kept_by: userId,
    kept_by_name: summary.keptBy,
  };
}

export function insertHandout(db: Writer, kept: KeptHandout, userId: Id): void {
  db.insert('handout', handoutToRow(kept, userId));
}

export function getHandoutSummary(db: Reader, handoutId: Id): HandoutSummary | null {
  const row = db.first(query.selectFrom('handout').select(SUMMARY_COLUMNS).where('handout_id', '=', handoutId));
  return row === undefined ? null : rowToSummary(row, newestGivings(db, [row.handout_id]).get(row.handout_id) ?? null);
}

/** The kept sheet of a visit with exactly these bytes, or null. */
export function findKeptHandout(db: Reader, visitId: Id, sha256: string): HandoutSummary | null {
  const row = db.first(
    query
      .selectFrom('handout')
      .select('handout_id')
      .where('visit_id', '=', visitId)
      .where('sha256', '=', sha256)
      .orderBy('kept_at')
      .limit(1),
  );
  return row === undefined ? null : getHandoutSummary(db, row.handout_id);
}

/** A record that a kept sheet was given. */
export type NewGiving = Giving & { givingId: Id; handoutId: Id; userId: Id };

export function insertGiving(db: Writer, giving: NewGiving): void {
  db.insert('handout_giving', {
    giving_id: giving.givingId,
    handout_id: giving.handoutId,
    given_on: giving.givenOn,
    teach_back: giving.teachBack,
    note: giving.note,
    recorded_at: giving.recordedAt,
    recorded_by: giving.userId,
    recorded_by_name: giving.recordedBy,
  });
}

/** A record of giving and the sheet it belongs to, or null when there is no such record. */
export function getGiving(db: Reader, givingId: Id): (Giving & { handoutId: Id }) | null {
  const row = db.first(query.selectFrom('handout_giving').selectAll().where('giving_id', '=', givingId));
  return row === undefined ? null : { ...rowToGiving(row), handoutId: row.handout_id };
}

/** The newest record of giving each of these sheets: the one written last, whatever the clock said. */
function newestGivings(db: Reader, handoutIds: readonly Id[]): ReadonlyMap<Id, Giving> {
  if (handoutIds.length === 0) return new Map();
  const rows = db.all(
    query
      .selectFrom('handout_giving')
      .selectAll()
      .where('handout_id', 'in', handoutIds)
      .orderBy(sql`rowid`),
  );
  return new Map(rows.map((row) => [row.handout_id, rowToGiving(row)]));
}

function rowToGiving(row: Selectable<HandoutGivingTable>): Giving {
  return {
    givenOn: row.given_on,
    teachBack: row.teach_back,
    note: row.note,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by_name,
  };
}

/** The kept bytes, exactly as given, with the name they carry. */
export function getHandoutBytes(db: Reader, handoutId: Id): { pdf: Uint8Array<ArrayBuffer>; patientName: string; patientId: Id } | null {
  const row = db.first(query.selectFrom('handout').select(['pdf', 'patient_name', 'patient_id']).where('handout_id', '=', handoutId));
  return row === undefined ? null : { pdf: new Uint8Array(row.pdf), patientName: row.patient_name, patientId: row.patient_id };
}

/** Whose sheet it is, or null when there is no such sheet. */
export function getPatientOfHandout(db: Reader, handoutId: Id): Id | null {
  return db.first(query.selectFrom('handout').select('patient_id').where('handout_id', '=', handoutId))?.patient_id ?? null;
}

/** Kept sheets of a patient, newest first. */
export function listHandouts(db: Reader, patientId: Id): HandoutSummary[] {
  const rows = db.all(
    query
      .selectFrom('handout')
      .select(SUMMARY_COLUMNS)
      .where('patient_id', '=', patientId)
      .orderBy('kept_at', 'desc')
      .orderBy('handout_id', 'desc'),
  );
  const givings = newestGivings(
    db,
    rows.map((row) => row.handout_id),
  );
  return rows.map((row) => rowToSummary(row, givings.get(row.handout_id) ?? null));
}
