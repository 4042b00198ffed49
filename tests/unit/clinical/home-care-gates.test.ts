import { describe, expect, test } from 'vitest';
import type { HomeCareInput } from '../../../shared/clinical/home-care-inputs.ts';
import { planSheet } from '../../../shared/clinical/home-care-sheet.ts';
import type { ModuleChoice, SheetPlan } from '../../../shared/schemas/assessment.ts';
import type { ModuleId } from '../../../shared/schemas/plan.ts';
import { MODULES } from '../../../shared/schemas/plan.ts';
import { handoutText } from '../../../shared/text/en/handouts.ts';
import { LEADS, moduleWords as words } from '../../../shared/text/en/home-care.ts';
import { homeCareInput } from '../../helpers/home-care-input.ts';

const ALL: ReadonlySet<ModuleId> = new Set(MODULES);

function planOf(change: Partial<HomeCareInput>): SheetPlan {
  return planSheet(homeCareInput(change), ALL);
}

function choiceOf(id: ModuleId, change: Partial<HomeCareInput>): ModuleChoice {
  const choice = planOf(change).choices.find((each) => each.id === id);
  if (choice === undefined) throw new Error(`no choice for ${id}`);
  return choice;
}

const row = (id: string, urgency: 'E' | 'D' | 'U' | 'R'): Pick<HomeCareInput, 'rows'> => ({ rows: [{ row: id, urgency }] });

describe('phase (spec 7.1)', () => {
  test.each<[string, Partial<HomeCareInput>, string]>([
    ['flare day 2 (K31)', { flareDay: 2 }, 'P1 LEAD-1A'],
    ['flare day 3 (K31)', { flareDay: 3 }, 'P2 LEAD-2'],
    ['flare start not recorded', { flareDay: null }, 'P2 LEAD-2'],
    ['leg 6 (K29)', { legNprs: 6 }, 'P2 LEAD-2'],
    ['leg 7 (K29)', { legNprs: 7 }, 'P1 LEAD-1B'],
    ['leg 7 on day 2', { legNprs: 7, flareDay: 2 }, 'P1 LEAD-1A'],
    ['settles in 30 minutes (K30)', { settleMinutes: 30 }, 'P2 LEAD-2'],
    ['settles in 31 minutes (K30)', { settleMinutes: 31 }, 'P1 LEAD-1B'],
    ['marked irritable', { irritableTick: true }, 'P1 LEAD-1B'],
    ['episode of 42 days (K32)', { episodeDays: 42 }, 'P2 LEAD-2'],
    ['episode of 43 days (K32)', { episodeDays: 43 }, 'P3 LEAD-3'],
    ['2 flares (K33)', { flaresInSixMonths: 2 }, 'P2 LEAD-2'],
    ['3 flares (K33)', { flaresInSixMonths: 3 }, 'P3 LEAD-3'],
    ['early beats long', { flareDay: 2, episodeDays: 400 }, 'P1 LEAD-1A'],
  ])('%s', (_words, change, expected) => {
    const plan = planOf(change);
    expect(`${plan.phase} ${plan.leadId}`).toBe(expected);
    expect(plan.phaseFrom).toBe('rule');
    expect(plan.lead).toBe(LEADS[plan.leadId]);
  });

  test('a ticked phase replaces the rule and the sheet says so', () => {
    const plan = planOf({ phaseTick: 'P3', legNprs: 9 });
    expect([plan.phase, plan.phaseFrom, plan.leadId, plan.phaseBecause]).toEqual(['P3', 'tick', 'LEAD-3', 'phase 3 set by you']);
  });

  test('the lead sentences on screen are those on paper', () => {
    expect(JSON.stringify(handoutText)).toContain(JSON.stringify(LEADS['LEAD-1A']));
    for (const lead of Object.values(LEADS)) expect(JSON.stringify(handoutText)).toContain(JSON.stringify(lead));
  });
});

