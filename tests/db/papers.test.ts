import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../shared/contract/contract.ts';
import { DEMO_CLINIC } from '../../shared/demo.ts';
import { openDatabase } from '../../electron/db/open.ts';
import { insertClinic } from '../../electron/db/repositories/clinic.ts';
import { uuidv7 } from '../../electron/ids.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { createPaperHandlers } from '../../electron/use-cases/papers/index.ts';
import { visitHandlers as visits } from '../../electron/use-cases/visits/index.ts';
import { openTestDesk, valueOf, type TestDesk } from './database.ts';
import { openRenderer } from './sheet-renderer.ts';
import { addPatient, askedRecord, countRows, openVisit, signedVisit } from './visits.ts';

const TODAY = '2025-03-10';
const papers = createPaperHandlers(openRenderer());

function deskWithClinic(): TestDesk {
  const desk = openTestDesk();
  desk.context.write((db) => insertClinic(db, uuidv7(), DEMO_CLINIC));
  return desk;
}

const preview = async (desk: DeskContext, visitId: string, kind: 'letter' | 'summary' = 'letter'): Promise<Output<'papers.preview'>> =>
  valueOf(await papers['papers.preview'](desk, { visitId, kind, paper: 'A4' }));

describe('papers.preview', () => {
  it('is never held back: an emergency, an open discussion, nothing asked; open or signed', async () => {
    const { context } = deskWithClinic();
    const records = [
      askedRecord('first', TODAY, { 'RF-02a': 'yes' }),
      askedRecord('first', TODAY, { 'RF-12a': 'yes' }),
      { ...askedRecord('first', TODAY), redFlags: { ...askedRecord('first', TODAY).redFlags, answers: {} } },
    ];
    for (const record of records) {
      const openId = await openVisit(context, addPatient(context), record);
      const { visitId: signedId } = await signedVisit(context, addPatient(context), { ...record, unaskedReason: 'phone contact' });
      for (const visitId of [openId, signedId]) {
        for (const kind of ['letter', 'summary'] as const) {
          const made = await preview(context, visitId, kind);
          expect(made.pdf.length).toBeGreaterThan(1000);
          expect(made.patientName).toBe('Testa Examplewoman');
          expect(made.problems).toEqual([]);
          expect(made.sha256).toBe(createHash('sha256').update(made.pdf).digest('hex'));
        }
      }
    }
  });

  it('makes a blank sheet of no patient', async () => {
    const { context } = deskWithClinic();
    const made = valueOf(await papers['papers.blank'](context, { paper: 'Letter' }));
    expect(made.patientName).toBe('');
    expect(made.pdf.length).toBeGreaterThan(1000);
    expect(countRows(context, 'paper')).toBe(0);
  });

  it('is not found where there is no such visit', async () => {
    const { context } = deskWithClinic();
    expect(await papers['papers.preview'](context, { visitId: uuidv7(), kind: 'letter', paper: 'A4' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

describe('papers.keep', () => {
  const keep = async (desk: DeskContext, visitId: string, sha256: string, paperId = uuidv7()): Promise<Output<'papers.keep'>> =>
    valueOf(await papers['papers.keep'](desk, { paperId, visitId, kind: 'letter', paper: 'A4', sha256, givenBy: 'print' }));

  it('stores the very bytes once, final, and lists them in the chart', async () => {
    const desk = deskWithClinic();
    const { context } = desk;
    const patientId = addPatient(context);
    const { visitId } = await signedVisit(context, patientId, askedRecord('first', TODAY, { 'RF-02a': 'yes' }));
    const made = await preview(context, visitId);
    const kept = await keep(context, visitId, made.sha256);
    expect(await keep(context, visitId, made.sha256)).toEqual(kept);
    expect(countRows(context, 'paper')).toBe(1);
    const read = valueOf(await papers['papers.get'](context, { paperId: kept.paperId }));
    expect(Buffer.from(read.pdf).equals(Buffer.from(made.pdf))).toBe(true);
    expect(Buffer.from(read.copy.subarray(0, made.pdf.length)).equals(Buffer.from(made.pdf))).toBe(true);
    expect(read.copy.length).toBeGreaterThan(made.pdf.length);
    expect(valueOf(await visits['patients.chart'](context, { patientId })).papers).toEqual([kept]);

    desk.store.close();
    const database = valueOf(openDatabase(desk.path, desk.key));
    try {
      expect(() => database.exec("UPDATE paper SET kind = 'summary'")).toThrow('final');
      expect(() => database.exec('DELETE FROM paper')).toThrow('never deleted');
    } finally {
      database.close();
    }
  });

  it('refuses bytes that the record would no longer give', async () => {
    const { context } = deskWithClinic();
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', TODAY));
    const made = await preview(context, visitId);
    valueOf(
      await visits['visits.saveDraft'](context, {
        visitId,
        sequence: 2,
        record: askedRecord('first', TODAY, { 'RF-14a': 'yes' }),
        pendingText: {},
        focusField: '',
      }),
    );
    const result = await papers['papers.keep'](context, {
      paperId: uuidv7(),
      visitId,
      kind: 'letter',
      paper: 'A4',
      sha256: made.sha256,
      givenBy: 'save',
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(countRows(context, 'paper')).toBe(0);
  });
});
