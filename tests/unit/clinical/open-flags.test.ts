import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../shared/clinical/assess.ts';
import {
  closesDiscussion,
  closesEmergency,
  forbidsDiscarding,
  highestOpenFlag,
  isEmergencyOpen,
  missingForOutcome,
} from '../../../shared/clinical/open-flags.ts';
import {
  E_OUTCOMES,
  emptyDiscussionOutcome,
  emptyEmergencyAction,
  type EmergencyAction,
  type Fact,
  type FlagAction,
} from '../../../shared/schemas/red-flag-answers.ts';
import { emptyVisitRecord, type VisitRecord } from '../../../shared/schemas/visit.ts';

const BIRTH_DATE = '1980-05-04';

function flagged(fact: Fact, changes: Partial<VisitRecord> = {}): { record: VisitRecord; assessment: ReturnType<typeof assess> } {
  const record = { ...emptyVisitRecord('first', '2025-03-10', 'UTC'), ...changes };
  record.redFlags = { ...record.redFlags, answers: { [fact]: 'yes' } };
  return { record, assessment: assess(record, { birthDate: BIRTH_DATE, earlier: [] }) };
}

const text = fc.constantFrom('', ' ', 'something');
const emergencyAction: fc.Arbitrary<EmergencyAction> = fc.record({
  told: text,
  toldTime: text,
  transport: fc.constant(null),
  companion: text,
  edTold: fc.constant(null),
  edToldName: text,
  edToldTime: text,
  outcome: fc.option(fc.constantFrom(...E_OUTCOMES)),
  excludedBy: text,
  refusedReason: text,
  refusedExplained: text,
  callBackTime: text,
});
const discussion = fc.record({ service: text, name: text, time: text, outcome: text });
const flagAction: fc.Arbitrary<FlagAction> = fc.oneof(
  emergencyAction.map((action): FlagAction => ({ urgency: 'E', action, recordedAt: '2025-03-11T09:00:00.000Z', recordedBy: 'A Tester' })),
  discussion.map((action): FlagAction => ({ urgency: 'D', action, recordedAt: '2025-03-11T09:00:00.000Z', recordedBy: 'A Tester' })),
);

describe('closesEmergency', () => {
  it.each([
    [null, false],
    ['pending', false],
    ['attended', true],
    ['admitted', true],
    ['excluded', false],
    ['refused', false],
  ] as const)('%s with nothing else recorded: %s', (outcome, closes) => {
    expect(closesEmergency({ ...emptyEmergencyAction(), outcome })).toBe(closes);
  });

  it('needs the service that excluded it, or what was said to someone who refused', () => {
    const excluded: EmergencyAction = { ...emptyEmergencyAction(), outcome: 'excluded' };
    expect(missingForOutcome(excluded)).toEqual(['excludedBy']);
    expect(closesEmergency({ ...excluded, excludedBy: 'A&E' })).toBe(true);
    const refused: EmergencyAction = { ...emptyEmergencyAction(), outcome: 'refused', refusedReason: 'a', callBackTime: '18:00' };
    expect(missingForOutcome(refused)).toEqual(['refusedExplained']);
    expect(closesEmergency({ ...refused, refusedExplained: 'b' })).toBe(true);
  });
});

describe('an emergency', () => {
  it('is open exactly while its newest record does not close it', () => {
    fc.assert(
      fc.property(emergencyAction, fc.array(flagAction, { maxLength: 5 }), (emergency, actions) => {
        const visit = flagged('RF-02a', { emergency });
        const newest = [emergency, ...actions.flatMap((each) => (each.urgency === 'E' ? [each.action] : []))].at(-1);
        const closed = newest !== undefined && closesEmergency(newest);
        expect(isEmergencyOpen({ ...visit, actions })).toBe(!closed);
        if (!closed) expect(highestOpenFlag({ ...visit, actions })).toBe('E');
      }),
    );
  });

  it('is not opened by a visit that has none', () => {
    const visit = flagged('RF-08e', { emergency: { ...emptyEmergencyAction(), outcome: 'pending' } });
    expect(isEmergencyOpen({ ...visit, actions: [] })).toBe(false);
    expect(highestOpenFlag({ ...visit, actions: [] })).toBeNull();
  });
});

describe('a discussion', () => {
  it('is open exactly while its newest record has an empty field', () => {
    fc.assert(
      fc.property(discussion, fc.array(flagAction, { maxLength: 5 }), (recorded, actions) => {
        const visit = flagged('RF-08c', { discussion: recorded });
        const newest = [recorded, ...actions.flatMap((each) => (each.urgency === 'D' ? [each.action] : []))].at(-1);
        expect(highestOpenFlag({ ...visit, actions })).toBe(newest !== undefined && closesDiscussion(newest) ? null : 'D');
      }),
    );
  });
});

describe('forbidsDiscarding', () => {
  it('holds for an emergency whatever is recorded, and for a discussion until it is recorded', () => {
    const admitted = flagged('RF-02a', { emergency: { ...emptyEmergencyAction(), outcome: 'admitted' } });
    expect(forbidsDiscarding(admitted.record, admitted.assessment)).toBe(true);
    const open = flagged('RF-08c');
    expect(forbidsDiscarding(open.record, open.assessment)).toBe(true);
    const discussed = flagged('RF-08c', {
      discussion: { ...emptyDiscussionOutcome(), service: 'a', name: 'b', time: 'c', outcome: 'd' },
    });
    expect(forbidsDiscarding(discussed.record, discussed.assessment)).toBe(false);
    const urgent = flagged('RF-14a');
    expect(forbidsDiscarding(urgent.record, urgent.assessment)).toBe(false);
  });
});