describe('sheet (spec 7.0)', () => {
  test.each<[string, Partial<HomeCareInput>, number, string[]]>([
    [
      'an E row beats everything',
      { ...row('RF-01a.1', 'E'), blocking: ['RF-02a'], openEarlierEmergency: true },
      1,
      ['incomplete', 'earlierE'],
    ],
    ['an earlier emergency without an outcome', { openEarlierEmergency: true }, 2, ['earlierE']],
    ['another required field unasked, no reason', { otherUnasked: ['RF-12f'] }, 2, ['incomplete']],
    ['another required field unasked, reason recorded', { otherUnasked: ['RF-12f'], reasonRecorded: true }, 6, []],
    ['a D row, and an open field', { ...row('RF-06.3', 'D'), otherUnasked: ['RF-12f'] }, 2, ['D', 'incomplete']],
    ['a D row with its discussion', { ...row('RF-06.3', 'D'), discussionResolved: true }, 4, []],
    ['pregnant', { pregnant: 'yes' }, 5, []],
    ['pregnancy possible', { pregnant: 'possible' }, 6, []],
    ['under 18', row('RF-21b', 'R'), 5, []],
  ])('%s', (_words, change, sheetRow, reasons) => {
    const plan = planOf(change);
    expect(plan.sheetRow).toBe(sheetRow);
    expect(plan.safetyReasons).toEqual(reasons);
  });

  test('rows 1 to 3 list no refused pick, and hold what the sheet cannot carry', () => {
    for (const change of [row('RF-01a.1', 'E'), { openEarlierEmergency: true }, row('RF-06.3', 'D')]) {
      const plan = planOf({ ...change, picked: ['M14', 'M08'] });
      expect(plan.refused).toEqual([]);
      expect(plan.choices.filter(({ state }) => state === 'refused' || state === 'offered')).toEqual([]);
    }
  });

  test('the open discussion keeps M05, M13, M19, and M06 only where lying on the back eases', () => {
    expect(planOf(row('RF-06.3', 'D')).modules).toEqual(['M05', 'M13', 'M19']);
    expect(planOf({ ...row('RF-06.3', 'D'), lyingOnBack: 'eases', pregnant: 'yes' }).modules).toEqual(['M05', 'M13', 'M19']);
  });

  test('M13 and M19 cannot be taken off; every other module can', () => {
    const plan = planOf({ removed: MODULES });
    expect(plan.modules).toEqual(['M13', 'M19']);
    expect(choiceOf('M05', { removed: ['M05'] })).toMatchObject({ state: 'removed', because: 'taken off by you', fixed: false });
    expect(choiceOf('M19', { removed: ['M19'] })).toMatchObject({ state: 'chosen', fixed: true });
    expect(planOf({ ...row('RF-06.3', 'D'), removed: ['M05', 'M13'] }).modules).toEqual(['M13', 'M19']);
  });

  test('the safety block goes first with a U or D row, last without', () => {
    expect(planOf(row('RF-14a', 'U')).safetyFirst).toBe(true);
    expect(planOf(row('RF-14b', 'R')).safetyFirst).toBe(false);
  });
});

