import type { Selectable } from 'kysely';
import { assessmentSchema, type Assessment } from '../../../shared/schemas/assessment.ts';
import type { CalendarDate, Id, Instant } from '../../../shared/schemas/common.ts';
import { readVisitRecord } from '../../../shared/schemas/visit-upgrade.ts';
import type { VisitRecord, VisitSummary } from '../../../shared/schemas/visit.ts';
import { query } from '../query.ts';
import type { NewRow, Reader, Writer } from '../store.ts';
import type { AddendumTable, VisitTable } from '../tables.ts';

export type VisitRow = Selectable<VisitTable>;

/** A visit of any status, without its content. */
export type VisitHead = {
  visitId: Id;
  patientId: Id;
  status: VisitRow['status'];
  contact: VisitRow['contact'];
  visitOn: CalendarDate;
  timeZone: string;
  createdAt: Instant;
  revision: number;
  openFlag: VisitRow['open_flag'];
};

/** A signed visit with its content. */
export type SignedVisit = VisitHead & {
  record: VisitRecord;
  assessment: Assessment;
  ageYears: number;
  signedAt: Instant;
  signedBy: string;
  /** Set when it was set aside after signing. */
  voided: { reason: string; at: Instant; by: string } | null;
};

/** What signing writes, once (design D8): the record, its assessment, and the columns lists and trends read. */
export type Signature = {
  record: VisitRecord;
  assessment: Assessment;
  ageYears: number;
  headline: string;
  /** 24 h average of the worse leg, 0 to 10. */
  legNprs: number | null;
  openFlag: VisitRow['open_flag'];
  signedAt: Instant;
  userId: Id;
  userName: string;
};

export type Addendum = { addendumId: Id; visitId: Id; text: string; reason: string; createdAt: Instant; createdBy: string };

function rowToHead(row: Pick<VisitRow, (typeof HEAD_COLUMNS)[number]>): VisitHead {
  return {
    visitId: row.visit_id,
    patientId: row.patient_id,
    status: row.status,
    contact: row.contact,
    visitOn: row.visit_on,
    timeZone: row.time_zone,
    createdAt: row.created_at,
    revision: row.revision,
    openFlag: row.open_flag,
  };
}

/** Throws when a signed row lacks its content or holds one that its schema refuses: the store then is not what signing wrote. */
function rowToSignedVisit(row: VisitRow): SignedVisit {
  if (row.record_json === null || row.assessment_json === null || row.age_years === null || row.signed_at === null) {
    throw new Error('a signed visit without its content');
  }
  return {
    ...rowToHead(row),
    record: readVisitRecord(JSON.parse(row.record_json)),
    assessment: assessmentSchema.parse(JSON.parse(row.assessment_json)),
    ageYears: row.age_years,
    signedAt: row.signed_at,
    signedBy: row.signed_by_name ?? '',
    voided:
      row.voided_at === null || row.void_reason === null
        ? null
        : { reason: row.void_reason, at: row.voided_at, by: row.voided_by_name ?? '' },
  };
}

function signatureToColumns(signature: Signature): Partial<NewRow<'visit'>> {
  const { record, assessment } = signature;
  const testedAngle = (side: 'right' | 'left'): number | null => (record.slr[side].tested === 'yes' ? record.slr[side].p1AngleDeg : null);
  return {
    status: 'signed',
    contact: record.contact,
    side: record.intake.side,
    urgency: assessment.redFlags.overall,
    result: assessment.followUp?.result ?? null,
    leg_nprs: signature.legNprs,
    slr_right_deg: testedAngle('right'),
    slr_left_deg: testedAngle('left'),
    headline: signature.headline,
    next_review_on: record.plan.nextReviewOn,
    age_years: signature.ageYears,
    schema_version: record.schemaVersion,
    rule_version: assessment.ruleVersion,
    record_json: JSON.stringify(record),
    assessment_json: JSON.stringify(assessment),
    signed_at: signature.signedAt,
    signed_by: signature.userId,
    signed_by_name: signature.userName,
    open_flag: signature.openFlag,
  };
}

const HEAD_COLUMNS = [
  'visit_id',
  'patient_id',
  'status',
  'contact',
  'visit_on',
  'time_zone',
  'created_at',
  'revision',
  'open_flag',
] as const satisfies (keyof VisitRow)[];

export function getVisitHead(db: Reader, visitId: Id): VisitHead | null {
  const row = db.first(query.selectFrom('visit').select(HEAD_COLUMNS).where('visit_id', '=', visitId));
  return row === undefined ? null : rowToHead(row);
}

export function findOpenVisit(db: Reader, patientId: Id): VisitHead | null {
  const row = db.first(
    query
      .selectFrom('visit')
      .select(HEAD_COLUMNS)
      .where('patient_id', '=', patientId)
      .where('status', '=', 'open')
      .orderBy('created_at', 'desc')
      .orderBy('visit_id', 'desc')
      .limit(1),
  );
  return row === undefined ? null : rowToHead(row);
}

export function getSignedVisit(db: Reader, visitId: Id): SignedVisit | null {
  const row = db.first(query.selectFrom('visit').selectAll().where('visit_id', '=', visitId).where('status', '=', 'signed'));
  return row === undefined ? null : rowToSignedVisit(row);
}

/** As `getSignedVisit`, one that was voided since included. */
export function getLegibleVisit(db: Reader, visitId: Id): SignedVisit | null {
  const row = db.first(query.selectFrom('visit').selectAll().where('visit_id', '=', visitId).where('signed_at', 'is not', null));
  return row === undefined ? null : rowToSignedVisit(row);
}

