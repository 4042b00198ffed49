import { describe, expect, it } from 'vitest';
import { fail } from '../../shared/contract/result.ts';
import { addDays } from '../../shared/clinical/day-counts.ts';
import { DEMO_CLINIC } from '../../shared/demo.ts';
import type { HandoutSummary } from '../../shared/schemas/handout.ts';
import { query } from '../../electron/db/query.ts';
import { insertClinic } from '../../electron/db/repositories/clinic.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { uuidv7 } from '../../electron/ids.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { createHandoutHandlers } from '../../electron/use-cases/handouts/index.ts';
import { formHandlers } from '../../electron/use-cases/forms/index.ts';
import { todayHandlers } from '../../electron/use-cases/today/index.ts';
import { getChart } from '../../electron/use-cases/visits/get-chart.ts';
import { openTestDesk, valueOf, type TestDesk } from './database.ts';
import { openRenderer } from './sheet-renderer.ts';
import { addPatient, askedRecord, openVisit } from './visits.ts';

const handouts = createHandoutHandlers(openRenderer());
const options = { kind: 'plan', paper: 'A4', largePrint: false } as const;

type Kept = { context: DeskContext; clock: TestDesk['clock']; patientId: string; visitId: string; sheet: HandoutSummary };

async function keptSheet(): Promise<Kept> {
  const { context, clock } = openTestDesk();
  context.write((db) => insertClinic(db, uuidv7(), DEMO_CLINIC));
  const patientId = addPatient(context);
  const visitId = await openVisit(context, patientId, askedRecord('first', context.clock.today()));
  const { sha256 } = valueOf(await handouts['handouts.preview'](context, { visitId, options }));
  const keep = { handoutId: uuidv7(), visitId, options, sha256, givenBy: 'print' } as const;
  return { context, clock, patientId, visitId, sheet: valueOf(await handouts['handouts.keep'](context, keep)) };
}

const count = ({ context }: Kept, table: 'handout' | 'handout_giving'): number =>
  context.read.first(query.selectFrom(table).select(query.fn.countAll<number>().as('n')))?.n ?? -1;