describe('module gates (spec 7.2)', () => {
  const held: [ModuleId, string, Partial<HomeCareInput>, string][] = [
    [
      'M01',
      'a cold check answered yes',
      { flareDay: 1, cold: { state: 'yes', items: ["Raynaud's"] } },
      "cold check answered yes: Raynaud's",
    ],
    ['M01', 'numb skin unsure', { flareDay: 1, numbSite: 'unsure' }, 'numb skin at the treatment site: unsure'],
    [
      'M01',
      'diabetes and feeling not tested',
      { flareDay: 1, diabetes: 'yes' },
      'diabetes: yes, and feeling at the site is not recorded as normal',
    ],
    [
      'M02',
      'the heat check is open',
      { heat: { state: 'open', items: ['hot red swelling'] } },
      'heat check not complete: hot red swelling',
    ],
    ['M03', 'lying on the back is worse', { lyingOnBack: 'worse' }, 'lying on the back is worse'],
    ['M04a', 'belly surgery 42 days ago (K37)', { e17Extension: 'better', abdominalSurgeryDays: 42 }, 'belly surgery within 42 days'],
    ['M04a', 'stenosis cue', { e17Extension: 'better', stenosis: true }, 'stenosis cue present'],
    ['M04b', 'sitting worse', { e17Flexion: 'better', sittingWorse: 'yes' }, 'sitting makes it worse'],
    ['M04b', 'replacement not asked', { e17Flexion: 'better', jointReplacement: 'unasked' }, 'knee or hip replacement: not asked'],
    [
      'M06',
      'pregnant, weeks not recorded',
      { lyingOnBack: 'eases', pregnant: 'yes', pregnantWeeks: null, picked: ['M06'] },
      'pregnant: not lying flat from week 16, or weeks not recorded',
    ],
    ['M07', 'weakness', row('RF-10d.1', 'U'), 'a foot drop or weakness row is present'],
    ['M07', 'fracture risk', row('RF-13.4', 'U'), 'a fracture row is present'],
    ['M07', 'result worse', { result: 'WORSE' }, 'follow-up result is worse'],
    ['M08', 'clot question', row('RF-18.4', 'U'), 'a blood-flow or clot row is present'],
    ['M08', 'foot drop without advice', row('RF-09b', 'U'), 'a foot drop row is present; tick that footwear and falls advice was given'],
    ['M08', 'vascular cue', { vascular: true }, 'vascular cue present'],
    ['M08', 'walking over 30 minutes', { walkingRaisesOver30Min: 'yes' }, 'walking raises leg symptoms for more than 30 minutes'],
    ['M10b', 'fracture risk', { ...row('RF-13.5', 'U'), lifting: 'yes' }, 'a fracture row is present'],
    ['M12', 'not discussed', {}, 'not discussed'],
    ['M18', 'cancer row of any urgency', row('RF-11b', 'U'), 'a foot drop, cancer or infection row is present'],
    ['M18', 'foot drop row R', row('RF-09c.3', 'R'), 'a foot drop, cancer or infection row is present'],
  ];
  test.each(held)('%s is held: %s', (id, _words, change, because) => {
    const choice = choiceOf(id, change);
    expect(planOf(change).modules).not.toContain(id);
    expect(['held', 'refused']).toContain(choice.state);
    expect(choice.because).toBe(because);
  });

  test.each<[ModuleId, string, Partial<HomeCareInput>]>([
    ['M01', 'day 2, cold preferred', { flareDay: 2, temperaturePreference: 'cold' }],
    ['M01', 'diabetes with normal feeling', { flareDay: 1, diabetes: 'yes', siteSensation: 'normal' }],
    ['M02', 'day 1, heat preferred', { flareDay: 1, temperaturePreference: 'heat' }],
    ['M04a', 'extension eases', { extensionEases: 'yes' }],
    ['M04a', 'belly surgery 43 days ago (K37)', { e17Extension: 'better', abdominalSurgeryDays: 43 }],
    ['M04b', 'stenosis cue with sitting worse', { stenosis: true, sittingWorse: 'yes' }],
    ['M06', 'lying on the back eases', { lyingOnBack: 'eases' }],
    ['M07', 'weakness of urgency R', row('RF-10d.2', 'R')],
    ['M08', 'foot drop with footwear advice', { ...row('RF-09b', 'U'), footwearAdviceGiven: true }],
    ['M09', 'long sitting', { longSitting: 'yes' }],
    ['M10a', 'poor sleep', { poorSleep: 'yes' }],
    ['M10b', 'manual work', { manualWork: 'yes' }],
    ['M10c', 'two triggers (K41)', { triggers: 2 }],
    ['M11', 'phase 2', {}],
    ['M18', 'nothing against it', {}],
  ])('%s is chosen: %s', (id, _words, change) => {
    expect(choiceOf(id, change).state).toBe('chosen');
  });

  test.each<[ModuleId, string, Partial<HomeCareInput>]>([
    ['M01', 'day 3', { flareDay: 3, temperaturePreference: 'cold' }],
    ['M01', 'preference not asked', { flareDay: 1, temperaturePreference: 'unasked' }],
    ['M02', 'cold preferred', { temperaturePreference: 'cold' }],
    ['M06', 'lying on the back changes nothing', { lyingOnBack: 'same' }],
    ['M10c', 'one trigger (K41)', { triggers: 1 }],
    ['M11', 'phase 3', { episodeDays: 43 }],
    ['M14', 'pick only', {}],
    ['M17', 'pick only', {}],
  ])('%s is only offered: %s', (id, _words, change) => {
    expect(choiceOf(id, change).state).toBe('offered');
    expect(planOf(change).modules).not.toContain(id);
    expect(planOf({ ...change, picked: [id] }).modules).toContain(id);
  });

  test.each<[string, Partial<HomeCareInput>]>([
    ['phase 1', { phaseTick: 'P1' }],
    ['flexion worse', { e17Flexion: 'worse' }],
    ['leg raise lower', { slrWorse: true }],
    ['leg 7 (K40)', { legNprs: 7, phaseTick: 'P2' }],
    ['leg pain not recorded', { legNprs: null }],
    ['neurology worse', { result: 'NEURO WORSE' }],
  ])('M14 is refused: %s', (_words, change) => {
    expect(planOf({ ...change, picked: ['M14'] }).refused).toEqual(['M14']);
  });

  test.each<[string, Partial<HomeCareInput>]>([
    ['flexion worse, with the stenosis cue', { e17Flexion: 'worse', stenosis: true }],
    ['sitting worse', { sittingWorse: 'yes' }],
    ['bending worse', { bendingWorse: 'yes' }],
    ['knee or hip limit', { kneeOrHipLimit: 'yes' }],
    ['knee or hip limit not asked', { kneeOrHipLimit: 'unasked' }],
    ['joint replacement', { jointReplacement: 'yes' }],
  ])('M04b is refused: %s', (_words, change) => {
    expect(planOf({ picked: ['M04b'] }).refused).toEqual([]);
    expect(planOf({ ...change, picked: ['M04b'] }).refused).toEqual(['M04b']);
  });

  test('a ticked phase 1 leads with the first two days only while they last', () => {
    expect(planOf({ phaseTick: 'P1', flareDay: 2 }).leadId).toBe('LEAD-1A');
    expect(planOf({ phaseTick: 'P1', flareDay: 3 }).leadId).toBe('LEAD-1B');
    expect(planOf({ phaseTick: 'P2', flareDay: 1 }).leadId).toBe('LEAD-2');
    expect(planOf({ phaseTick: 'P3', flareDay: 1 }).leadId).toBe('LEAD-3');
  });

  test('M20 waits for the clinic to switch its notes on', () => {
    expect(choiceOf('M20', { picked: ['M20'] }).state).toBe('refused');
    expect(planOf({ clinicNotes: true }).modules).toContain('M20');
  });

  test('M14 at leg 6 is possible (K40)', () => {
    expect(planOf({ legNprs: 6, picked: ['M14'] }).modules).toContain('M14');
  });
});

