import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../shared/contract/contract.ts';
import { DEMO_CLINIC } from '../../shared/demo.ts';
import type { HandoutOptions } from '../../shared/schemas/handout.ts';
import type { VisitRecord } from '../../shared/schemas/visit.ts';
import { insertClinic, readClinic, updateClinic } from '../../electron/db/repositories/clinic.ts';
import { uuidv7 } from '../../electron/ids.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { createHandoutHandlers } from '../../electron/use-cases/handouts/index.ts';
import { visitHandlers as visits } from '../../electron/use-cases/visits/index.ts';
import { openTestDesk, valueOf, type TestDesk } from './database.ts';
import { openRenderer } from './sheet-renderer.ts';
import { addPatient, askedRecord, countRows, openVisit, rawQuery, signedVisit } from './visits.ts';

const TODAY = '2025-03-10';
const PLAN: HandoutOptions = { kind: 'plan', paper: 'A4', largePrint: false };
const SAFETY: HandoutOptions = { ...PLAN, kind: 'safety' };

/** Far more than are drawn while one other request is answered. */
const MANY_SHEETS = 20;

const handouts = createHandoutHandlers(openRenderer());

function deskWithClinic(): TestDesk {
  const desk = openTestDesk();
  desk.context.write((db) => insertClinic(db, uuidv7(), DEMO_CLINIC));
  return desk;
}

const preview = async (desk: DeskContext, visitId: string, options = PLAN): Promise<Output<'handouts.preview'>> =>
  valueOf(await handouts['handouts.preview'](desk, { visitId, options }));

const save = async (desk: DeskContext, visitId: string, sequence: number, record: VisitRecord, pendingText = {}): Promise<void> => {
  valueOf(await visits['visits.saveDraft'](desk, { visitId, sequence, record, pendingText, focusField: '' }));
};

const hardCodes = ({ problems }: Output<'handouts.preview'>): string[] => problems.filter(({ hard }) => hard).map(({ code }) => code);