/** Signed visits of a patient, oldest first. Voided ones are not among them: no rule reads them. */
export function listSignedVisits(db: Reader, patientId: Id): SignedVisit[] {
  return db
    .all(
      query
        .selectFrom('visit')
        .selectAll()
        .where('patient_id', '=', patientId)
        .where('status', '=', 'signed')
        .orderBy('visit_on')
        .orderBy('signed_at')
        .orderBy('visit_id'),
    )
    .map(rowToSignedVisit);
}

/** The timeline of a patient, newest first. Visits that were discarded before signing are left out; signed and later voided ones stay. */
export function listVisitSummaries(db: Reader, patientId: Id): VisitSummary[] {
  const rows = db.all(
    query
      .selectFrom('visit')
      .select([
        'visit_id',
        'contact',
        'visit_on',
        'status',
        'signed_at',
        'signed_by_name',
        'side',
        'urgency',
        'open_flag',
        'result',
        'leg_nprs',
        'slr_right_deg',
        'slr_left_deg',
        'headline',
        'next_review_on',
      ])
      .where('patient_id', '=', patientId)
      .where((where) => where.or([where('status', '<>', 'voided'), where('signed_at', 'is not', null)]))
      .orderBy('visit_on', 'desc')
      .orderBy('signed_at', 'desc')
      .orderBy('visit_id', 'desc'),
  );
  return rows.map((row) => ({
    visitId: row.visit_id,
    contact: row.contact,
    visitOn: row.visit_on,
    status: row.status,
    signedAt: row.signed_at,
    signedBy: row.signed_by_name,
    side: row.side,
    urgency: row.urgency,
    flagClosed: (row.urgency === 'E' || row.urgency === 'D') && row.open_flag !== 'E' && row.open_flag !== 'D',
    result: row.result,
    legNprs: row.leg_nprs,
    slrRightDeg: row.slr_right_deg,
    slrLeftDeg: row.slr_left_deg,
    headline: row.headline,
    nextReviewOn: row.next_review_on,
  }));
}

/** Opens a visit; its content lies in its draft until it is signed. */
export function insertOpenVisit(db: Writer, visit: Pick<VisitHead, 'visitId' | 'patientId' | 'contact' | 'visitOn' | 'timeZone'>): void {
  db.insert('visit', {
    visit_id: visit.visitId,
    patient_id: visit.patientId,
    status: 'open',
    contact: visit.contact,
    visit_on: visit.visitOn,
    time_zone: visit.timeZone,
    headline: '',
  });
}

/** Writes the content of a visit, once. `false` = someone else changed the visit meanwhile. */
export function signVisit(db: Writer, visit: Pick<VisitHead, 'visitId' | 'revision'>, signature: Signature): boolean {
  return db.update('visit', visit.visitId, visit.revision, signatureToColumns(signature));
}

/** Sets an open visit aside for good. Its row stays in the log; its content goes with the draft. */
export function voidOpenVisit(db: Writer, visit: Pick<VisitHead, 'visitId' | 'revision'>): boolean {
  return db.update('visit', visit.visitId, visit.revision, { status: 'voided' });
}

/** Sets a signed visit aside; the database itself refuses one with an open E or D. `false` = it was changed meanwhile. */
export function voidSignedVisit(
  db: Writer,
  visit: Pick<VisitHead, 'visitId' | 'revision'>,
  voided: { reason: string; at: Instant; userId: Id; userName: string },
): boolean {
  return db.update('visit', visit.visitId, visit.revision, {
    status: 'voided',
    voided_at: voided.at,
    voided_by: voided.userId,
    voided_by_name: voided.userName,
    void_reason: voided.reason,
  });
}

/** Moves the one clinical column that may change after signing. */
export function setOpenFlag(db: Writer, visit: Pick<VisitHead, 'visitId' | 'revision'>, openFlag: VisitRow['open_flag']): boolean {
  return db.update('visit', visit.visitId, visit.revision, { open_flag: openFlag });
}

export function countSignedVisits(db: Reader): number {
  const row = db.first(
    query
      .selectFrom('visit')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('status', '=', 'signed'),
  );
  return row?.count ?? 0;
}

function rowToAddendum(row: Selectable<AddendumTable>): Addendum {
  return {
    addendumId: row.addendum_id,
    visitId: row.visit_id,
    text: row.text,
    reason: row.reason,
    createdAt: row.created_at,
    createdBy: row.created_by_name,
  };
}

/** Addenda of a visit, oldest first. */
export function listAddenda(db: Reader, visitId: Id): Addendum[] {
  return db
    .all(query.selectFrom('addendum').selectAll().where('visit_id', '=', visitId).orderBy('created_at').orderBy('addendum_id'))
    .map(rowToAddendum);
}

export function getAddendum(db: Reader, addendumId: Id): Addendum | null {
  const row = db.first(query.selectFrom('addendum').selectAll().where('addendum_id', '=', addendumId));
  return row === undefined ? null : rowToAddendum(row);
}

export function insertAddendum(db: Writer, addendum: Addendum, userId: Id): void {
  db.insert('addendum', {
    addendum_id: addendum.addendumId,
    visit_id: addendum.visitId,
    text: addendum.text,
    reason: addendum.reason,
    created_at: addendum.createdAt,
    created_by: userId,
    created_by_name: addendum.createdBy,
  });
}