describe('each refusal of a gate by itself (spec 7.2, 7.4)', () => {
  const discussed = { ...row('RF-06.3', 'D'), discussionResolved: true };
  const weak = row('RF-10d.1', 'U');
  const fracture = row('RF-13.5', 'U');
  const lateInPregnancy = { pregnant: 'yes', pregnantWeeks: 20 } as const;
  const rolling = { rollingAllowed: true, rollerUsed: 'yes' } as const;
  test.each<[ModuleId, string, Partial<HomeCareInput>]>([
    ['M03', words.flexionWorse, { e17Flexion: 'worse' }],
    ['M03', words.flat, lateInPregnancy],
    ['M04a', words.extensionWorse, { e17Extension: 'worse' }],
    ['M04a', words.stenosis, { stenosis: true }],
    ['M04a', words.flat, lateInPregnancy],
    ['M04b', words.hipOsteoarthritis, { hipOsteoarthritis: true }],
    ['M04b', words.fractureRow, fracture],
    ['M06', words.lyingWorse, { lyingOnBack: 'worse' }],
    ['M07', words.flexionWorse, { e17Flexion: 'worse' }],
    ['M07', words.irritable, { irritableTick: true }],
    ['M07', words.flat, lateInPregnancy],
    ['M07', words.discussionRow, discussed],
    ['M10b', words.fractureRow, fracture],
    ['M14', words.phase1, { phaseTick: 'P1' }],
    ['M14', words.flexionWorse, { e17Flexion: 'worse' }],
    ['M14', words.extensionWorse, { e17Extension: 'worse' }],
    ['M14', words.slrWorse, { slrWorse: true }],
    ['M14', words.weakRow, weak],
    ['M14', words.discussionRow, discussed],
    ['M14', words.worse, { result: 'WORSE' }],
    ['M17', words.phase1, { phaseTick: 'P1' }],
    ['M17', words.discussionRow, discussed],
    ['M17', words.weakRow, weak],
    ['M17', words.worse, { result: 'WORSE' }],
    ['M18', words.discussionRow, discussed],
    ['M15', words.hipOsteoarthritis, { ...rolling, hipOsteoarthritis: true }],
    ['M15', words.notAllowed, { rollerUsed: 'yes' }],
    ['M16', words.notAllowed, { rollerUsed: 'yes' }],
    ['M16', words.pressureYes(['open wound']), { ...rolling, pressure: { state: 'yes', items: ['open wound'] } }],
    ['M16', words.pressureOpen(['open wound']), { ...rolling, pressure: { state: 'open', items: ['open wound'] } }],
  ])('%s is refused, though picked: %s', (id, because, change) => {
    const plan = planOf({ ...change, picked: [id] });
    expect(plan.refused).toEqual([id]);
    expect(plan.modules).not.toContain(id);
    expect(choiceOf(id, { ...change, picked: [id] })).toMatchObject({ state: 'refused', because });
  });

  test('sitting made worse puts the sitting advice on the sheet', () => {
    expect(choiceOf('M09', { sittingWorse: 'yes' })).toMatchObject({ state: 'chosen', because: words.sittingWorse });
    expect(choiceOf('M09', {}).state).not.toBe('chosen');
  });
});