describe('handouts.preview', () => {
  it('makes the home-care sheet of an open visit, the same bytes each time', async () => {
    const { context } = deskWithClinic();
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', TODAY));
    const sheet = await preview(context, visitId);
    expect(sheet).toMatchObject({ sheet: 'homecare', patientName: 'Testa Examplewoman' });
    expect(Buffer.from(sheet.pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
    expect(sheet.sha256).toBe(createHash('sha256').update(sheet.pdf).digest('hex'));
    expect(hardCodes(sheet)).toEqual([]);
    expect(Buffer.from((await preview(context, visitId)).pdf).equals(Buffer.from(sheet.pdf))).toBe(true);
  });

  it('follows the draft: an emergency replaces the home-care sheet', async () => {
    const { context } = deskWithClinic();
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', TODAY));
    await save(context, visitId, 2, askedRecord('first', TODAY, { 'RF-02a': 'yes' }));
    const sheet = await preview(context, visitId);
    expect(sheet.sheet).toBe('emergency');
    expect(sheet.pdf.length).toBeGreaterThan(1000);
    expect(sheet.pageCount).toBe(1);
  });

  it('leaves the desk free to answer while sheets are drawn, and ends when it is called off', async () => {
    const { context } = deskWithClinic();
    const patientId = addPatient(context);
    const visitId = await openVisit(context, patientId, askedRecord('first', TODAY));
    const answered: string[] = [];
    const previews = Array.from({ length: MANY_SHEETS }, async () => {
      const result = await handouts['handouts.preview'](context, { visitId, options: { ...PLAN, largePrint: true } });
      answered.push(result.ok ? 'preview' : result.error.code);
    });
    // Drawn in the desk itself, every sheet would be done before anything else is answered.
    expect(await visits['visits.open'](context, { visitId })).toMatchObject({ ok: true });
    expect(answered.length).toBeLessThan(MANY_SHEETS / 2);
    valueOf(await handouts['handouts.cancelPreviews'](context, {}));
    await Promise.all(previews);
    expect(answered).toHaveLength(MANY_SHEETS);
    expect(answered.filter((answer) => answer === 'cancelled').length).toBeGreaterThan(0);
    expect((await preview(context, visitId)).pdf.length).toBeGreaterThan(1000);
  });

  it('makes the safety sheet whenever it is asked for', async () => {
    const { context } = deskWithClinic();
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', TODAY));
    expect(await preview(context, visitId, SAFETY)).toMatchObject({ sheet: 'safety' });
    const { visitId: signedId } = await signedVisit(context, addPatient(context), askedRecord('first', TODAY));
    expect((await preview(context, signedId, SAFETY)).pdf.length).toBeGreaterThan(1000);
  });

  it('holds a home-care sheet back while answers of an old draft wait to be confirmed (hazard 5)', async () => {
    const { context, clock } = deskWithClinic();
    const record = askedRecord('first', TODAY);
    const visitId = await openVisit(context, addPatient(context), record);
    clock.set('2025-03-10T22:00:00.000Z');
    const stale = await preview(context, visitId);
    expect(stale.pdf).toHaveLength(0);
    expect(hardCodes(stale)).toEqual(['gate-fails']);
    await save(context, visitId, 2, record, { 'redFlags.answers.RF-12f': 'no' });
    // Saved again without having been asked, the answers wait: the screen is open, and no home-care sheet comes.
    expect((await preview(context, visitId)).sheet).toBe('safety');
    expect((await preview(context, visitId, SAFETY)).pdf.length).toBeGreaterThan(1000);
    await save(context, visitId, 3, record);
    expect(hardCodes(await preview(context, visitId))).toEqual([]);
  });

  it.each([
    ['a fever in another unit', 'otherExam.temperatureC', '102'],
    ['a fever with its unit', 'otherExam.temperatureC', '39.5 C'],
    ['a calf difference', 'otherExam.calfDifferenceCm', '4 to 5'],
    ['leg pain', 'intake.legPain.left.average24h', '9/10'],
  ])('holds a home-care sheet back while %s cannot be read as a value', async (_, path, typed) => {
    const { context } = deskWithClinic();
    const record = askedRecord('first', TODAY);
    const visitId = await openVisit(context, addPatient(context), record);
    await save(context, visitId, 2, record, { [path]: typed });
    const held = await preview(context, visitId);
    expect(held.pdf).toHaveLength(0);
    expect(hardCodes(held)).toEqual(['gate-fails']);
    expect((await preview(context, visitId, SAFETY)).pdf.length).toBeGreaterThan(1000);
    await save(context, visitId, 3, record);
    expect(hardCodes(await preview(context, visitId))).toEqual([]);
  });

  it('holds a home-care sheet back while an old weakness is dated before the birth of the patient', async () => {
    const { context } = deskWithClinic();
    const record = askedRecord('first', TODAY, { 'RF-10a': 'yes', 'RF-10g': 'no' });
    const misdated: VisitRecord = { ...record, redFlags: { ...record.redFlags, weakStartedOn: '0225-03-01' } };
    const visitId = await openVisit(context, addPatient(context), misdated);
    expect(hardCodes(await preview(context, visitId))).toEqual(['gate-fails']);
    await save(context, visitId, 2, { ...record, redFlags: { ...record.redFlags, weakStartedOn: '2025-03-01' } });
    expect(hardCodes(await preview(context, visitId))).toEqual([]);
  });

  it.each(['open', 'signed'] as const)(
    'holds the home-care sheet of an %s visit until a lost reflex was looked at again',
    async (status) => {
      const { context, clock } = deskWithClinic();
      const patientId = addPatient(context);
      const withReflex = (record: VisitRecord, grade: number, answeredGuards: string[] = []): VisitRecord => ({
        ...record,
        neuro: { ...record.neuro, left: { ...record.neuro.left, reflex: { ankle: { state: 'tested', grade } } } },
        plan: { ...record.plan, answeredGuards },
      });
      await signedVisit(context, patientId, withReflex(askedRecord('first', TODAY), 2));
      clock.set('2025-03-12T09:00:00.000Z');
      const lost = withReflex(askedRecord('review', '2025-03-12'), 0);
      const answered = withReflex(askedRecord('review', '2025-03-12'), 0, ['reflex.ankle.left.2']);
      if (status === 'signed') {
        const { visitId } = await signedVisit(context, patientId, lost);
        expect(hardCodes(await preview(context, visitId))).toEqual(['gate-fails']);
        return;
      }
      const visitId = await openVisit(context, patientId, lost);
      const held = await preview(context, visitId);
      expect(held.pdf).toHaveLength(0);
      expect(held.problems.map(({ message }) => message).join()).toContain('absent today');
      expect((await preview(context, visitId, SAFETY)).pdf.length).toBeGreaterThan(1000);
      await save(context, visitId, 2, answered);
      expect(hardCodes(await preview(context, visitId))).toEqual([]);
    },
  );

  it('gives the home-care sheet of a signed visit once its discussion is recorded', async () => {
    const { context } = deskWithClinic();
    const { visitId } = await signedVisit(context, addPatient(context), askedRecord('first', TODAY, { 'RF-08c': 'yes' }));
    expect((await preview(context, visitId)).sheet).toBe('safety');
    const action = { service: 'Spinal service', name: 'Registrar', time: '10:00', outcome: 'Seen today' };
    valueOf(await visits['visits.recordFlagAction'](context, { actionId: uuidv7(), visitId, action: { urgency: 'D', action } }));
    const sheet = await preview(context, visitId);
    expect(sheet.sheet).toBe('homecare');
    expect(sheet.pdf.length).toBeGreaterThan(1000);
  });

  it.each(['signed', 'open'] as const)(
    'hazard 6: holds back the home-care sheet of an old visit after a newer %s emergency',
    async (status) => {
      const { context, clock } = deskWithClinic();
      const patientId = addPatient(context);
      const old = await signedVisit(context, patientId, askedRecord('first', TODAY));
      expect(hardCodes(await preview(context, old.visitId))).toEqual([]);
      clock.set('2025-03-12T09:00:00.000Z');
      const emergency = askedRecord('review', '2025-03-12', { 'RF-02a': 'yes' });
      await (status === 'signed' ? signedVisit(context, patientId, emergency) : openVisit(context, patientId, emergency));
      expect(hardCodes(await preview(context, old.visitId))).toEqual(['gate-fails']);
      expect((await preview(context, old.visitId, SAFETY)).pdf.length).toBeGreaterThan(1000);
    },
  );

  it('refuses a home-care sheet in another than the preferred language without a reason, never the emergency sheet (hazard 7)', async () => {
    const { context } = deskWithClinic();
    const record = askedRecord('first', TODAY);
    const visitId = await openVisit(context, addPatient(context, { preferredLanguage: 'pl' }), record);
    expect(hardCodes(await preview(context, visitId))).toEqual(['language-needs-reason']);
    await save(context, visitId, 2, askedRecord('first', TODAY, { 'RF-02a': 'yes' }));
    expect((await preview(context, visitId)).pdf.length).toBeGreaterThan(1000);
  });

  it('names the character a font lacks and refuses the home-care sheet; the emergency sheet leaves a line for the name', async () => {
    const { context } = deskWithClinic();
    const patientId = addPatient(context, { familyName: '欧阳', givenNames: '小岚' });
    const visitId = await openVisit(context, patientId, askedRecord('first', TODAY));
    const refused = await preview(context, visitId);
    expect(refused.pdf).toHaveLength(0);
    expect(hardCodes(refused)).toEqual(['missing-glyph']);
    expect(refused.problems.find(({ hard }) => hard)?.message).toContain('欧');
    await save(context, visitId, 2, askedRecord('first', TODAY, { 'RF-02a': 'yes' }));
    expect((await preview(context, visitId)).pdf.length).toBeGreaterThan(1000);
  });

  it('prints the Latin name and says so where the name itself has no letters in the fonts', async () => {
    const { context } = deskWithClinic();
    const patientId = addPatient(context, { familyName: '欧阳', givenNames: '小岚', latinName: 'Ouyang Xiaolan' });
    const visitId = await openVisit(context, patientId, askedRecord('first', TODAY));
    const sheet = await preview(context, visitId);
    expect(sheet.pdf.length).toBeGreaterThan(1000);
    expect(sheet.patientName).toContain('Ouyang Xiaolan');
  });
});

describe('handouts.get', () => {
  it.each(['signed', 'open'] as const)(
    'hazard 6: names a newer %s emergency before an old home-care sheet is printed again',
    async (status) => {
      const { context, clock } = deskWithClinic();
      const patientId = addPatient(context);
      const old = await signedVisit(context, patientId, askedRecord('first', TODAY));
      const keep = async (options: typeof PLAN): Promise<string> => {
        const { sha256 } = await preview(context, old.visitId, options);
        const asked = { handoutId: uuidv7(), visitId: old.visitId, options, sha256, givenBy: 'print' } as const;
        return valueOf(await handouts['handouts.keep'](context, asked)).handoutId;
      };
      const [handoutId, safetyId] = [await keep(PLAN), await keep(SAFETY)];
      const flagOf = async (id: string): Promise<unknown> => valueOf(await handouts['handouts.get'](context, { handoutId: id })).openFlag;
      expect(await flagOf(handoutId)).toBeNull();
      clock.set('2025-03-12T09:00:00.000Z');
      const emergency = askedRecord('review', '2025-03-12', { 'RF-02a': 'yes' });
      await (status === 'signed' ? signedVisit(context, patientId, emergency) : openVisit(context, patientId, emergency));
      expect(await flagOf(handoutId)).toEqual({
        urgency: 'E',
        visitOn: '2025-03-12',
        text: status === 'signed' ? expect.stringMatching(/^Suspected cauda equina syndrome/) : '',
      });
      // What a safety sheet says holds all the more.
      expect(await flagOf(safetyId)).toBeNull();
    },
  );
});

describe('handouts.keep', () => {
  it('keeps the previewed bytes and gives them back exactly, whatever changes afterwards', async () => {
    const { context } = deskWithClinic();
    const patientId = addPatient(context);
    const { visitId } = await signedVisit(context, patientId, askedRecord('first', TODAY));
    const { pdf, sha256 } = await preview(context, visitId);
    const handoutId = uuidv7();
    const kept = valueOf(await handouts['handouts.keep'](context, { handoutId, visitId, options: PLAN, sha256, givenBy: 'print' }));
    expect(kept).toMatchObject({
      handoutId,
      visitId,
      sheet: 'homecare',
      language: 'en-GB',
      paper: 'A4',
      givenBy: 'print',
      sha256,
      madeOn: TODAY,
    });
    context.write((db) => updateClinic(db, readClinic(context.read).revision, { ...DEMO_CLINIC, name: 'Renamed Clinic' }));
    const again = valueOf(await handouts['handouts.get'](context, { handoutId }));
    expect(Buffer.from(again.pdf).equals(Buffer.from(pdf))).toBe(true);
    expect(again).toMatchObject({ summary: kept, patientName: 'Testa Examplewoman' });
    const chart = valueOf(await visits['patients.chart'](context, { patientId }));
    expect(chart.handouts).toEqual([kept]);
  });

  it('refuses to keep bytes the record would no longer give', async () => {
    const { context } = deskWithClinic();
    const record = askedRecord('first', TODAY);
    const visitId = await openVisit(context, addPatient(context), record);
    const { sha256 } = await preview(context, visitId);
    await save(context, visitId, 2, { ...record, plan: { ...record.plan, nextReviewOn: '2025-03-20' } });
    const input = { handoutId: uuidv7(), visitId, options: PLAN, sha256, givenBy: 'print' as const };
    expect(await handouts['handouts.keep'](context, input)).toEqual({ ok: false, error: { code: 'conflict' } });
    expect(await handouts['handouts.keep'](context, { ...input, options: { ...PLAN, largePrint: true } })).toMatchObject({
      error: { code: 'conflict' },
    });
    expect(countRows(context, 'handout')).toBe(0);
  });

  it('keeps the same sheet once and refuses another under its id', async () => {
    const { context } = deskWithClinic();
    const { visitId } = await signedVisit(context, addPatient(context), askedRecord('first', TODAY));
    const { sha256 } = await preview(context, visitId);
    const input = { handoutId: uuidv7(), visitId, options: PLAN, sha256, givenBy: 'save' as const };
    const kept = valueOf(await handouts['handouts.keep'](context, input));
    expect(valueOf(await handouts['handouts.keep'](context, input))).toEqual(kept);
    expect(await handouts['handouts.keep'](context, { ...input, sha256: '0'.repeat(64) })).toMatchObject({ error: { code: 'duplicate' } });
    expect(countRows(context, 'handout')).toBe(1);
  });

  it('refuses a sheet a hard problem stops', async () => {
    const { context } = deskWithClinic();
    const visitId = await openVisit(context, addPatient(context, { preferredLanguage: 'pl' }), askedRecord('first', TODAY));
    const input = { handoutId: uuidv7(), visitId, options: PLAN, sha256: '0'.repeat(64), givenBy: 'print' as const };
    expect(await handouts['handouts.keep'](context, input)).toEqual({ ok: false, error: { code: 'sheet-refused' } });
  });

  it('keeps an emergency sheet without any home-care module', async () => {
    const { context } = deskWithClinic();
    const { visitId } = await signedVisit(context, addPatient(context), askedRecord('first', TODAY, { 'RF-02a': 'yes' }));
    const { sha256 } = await preview(context, visitId);
    const input = { handoutId: uuidv7(), visitId, options: PLAN, sha256, givenBy: 'print' as const };
    expect(valueOf(await handouts['handouts.keep'](context, input))).toMatchObject({ sheet: 'emergency', modules: ['M19'] });
  });

  it('logs a kept sheet by its hash, without its bytes', async () => {
    const { context } = deskWithClinic();
    const { visitId } = await signedVisit(context, addPatient(context), askedRecord('first', TODAY));
    const { sha256 } = await preview(context, visitId);
    valueOf(await handouts['handouts.keep'](context, { handoutId: uuidv7(), visitId, options: PLAN, sha256, givenBy: 'print' }));
    const [logged] = context.read.all<{ body: Buffer }>(
      rawQuery("SELECT body FROM change_body JOIN change_log USING (seq) WHERE table_name = 'handout'"),
    );
    expect(JSON.parse(logged?.body.toString('utf8') ?? '{}')).toMatchObject({ sha256, pdf: { sha256 } });
  });
});
