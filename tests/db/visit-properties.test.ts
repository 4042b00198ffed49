import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEMO_CLINIC } from '../../shared/demo.ts';
import { signedVisitSchema } from '../../shared/contract/contract.ts';
import { findVisitProblems } from '../../shared/schemas/visit-checks.ts';
import { insertClinic } from '../../electron/db/repositories/clinic.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { createHandoutHandlers } from '../../electron/use-cases/handouts/index.ts';
import { visitHandlers as visits } from '../../electron/use-cases/visits/index.ts';
import { arbitraryVisit } from '../helpers/arbitrary-visit.ts';
import { openTestDesk, valueOf } from './database.ts';
import { openRenderer } from './sheet-renderer.ts';
import { addPatient, openVisit, PATIENT } from './visits.ts';

const VISIT_ON = '2026-03-16';
const record = arbitraryVisit(VISIT_ON).map((visit) => ({ ...visit, timeZone: 'UTC' }));
const handouts = createHandoutHandlers(openRenderer());

/** Names of any letters: the fonts hold some of them. */
const name = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => text.trim() !== '' && !/\p{Cc}/u.test(text));

describe('any record', () => {
  it('comes back from its draft and from its signed visit as it was given', async () => {
    const { context, clock } = openTestDesk();
    clock.set(`${VISIT_ON}T09:00:00.000Z`);
    await fc.assert(
      fc.asyncProperty(record, async (given) => {
        const visitId = await openVisit(context, addPatient(context), given);
        expect(valueOf(await visits['visits.open'](context, { visitId })).record).toEqual(given);
        const complete = { ...given, unaskedReason: 'for this test' };
        const problems = findVisitProblems(complete, PATIENT.birthDate);
        const signed = await visits['visits.sign'](context, { visitId, sequence: 2, record: complete });
        if (Object.keys(problems).length > 0) {
          expect(signed).toEqual({ ok: false, error: { code: 'invalid-input', fields: problems } });
          return;
        }
        expect(valueOf(signed).record).toEqual(complete);
        const read = valueOf(await visits['visits.get'](context, { visitId }));
        expect(read).toEqual(valueOf(signed));
        expect(signedVisitSchema.parse(read)).toEqual(read);
      }),
      { numRuns: 40 },
    );
  });

  it('always gives a safety sheet, and an emergency sheet when it is one, whatever the name is written in (spec 13)', async () => {
    const { context, clock } = openTestDesk();
    clock.set(`${VISIT_ON}T09:00:00.000Z`);
    context.write((db) => insertClinic(db, uuidv7(), DEMO_CLINIC));
    await fc.assert(
      fc.asyncProperty(record, name, name, async (given, givenNames, familyName) => {
        const visitId = await openVisit(context, addPatient(context, { givenNames, familyName, preferredLanguage: 'el' }), given);
        const safety = { kind: 'safety' as const, paper: 'A4' as const, largePrint: true };
        expect(valueOf(await handouts['handouts.preview'](context, { visitId, options: safety })).pdf.length).toBeGreaterThan(1000);
        const plan = valueOf(await handouts['handouts.preview'](context, { visitId, options: { ...safety, kind: 'plan' } }));
        if (plan.sheet !== 'homecare') expect(plan.pdf.length).toBeGreaterThan(1000);
      }),
      { numRuns: 25 },
    );
  });
});