describe('the answer that decided a module, in words', () => {
  const set = { discussed: true, hardItems: [], holdItems: [], openItems: [], cleared: false };
  const discussed = { ...row('RF-06.3', 'D'), discussionResolved: true };
  test.each<[ModuleId, string, Partial<HomeCareInput>, string]>([
    ['M01', 'chosen', { flareDay: 0 }, 'flare started today; no preference for cold or heat'],
    ['M02', 'chosen', { flareDay: 3, temperaturePreference: 'heat' }, 'flare started 3 days ago, past the first two days; heat preferred'],
    ['M10c', 'chosen', { stress: 'yes', triggers: 3 }, 'stress; 3 triggers'],
    ['M11', 'chosen', {}, 'phase 2'],
    ['M13', 'chosen', {}, 'on every sheet of this kind; cannot be taken off'],
    ['M17', 'chosen', { picked: ['M17'] }, 'picked by you'],
    ['M08', 'chosen', { ...discussed, picked: ['M08'] }, 'picked by you'],
    ['M05', 'chosen', discussed, 'safe to keep while the discussion is open'],
    ['M06', 'chosen', { ...discussed, lyingOnBack: 'eases' }, 'safe to keep while the discussion is open; lying on the back eases'],
    ['M06', 'chosen', { ...discussed, lyingOnBack: 'same', picked: ['M06'] }, 'picked by you'],
    ['M08', 'offered', discussed, 'may be picked after the same-day discussion'],
    ['M08', 'offered', { pregnant: 'yes' }, 'may be picked; nothing is pre-chosen in pregnancy or under 18'],
    ['M08', 'held', row('RF-06.3', 'D'), 'waits until the same-day discussion is recorded'],
    ['M08', 'held', row('RF-01a.1', 'E'), 'the emergency sheet carries the safety block only'],
    ['M08', 'held', { blocking: ['RF-01a'] }, 'waits until the open questions or the earlier emergency are settled'],
    [
      'M12c',
      'chosen',
      { nsaid: { ...set, holdItems: ['asthma'], openItems: ['lithium'] } },
      'waits for a named prescriber, pharmacist or maternity team: asthma; not every item is asked: lithium',
    ],
    [
      'M12c',
      'chosen',
      { nsaid: { ...set, holdItems: ['asthma'], openItems: ['lithium'], cleared: true } },
      'not every item is asked: lithium',
    ],
    ['M12b', 'chosen', { nsaid: { ...set, hardItems: ['chickenpox'] } }, 'must not be taken: chickenpox'],
    ['M12c', 'chosen', { nsaid: { ...set, openItems: ['lithium'] } }, 'not every item is asked: lithium'],
    ['M12', 'chosen', { nsaid: set }, 'discussed, every item asked, no stop'],
    [
      'M12',
      'chosen',
      { nsaid: { ...set, holdItems: ['asthma'], cleared: true } },
      'discussed, every item asked, agreed by a named prescriber, pharmacist or maternity team',
    ],
    ['M15x', 'not_shown', {}, 'roller or ball not recorded as used'],
    ['M12b', 'not_shown', { nsaid: set }, 'the anti-inflammatory check came out otherwise'],
    ['M15x', 'not_shown', { rollerUsed: 'yes', rollingAllowed: true }, 'rolling or ball is on this sheet'],
    ['M15x', 'refused', { picked: ['M15x'] }, 'follows from other answers and cannot be picked'],
  ])('%s is %s (%j)', (id, state, change, because) => {
    expect(choiceOf(id, change)).toMatchObject({ state, because });
  });

  test('irritable says what makes it so', () => {
    expect(planOf({ irritableTick: true, legNprs: 8, settleMinutes: 45 }).phaseBecause).toBe(
      'irritable: marked as irritable; leg pain 8 of 10; pain takes 45 minutes to settle',
    );
    expect(planOf({ settleMinutes: 45 }).phaseBecause).toBe('irritable: pain takes 45 minutes to settle');
  });
});

