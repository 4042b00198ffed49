import { describe, expect, test } from 'vitest';
import { REGION_ROOTS } from '../../../shared/clinical/nerve-root-scoring.ts';
import { RED_FLAG_RULES } from '../../../shared/clinical/red-flag-rules.ts';
import type { ModuleId } from '../../../shared/schemas/plan.ts';
import { handoutText } from '../../../shared/text/en/handouts.ts';
import { CUE_TITLES } from '../../../shared/text/en/cues.ts';
import { ROOT_TEXTS } from '../../../shared/text/en/nerve-roots.ts';
import { SLR_SENTENCES, TENSION_SENTENCES } from '../../../shared/text/en/slr.ts';

/** What patients are told, by statement of spec 1.1: the module whose printed words carry it. */
const PRINTED: readonly (readonly [statement: string, module: ModuleId, words: string])[] = [
  ['S2', 'M18', 'Your foot is not the problem.'],
  ['S4', 'M18', 'The nerve runs from your low back, down the back of your leg, to your foot.'],
  ['S6', 'M18', 'A sore nerve has less slack.'],
  ['S8', 'M18', 'A bulging disc is one common cause.'],
  ['S13', 'M01', 'Put it on your low back or buttock for {minutes}.'],
  ['S14', 'M02', 'A warm pad or warm bath can relax tight muscles.'],
  ['S15', 'M13', 'Stop what you were doing.'],
  ['S16', 'M06', 'Lie on your back with two pillows under your knees.'],
  ['S17', 'M07', 'Gently flatten your back, then let go.'],
  ['S18', 'M12', 'A tablet like ibuprofen may help some people a little.'],
  ['S19', 'M18', 'Many people feel better in 4 to 6 weeks.'],
  ['S26', 'M18', 'It does not tell us the cause.'],
  ['S27', 'M18', 'More pain does not always mean more harm.'],
  ['S28', 'M18', 'Pain can go up and down from day to day.'],
  ['S29', 'M18', 'down the back of your leg, to your foot.'],
  ['S30', 'M18', 'A sore nerve can be very touchy, and a scan does not show that.'],
  ['S31', 'M10c', 'Many small strains add up.'],
  ['S33', 'M03', 'Rest your lower legs on a chair so hips and knees bend.'],
  ['S34', 'M04b', 'Kneel and rest your chest on cushions.'],
  ['S35', 'M05', 'Lie on your side with a pillow between your knees.'],
  ['S36', 'M17', 'Add one thing at a time and give it two days.'],
  ['S37', 'M11', 'Strong stretches can upset the nerve, most of all early on.'],
  ['S38', 'M15', 'It works best with what you learn here and small steps.'],
  ['S38', 'M09', 'A small cushion behind your low back may help.'],
  ['S39', 'M08', 'Short walks can ease a stiff back.'],
  ['S39', 'M08', 'Too much can stir up the nerve.'],
  ['S41', 'M15x', 'It does not treat a nerve that is sore in the back.'],
  ['S42', 'M15', 'Rolling may ease tight muscles for a short time.'],
  ['S43', 'M15', 'Never roll your low back or the back of your thigh.'],
  ['S44', 'M15', 'Stay off the most sore spot.'],
  ['S44', 'M16', 'Lean lightly on a soft ball against a wall.'],
  ['S45', 'M15', 'Put the ankle of the sore side on the other knee and lean that way.'],
  ['S46', 'M13', 'Bad sign: leg pain moves down your leg.'],
  ['S47', 'M13', 'Good sign: leg pain moves up to your back'],
  ['S48', 'M13', 'stop all home exercise and rolling.'],
  ['S51', 'M18', 'A physio or doctor can help you find the cause and make a plan.'],
  ['S52', 'M10c', 'A flare can come when the load is more than your body can take right now.'],
];

