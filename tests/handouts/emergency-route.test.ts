import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assess } from '../../shared/clinical/assess.ts';
import { buildHandout } from '../../shared/handouts/build.ts';
import { leadingEmergency } from '../../shared/handouts/emergency-route.ts';
import { EMERGENCY_ROUTES } from '../../shared/handouts/handout-text.ts';
import { arbitraryContext, arbitraryMixedVisit } from '../helpers/arbitrary-quiet-visit.ts';
import { input, visit } from './fixtures.ts';

it('goes first on the screen by the route that names the sheet: the ambulance before the emergency department', () => {
  const record = visit((one) => {
    one.redFlags.answers['RF-02a'] = 'yes';
    one.redFlags.answers['RF-18a'] = 'yes';
    one.redFlags.answers['RF-18d'] = 'yes';
  });
  const { rows } = assess(record, { birthDate: '1960-01-01', earlier: [] }).redFlags;
  const emergencies = rows.filter(({ urgency }) => urgency === 'E');
  expect(emergencies.map(({ route }) => route)).toEqual(['ED', 'NUMBER']);
  expect(leadingEmergency(rows)?.patientText).toBe('Call {number} now.');
});

it('never sends a patient another way than the sheet does', () => {
  fc.assert(
    fc.property(arbitraryMixedVisit, arbitraryContext, (record, context) => {
      const assessment = assess(record, context);
      if (assessment.redFlags.overall !== 'E') return;
      const [title] = buildHandout(input({ record, assessment })).blocks;
      const leading = leadingEmergency(assessment.redFlags.rows);
      const named = EMERGENCY_ROUTES.find((route) => route === leading?.route) ?? 'ED';
      expect(title).toMatchObject({ type: 'title', sentence: { id: `E.title.${named}` } });
    }),
  );
});

it('is nothing where there is no emergency', () => {
  expect(leadingEmergency([{ urgency: 'D', route: 'SPINE' }])).toBeUndefined();
});