describe('notes (spec 7.2)', () => {
  test.each<[string, Partial<HomeCareInput>, string[]]>([
    ['foot drop', row('RF-09b', 'U'), ['N-FOOTWEAR']],
    ['weakness of urgency U', row('RF-10a.1', 'U'), ['N-FOOTWEAR']],
    ['weakness of urgency R', row('RF-10a.2', 'R'), []],
    ['numbness only', row('RF-10b', 'U'), []],
    ['diabetes', { diabetes: 'yes' }, ['N-FEET']],
    ['floor not safe', { floorSafe: 'unsure' }, ['N-BED']],
    ['seats on the way', { walkingWorsensSittingEases: 'yes' }, ['N-SEATS']],
    ['pregnant with warmth picked', { pregnant: 'yes', pregnantWeeks: 10, picked: ['M02'] }, ['N-MATERNITY', 'N-BELLY']],
    ['poor sleep, lying worse', { poorSleep: 'yes', lyingOnBack: 'worse' }, ['N-SLEEP-SIDE']],
    ['none on a safety sheet', { ...row('RF-09a.1', 'D'), diabetes: 'yes' }, []],
  ])('%s', (_words, change, expected) => {
    expect(planOf(change).notes).toEqual(expected);
  });
});

describe('anti-inflammatory gate (spec 7.3)', () => {
  const set = { discussed: true, hardItems: [], holdItems: [], openItems: [], cleared: false };
  test.each<[string, Partial<HomeCareInput>, ModuleId | null]>([
    ['not discussed', {}, null],
    ['not discussed, a hard stop', { nsaid: { ...set, discussed: false, hardItems: ['chickenpox'] } }, null],
    ['discussed, clear', { nsaid: set }, 'M12'],
    ['discussed, a hard stop, whatever is open', { nsaid: { ...set, hardItems: ['chickenpox'], openItems: ['asthma'] } }, 'M12b'],
    ['discussed, one item open', { nsaid: { ...set, openItems: ['asthma'] } }, 'M12c'],
    ['discussed, a hold', { nsaid: { ...set, holdItems: ['asthma'] } }, 'M12c'],
    ['discussed, a hold, cleared', { nsaid: { ...set, holdItems: ['asthma'], cleared: true } }, 'M12'],
    ['cleared never lifts a hard stop', { nsaid: { ...set, hardItems: ['chickenpox'], cleared: true } }, 'M12b'],
    ['picked without a discussion', { picked: ['M12'] }, 'M12c'],
  ])('%s', (_words, change, expected) => {
    const { modules, refused } = planOf(change);
    expect(modules.filter((id) => id.startsWith('M12'))).toEqual(expected === null ? [] : [expected]);
    expect(refused).toEqual(change.picked ?? []);
  });

  test('after a same-day discussion M12 prints only when picked, M12b and M12c follow the gate', () => {
    const discussed = { ...row('RF-06.3', 'D'), discussionResolved: true };
    expect(planOf({ ...discussed, nsaid: set }).modules).not.toContain('M12');
    expect(planOf({ ...discussed, nsaid: set, picked: ['M12'] }).modules).toContain('M12');
    expect(planOf({ ...discussed, nsaid: { ...set, hardItems: ['chickenpox'] } }).modules).toContain('M12b');
  });
});