/** The same-hour and same-day lists that every sheet carries (M19). */
const SAFETY_BLOCK: readonly (readonly [statement: string, words: string])[] = [
  ['S20', 'You cannot pee.'],
  ['S20', 'You leak pee or stool.'],
  ['S21', 'You feel numb or odd round your back passage, private parts or inner thighs.'],
  ['S22', 'Both legs feel weak or numb.'],
  ['S23', 'Your leg gets weaker.'],
  ['S23', 'Your foot drops or drags.'],
  ['S24', 'The pain is very bad and nothing eases it.'],
  ['S25', 'Tell us if you are not better in 7 to 10 days.'],
  ['S40', 'Your pain gets much worse fast.'],
  ['S49', 'You leak pee or stool.'],
];

const LEADS = [
  ['S32', 'calm the nerve first'],
  ['S36', 'Now slowly do more.'],
] as const;

/** Rows that act on what the clinician records, by statement. */
const RAISED: readonly (readonly [statement: string, row: string])[] = [
  ['S9', 'RF-09a.1'],
  ['S20', 'RF-02b.1'],
  ['S21', 'RF-04a.1'],
  ['S22', 'RF-07b.1'],
  ['S23', 'RF-10g'],
  ['S24', 'RF-14a'],
  ['S25', 'RF-20.1'],
  ['S40', 'RF-19.2'],
  ['S48', 'RF-10b'],
  ['S49', 'RF-03a.1'],
];

const allPrinted = JSON.stringify(handoutText);

describe('statements of spec 1.1', () => {
  test.each(PRINTED)('%s is printed by %s', (_statement, id, words) => {
    expect(JSON.stringify(id === 'M13' || id === 'M19' || id === 'M20' ? handoutText : handoutText.modules[id])).toContain(words);
  });

  test.each(SAFETY_BLOCK)('%s stands in the safety block: %s', (_statement, words) => {
    expect(allPrinted).toContain(words);
  });

  test.each(LEADS)('%s leads the sheet: %s', (_statement, words) => {
    expect(JSON.stringify(handoutText.homecare.leads)).toContain(words);
  });

  test.each(RAISED)('%s raises %s', (_statement, row) => {
    expect(RED_FLAG_RULES.map((rule) => rule.row)).toContain(row);
  });

  test('S1, S5: a raise that the ankle changes supports irritation, in the leg or in the back', () => {
    const moves = 'ankle dorsiflexion';
    expect(SLR_SENTENCES['SLR-POS']({ side: 'right', angleDeg: 40, level: 'calf or shin', moves })).toContain(
      'This supports irritation of the sciatic nerve roots',
    );
    expect(SLR_SENTENCES['SLR-BACK-TENSION']({ side: 'right', angleDeg: 40, moves })).toContain('Supporting, not counted.');
  });

  test('S3: a statement names L4, L5 and S1', () => {
    for (const root of ['L4', 'L5', 'S1']) expect(ROOT_TEXTS.CONSISTENT({ root, side: 'left' })).toContain(root);
  });

  test('S10: the outer foot, little toe, heel and sole belong to S1', () => {
    for (const region of ['outer_foot', 'little_toe', 'heel', 'sole'] as const) expect(REGION_ROOTS[region]).toBe('S1');
  });

  test('S11, S12, S50: stenosis and deep gluteal sources stand in the list of other sources', () => {
    expect(Object.keys(CUE_TITLES)).toEqual(expect.arrayContaining(['lateral-stenosis', 'central-stenosis', 'deep-gluteal']));
  });

  test('S7 is not carried: no text calls a sign proof', () => {
    const clinician = [
      SLR_SENTENCES['SLR-POS']({ side: 'right', angleDeg: 40, level: 'foot', moves: 'neck flexion' }),
      TENSION_SENTENCES.slump.pos?.('right'),
      ROOT_TEXTS.CONSISTENT({ root: 'L5', side: 'right' }),
    ].join(' ');
    for (const words of [clinician, allPrinted]) expect(words).not.toMatch(/\bconfirms\b|highly specific/i);
  });
});
