import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_VERSION } from '../../shared/clinical/rule-version.ts';
import { DEMO_CLINIC } from '../../shared/demo.ts';
import type { HandoutOptions } from '../../shared/schemas/handout.ts';
import { emptyVisitRecord, VISIT_SCHEMA_VERSION } from '../../shared/schemas/visit.ts';
import { readVisitRecord } from '../../shared/schemas/visit-upgrade.ts';
import { insertClinic } from '../../electron/db/repositories/clinic.ts';
import { storageErrorCode } from '../../electron/db/open.ts';
import { uuidv7 } from '../../electron/ids.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { createHandoutHandlers } from '../../electron/use-cases/handouts/index.ts';
import { visitHandlers as visits } from '../../electron/use-cases/visits/index.ts';
import { openTestDesk, valueOf } from './database.ts';
import { openRenderer } from './sheet-renderer.ts';
import { addPatient, askedRecord, rawQuery } from './visits.ts';

const handouts = createHandoutHandlers(openRenderer());
const SAFETY: HandoutOptions = { kind: 'safety', paper: 'A4', largePrint: false };

type Stored = { record: Record<string, unknown>; assessment: Record<string, unknown> };

/** A visit as version 1 of the record was signed (rule version 2.1), byte for byte what that version wrote. */
const VERSION_1 = JSON.parse(readFileSync(join(import.meta.dirname, '../helpers/visit-version-1.json'), 'utf8')) as Stored;

/** Writes a visit past today's schema, as an older or newer Lasègue left it. */
function storeRaw(desk: DeskContext, patientId: string, record: unknown, assessment: unknown): string {
  const visitId = uuidv7();
  const head = { visit_id: visitId, patient_id: patientId, contact: 'first' as const, visit_on: '2025-03-10', time_zone: 'UTC' };
  desk.write((db) => {
    if (assessment === null) {
      db.insert('visit', { ...head, status: 'open', headline: '' });
      db.draft((drafts) =>
        drafts.insertInto('draft').values({
          visit_id: visitId,
          user_id: desk.user.userId,
          sequence: 3,
          record_json: JSON.stringify(record),
          pending_json: '{}',
          focus_field: '',
          saved_at: desk.clock.nowInstant(),
        }),
      );
      return;
    }
    db.insert('visit', {
      ...head,
      status: 'signed',
      headline: 'Right side.',
      age_years: 44,
      schema_version: 1,
      rule_version: '2.1',
      record_json: JSON.stringify(record),
      assessment_json: JSON.stringify(assessment),
      signed_at: desk.clock.nowInstant(),
      signed_by: desk.user.userId,
      signed_by_name: desk.user.displayName,
    });
  });
  return visitId;
}

const storedText = (desk: DeskContext, table: 'visit' | 'draft'): string =>
  desk.read.all<{ record_json: string }>(rawQuery(`SELECT record_json FROM ${table}`))[0]?.record_json ?? '';

/** Every path of `later` that `earlier` lacks, with its value. */
function added(later: unknown, earlier: unknown, path = ''): [string, unknown][] {
  if (typeof later !== 'object' || later === null || Array.isArray(later)) return [];
  return Object.entries(later).flatMap(([key, value]): [string, unknown][] => {
    const there = typeof earlier === 'object' && earlier !== null && Object.hasOwn(earlier, key);
    return there ? added(value, (earlier as Record<string, unknown>)[key], `${path}${key}.`) : [[`${path}${key}`, value]];
  });
}

/** The leaves of a value: what a reader could take for an answer. */
function leaves(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leaves);
}

/** What a field holds that nobody touched. "no", "normal", 0 and every grade are findings. */
const UNTOUCHED: readonly unknown[] = ['unasked', 'nt', 'nd', null, '', false];