describe('recording that a sheet was given', () => {
  it('is listed on Today, by the name of the patient, while it is typed and not recorded', async () => {
    const { context, patientId, sheet } = await keptSheet();
    const form = { formDraftId: uuidv7(), form: 'giving', subjectId: sheet.handoutId, label: '', sequence: 1, focusField: '' } as const;
    valueOf(await formHandlers['forms.save'](context, { ...form, content: '{"note":"Asked twice"}' }));
    const { forms } = valueOf(await todayHandlers['today.get'](context, {}));
    expect(forms).toMatchObject([{ form: 'giving', subjectId: sheet.handoutId, patient: { patientId } }]);
  });

  it('keeps the day, teach-back, the line and who recorded it, and shows it in the chart', async () => {
    const kept = await keptSheet();
    const { context, patientId, sheet } = kept;
    expect(sheet.giving).toBeNull();
    const given = { givenOn: context.clock.today(), teachBack: 'partly', note: 'Asked twice about the walking' } as const;
    const recorded = valueOf(
      await handouts['handouts.recordGiving'](context, { givingId: uuidv7(), handoutId: sheet.handoutId, ...given }),
    );
    expect(recorded.giving).toEqual({ ...given, recordedAt: context.clock.nowInstant(), recordedBy: context.user.displayName });
    expect(valueOf(await getChart(context, { patientId })).handouts).toEqual([recorded]);
    expect(verifyLog(context.read, context.deskId)).toMatchObject({ intact: true });
  });

  it('records the same once, whatever was clicked, and a correction as a second row that counts', async () => {
    const kept = await keptSheet();
    const { context, sheet } = kept;
    const { handoutId } = sheet;
    const first = { givingId: uuidv7(), handoutId, givenOn: context.clock.today(), teachBack: null, note: '' };
    for (let click = 0; click < 3; click += 1) valueOf(await handouts['handouts.recordGiving'](context, first));
    expect(count(kept, 'handout_giving')).toBe(1);
    const corrected = valueOf(await handouts['handouts.recordGiving'](context, { ...first, givingId: uuidv7(), teachBack: 'done' }));
    expect(corrected.giving?.teachBack).toBe('done');
    expect(count(kept, 'handout_giving')).toBe(2);
    const other = await keptSheet();
    expect(await handouts['handouts.recordGiving'](other.context, { ...first, handoutId })).toEqual(fail('not-found'));
  });

  it('never answers that other words were recorded under an id that is taken', async () => {
    const kept = await keptSheet();
    const { context, sheet } = kept;
    const first = { givingId: uuidv7(), handoutId: sheet.handoutId, givenOn: context.clock.today(), teachBack: null, note: 'One' };
    valueOf(await handouts['handouts.recordGiving'](context, first));
    expect(await handouts['handouts.recordGiving'](context, { ...first, note: 'Two' })).toEqual(fail('duplicate'));
    expect(await handouts['handouts.recordGiving'](context, { ...first, teachBack: 'done' })).toEqual(fail('duplicate'));
    expect(valueOf(await handouts['handouts.recordGiving'](context, first)).giving?.note).toBe('One');
  });

  it('shows the correction that was recorded last, though the clock was ahead at the one before', async () => {
    const { context, clock, patientId, sheet } = await keptSheet();
    const given = { handoutId: sheet.handoutId, givenOn: context.clock.today(), note: '' };
    clock.set(`${addDays(given.givenOn, 90)}T09:00:00.000Z`);
    valueOf(await handouts['handouts.recordGiving'](context, { ...given, givingId: uuidv7(), teachBack: 'done' }));
    clock.set(`${given.givenOn}T10:00:00.000Z`);
    valueOf(await handouts['handouts.recordGiving'](context, { ...given, givingId: uuidv7(), teachBack: 'not_done' }));
    expect(valueOf(await getChart(context, { patientId })).handouts[0]?.giving?.teachBack).toBe('not_done');
  });

  it('refuses a day before the sheet was made and a day to come', async () => {
    const { context, sheet } = await keptSheet();
    const at = (days: number): unknown =>
      handouts['handouts.recordGiving'](context, {
        givingId: uuidv7(),
        handoutId: sheet.handoutId,
        givenOn: addDays(context.clock.today(), days),
        teachBack: 'done',
        note: '',
      });
    expect(await at(-1)).toEqual(fail('invalid-input', { fields: { givenOn: 'before-the-sheet' } }));
    expect(await at(1)).toEqual(fail('invalid-input', { fields: { givenOn: 'in-the-future' } }));
  });

  it('never changes or deletes what was recorded', async () => {
    const kept = await keptSheet();
    const { context, sheet } = kept;
    const giving = { givingId: uuidv7(), handoutId: sheet.handoutId, givenOn: sheet.madeOn, teachBack: 'done', note: '' } as const;
    valueOf(await handouts['handouts.recordGiving'](context, giving));
    for (const statement of [query.updateTable('handout_giving').set({ note: 'x' }), query.deleteFrom('handout_giving')]) {
      expect(() => context.read.all(statement)).toThrow();
    }
    expect(count(kept, 'handout_giving')).toBe(1);
  });
});

describe('keeping a sheet', () => {
  it('keeps the same bytes of a visit once, be it printed, saved or clicked twice', async () => {
    const kept = await keptSheet();
    const { context, visitId, sheet } = kept;
    const again = (givenBy: 'print' | 'save'): Promise<unknown> =>
      Promise.resolve(handouts['handouts.keep'](context, { handoutId: uuidv7(), visitId, options, sha256: sheet.sha256, givenBy }));
    const answers = await Promise.all([again('print'), again('save'), again('print')]);
    for (const answer of answers) expect(answer).toEqual({ ok: true, value: sheet });
    expect(count(kept, 'handout')).toBe(1);
  });
});
