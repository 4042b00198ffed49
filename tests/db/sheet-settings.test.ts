import { describe, expect, it } from 'vitest';
import { fail } from '../../shared/contract/result.ts';
import { DEMO_CLINIC } from '../../shared/demo.ts';
import { NO_CLINIC_NOTES } from '../../shared/schemas/clinic-notes.ts';
import { insertClinic } from '../../electron/db/repositories/clinic.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { createHandoutHandlers } from '../../electron/use-cases/handouts/index.ts';
import { openTestDesk, valueOf, type TestDesk } from './database.ts';
import { openRenderer } from './sheet-renderer.ts';
import { addPatient, askedRecord, openVisit } from './visits.ts';

const handouts = createHandoutHandlers(openRenderer());

function deskWithClinic(): TestDesk {
  const desk = openTestDesk();
  desk.context.write((db) => insertClinic(db, uuidv7(), DEMO_CLINIC));
  return desk;
}

describe('notes of the clinic', () => {
  it('are empty until they are saved, and refused with a shop link (spec 1.4)', async () => {
    const { context } = deskWithClinic();
    expect(valueOf(await handouts['handouts.clinicNotes'](context, {}))).toEqual(NO_CLINIC_NOTES);
    const notes = { ...NO_CLINIC_NOTES, text: 'Back class: Tuesday 18.30.' };
    valueOf(await handouts['handouts.saveClinicNotes'](context, notes));
    const selling = { ...notes, text: 'Browse clinic.example/u/shop' };
    expect(await handouts['handouts.saveClinicNotes'](context, selling)).toEqual(fail('invalid-input', { fields: { text: 'invalid' } }));
    expect(valueOf(await handouts['handouts.clinicNotes'](context, {}))).toEqual(notes);
  });
});

describe('a kept sheet', () => {
  it('comes back with its very bytes, and a copy that begins with them and says more', async () => {
    const { context } = deskWithClinic();
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', '2025-03-10'));
    const options = { kind: 'plan', paper: 'A4', largePrint: false } as const;
    const handoutId = uuidv7();
    const { pdf, sha256 } = valueOf(await handouts['handouts.preview'](context, { visitId, options }));
    valueOf(await handouts['handouts.keep'](context, { handoutId, visitId, options, sha256, givenBy: 'print' }));
    const kept = valueOf(await handouts['handouts.get'](context, { handoutId }));
    expect(Buffer.from(kept.pdf).equals(Buffer.from(pdf))).toBe(true);
    expect(Buffer.from(kept.copy.subarray(0, pdf.length)).equals(Buffer.from(pdf))).toBe(true);
    expect(kept.copy.length).toBeGreaterThan(pdf.length + 500);
  });
});

describe('languages of the sheets', () => {
  it('wait until they are ticked, and can be taken back', async () => {
    const { context } = deskWithClinic();
    const list = async (): Promise<unknown> => valueOf(await handouts['handouts.languages'](context, {}));
    expect(await list()).toEqual([{ language: 'es', isReviewed: false }]);
    for (const isReviewed of [true, false]) {
      valueOf(await handouts['handouts.reviewLanguage'](context, { language: 'es', isReviewed }));
      expect(await list()).toEqual([{ language: 'es', isReviewed }]);
    }
    expect(await handouts['handouts.reviewLanguage'](context, { language: 'fr', isReviewed: true })).toEqual(fail('not-found'));
  });

  it('decide the sheet of a patient who prefers one', async () => {
    const { context } = deskWithClinic();
    const visitId = await openVisit(context, addPatient(context, { preferredLanguage: 'es' }), askedRecord('first', '2025-03-10'));
    const options = { kind: 'plan', paper: 'A4', largePrint: false } as const;
    const waiting = valueOf(await handouts['handouts.preview'](context, { visitId, options }));
    expect(waiting.pdf).toHaveLength(0);
    expect(waiting.problems).toMatchObject([{ hard: true, code: 'language-needs-reason' }]);
    valueOf(await handouts['handouts.reviewLanguage'](context, { language: 'es', isReviewed: true }));
    const sheet = valueOf(await handouts['handouts.preview'](context, { visitId, options }));
    expect(Buffer.from(sheet.pdf).toString('latin1')).toContain('/Lang (es)');
    const keeping = { handoutId: uuidv7(), visitId, options, sha256: sheet.sha256, givenBy: 'print' } as const;
    expect(valueOf(await handouts['handouts.keep'](context, keeping)).language).toBe('es');
  });

  it('take no kept sheet of the same visit for the last one', async () => {
    const { context } = deskWithClinic();
    const visitId = await openVisit(context, addPatient(context), askedRecord('first', '2025-03-10'));
    const options = { kind: 'plan', paper: 'A4', largePrint: false } as const;
    const first = valueOf(await handouts['handouts.preview'](context, { visitId, options }));
    valueOf(await handouts['handouts.keep'](context, { handoutId: uuidv7(), visitId, options, sha256: first.sha256, givenBy: 'print' }));
    expect(valueOf(await handouts['handouts.preview'](context, { visitId, options })).sha256).toBe(first.sha256);
  });
});