describe('rolling and ball gate (spec 7.4)', () => {
  const open: Partial<HomeCareInput> = { rollingAllowed: true, rollerUsed: 'yes' };

  test.each<[string, Partial<HomeCareInput>]>([
    ['leg 6 (K39)', { legNprs: 6 }],
    ['leg pain not recorded', { legNprs: null }],
    ['flare start not recorded (K38)', { flareDay: null }],
    ['phase 1', { phaseTick: 'P1' }],
    ['a U row', row('RF-14a', 'U')],
    ['numb buttock not asked', { numbButtock: 'unasked' }],
    ['leg raise lower', { slrWorse: true }],
    ['not allowed', { rollingAllowed: false }],
    ['pressure check open', { pressure: { state: 'open', items: ['open wound'] } }],
    ['blood thinner unsure', { anticoagulant: 'unsure' }],
    ['pregnancy not asked', { pregnant: 'unasked' }],
    ['result worse', { result: 'WORSE' }],
  ])('closed, and the caution prints for a roller user: %s', (_words, change) => {
    const { modules } = planOf({ ...open, ...change });
    expect(modules).not.toContain('M15');
    expect(modules).not.toContain('M16');
    expect(modules).toContain('M15x');
  });

  test('a hip replacement closes rolling, not the ball', () => {
    expect(planOf({ ...open, jointReplacement: 'yes' }).modules).toContain('M16');
    expect(planOf({ ...open, jointReplacement: 'yes' }).modules).not.toContain('M15');
  });

  test('the caution needs a recorded "yes" to roller use', () => {
    expect(planOf({ rollerUsed: 'unasked' }).modules).not.toContain('M15x');
  });
});