describe('a visit that an older version stored', () => {
  it('opens signed, with its own rule version, findings and stored bytes', async () => {
    const { context } = openTestDesk();
    const patientId = addPatient(context);
    const visitId = storeRaw(context, patientId, VERSION_1.record, VERSION_1.assessment);
    const visit = valueOf(await visits['visits.get'](context, { visitId }));
    expect(visit.assessment.ruleVersion).toBe('2.1');
    expect(visit.assessment.ruleVersion).not.toBe(RULE_VERSION);
    expect(visit.record.schemaVersion).toBe(VISIT_SCHEMA_VERSION);
    expect(visit.record.neuro.right.mrc.EHL).toEqual({ state: 'tested', grade: '4', painLimited: false });
    expect(visit.assessment.root.right.text).toBe('Findings are consistent with L5 nerve-root involvement on the right.');
    expect(storedText(context, 'visit')).toBe(JSON.stringify(VERSION_1.record));
    expect(valueOf(await visits['patients.chart'](context, { patientId })).visits).toHaveLength(1);
  });

  it('prints, and is compared with at the next visit', async () => {
    const { context, clock } = openTestDesk();
    context.write((db) => insertClinic(db, uuidv7(), DEMO_CLINIC));
    const patientId = addPatient(context);
    const visitId = storeRaw(context, patientId, VERSION_1.record, VERSION_1.assessment);
    for (const options of [SAFETY, { ...SAFETY, kind: 'plan' as const }]) {
      const sheet = valueOf(await handouts['handouts.preview'](context, { visitId, options }));
      expect(Buffer.from(sheet.pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
    }
    clock.set('2025-03-18T09:00:00.000Z');
    const record = askedRecord('review', '2025-03-18');
    record.neuro.right.mrc = { EHL: { state: 'tested', grade: '3', painLimited: false } };
    const reviewId = uuidv7();
    valueOf(await visits['visits.start'](context, { visitId: reviewId, patientId, contact: 'review' }));
    const signed = valueOf(await visits['visits.sign'](context, { visitId: reviewId, sequence: 1, record }));
    expect(signed.assessment.followUp?.result).toBe('NEURO WORSE');
    expect(signed.assessment.followUp?.neurology).toContain('power EHL R');
  });

  it('opens as a draft, is saved in the new shape and can be signed', async () => {
    const { context } = openTestDesk();
    const visitId = storeRaw(context, addPatient(context), VERSION_1.record, null);
    const open = valueOf(await visits['visits.open'](context, { visitId }));
    expect(open.record.plan.e17Flexion).toBe('better');
    expect(storedText(context, 'draft')).toBe(JSON.stringify(VERSION_1.record));
    valueOf(
      await visits['visits.saveDraft'](context, { visitId, sequence: 4, record: open.record, pendingText: {}, focusField: 'intake.side' }),
    );
    expect(JSON.parse(storedText(context, 'draft'))).toEqual(open.record);
    const signed = valueOf(await visits['visits.sign'](context, { visitId, sequence: 5, record: open.record }));
    expect(signed.assessment.ruleVersion).toBe(RULE_VERSION);
  });

  it('turns no missing field into a finding', () => {
    const read = readVisitRecord(VERSION_1.record);
    for (const [path, value] of added(read, VERSION_1.record)) {
      for (const leaf of leaves(value)) expect(UNTOUCHED, path).toContain(leaf);
    }
  });

  it('turns no field of today that an older record could lack into a finding', () => {
    const untouched = emptyVisitRecord('first', '2025-03-10', 'UTC');
    const { schemaVersion, contact, visitOn, timeZone } = untouched;
    const read = readVisitRecord({ schemaVersion: 1, contact, visitOn, timeZone });
    expect(read).toEqual({ ...untouched, schemaVersion });
    const { schemaVersion: _version, contact: _contact, visitOn: _date, timeZone: _zone, ...rest } = read;
    for (const leaf of leaves(rest)) expect(UNTOUCHED).toContain(leaf);
  });
});

describe('a visit that a newer version stored', () => {
  const newer = { ...VERSION_1.record, schemaVersion: VISIT_SCHEMA_VERSION + 1, laterField: 'kept by nobody here' };

  it.each([
    ['signed', VERSION_1.assessment],
    ['open', null],
  ])('is refused (%s), told as a newer desk and left as it is', async (_status, assessment) => {
    const { context } = openTestDesk();
    const visitId = storeRaw(context, addPatient(context), newer, assessment);
    const read = async (): Promise<unknown> =>
      assessment === null ? visits['visits.open'](context, { visitId }) : visits['visits.get'](context, { visitId });
    const error: unknown = await Promise.resolve()
      .then(read)
      .catch((caught: unknown) => caught);
    expect(storageErrorCode(error)).toBe('desk-newer');
    expect(storedText(context, assessment === null ? 'draft' : 'visit')).toBe(JSON.stringify(newer));
  });
});

it('refuses what is no visit record at all', () => {
  for (const junk of [null, [], 'visit', {}, { schemaVersion: 1 }, { ...VERSION_1.record, schemaVersion: '1' }]) {
    expect(() => readVisitRecord(junk)).toThrow();
  }
  expect(() => readVisitRecord({ ...VERSION_1.record, slr: [] })).toThrow();
});
