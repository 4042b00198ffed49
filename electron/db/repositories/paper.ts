import type { Selectable } from 'kysely';
import type { Id } from '../../../shared/schemas/common.ts';
import type { PaperSummary } from '../../../shared/schemas/paper.ts';
import { query } from '../query.ts';
import type { Reader, Writer } from '../store.ts';
import type { PaperTable } from '../tables.ts';

type PaperRow = Selectable<PaperTable>;

/** A letter or a summary as it is kept: the document it was drawn from and the very bytes that left the desk. */
export type KeptPaper = {
  summary: PaperSummary;
  patientId: Id;
  patientName: string;
  /** The `PaperDocument`, as JSON. */
  documentJson: string;
  pageCount: number;
  pdf: Uint8Array;
};

const SUMMARY_COLUMNS = [
  'paper_id',
  'visit_id',
  'kind',
  'paper',
  'made_on',
  'kept_at',
  'kept_by_name',
  'given_by',
  'sha256',
] as const satisfies (keyof PaperRow)[];

function rowToSummary(row: Pick<PaperRow, (typeof SUMMARY_COLUMNS)[number]>): PaperSummary {
  return {
    paperId: row.paper_id,
    visitId: row.visit_id,
    kind: row.kind,
    paper: row.paper,
    madeOn: row.made_on,
    keptAt: row.kept_at,
    keptBy: row.kept_by_name,
    givenBy: row.given_by,
    sha256: row.sha256,
  };
}

export function insertPaper(db: Writer, kept: KeptPaper, userId: Id): void {
  const { summary } = kept;
  db.insert('paper', {
    paper_id: summary.paperId,
    visit_id: summary.visitId,
    patient_id: kept.patientId,
    kind: summary.kind,
    paper: summary.paper,
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
  });
}

export function getPaperSummary(db: Reader, paperId: Id): PaperSummary | null {
  const row = db.first(query.selectFrom('paper').select(SUMMARY_COLUMNS).where('paper_id', '=', paperId));
  return row === undefined ? null : rowToSummary(row);
}

/** The same paper of a visit that is kept already, or null. */
export function findKeptPaper(db: Reader, visitId: Id, sha256: string): PaperSummary | null {
  const row = db.first(query.selectFrom('paper').select(SUMMARY_COLUMNS).where('visit_id', '=', visitId).where('sha256', '=', sha256));
  return row === undefined ? null : rowToSummary(row);
}

/** The kept bytes, exactly as given, with the name they carry. */
export function getPaperBytes(db: Reader, paperId: Id): { pdf: Uint8Array<ArrayBuffer>; patientName: string; patientId: Id } | null {
  const row = db.first(query.selectFrom('paper').select(['pdf', 'patient_name', 'patient_id']).where('paper_id', '=', paperId));
  return row === undefined ? null : { pdf: new Uint8Array(row.pdf), patientName: row.patient_name, patientId: row.patient_id };
}

/** Kept papers of a patient, newest first. */
export function listPapers(db: Reader, patientId: Id): PaperSummary[] {
  return db
    .all(
      query
        .selectFrom('paper')
        .select(SUMMARY_COLUMNS)
        .where('patient_id', '=', patientId)
        .orderBy('kept_at', 'desc')
        .orderBy('paper_id', 'desc'),
    )
    .map(rowToSummary);
}
