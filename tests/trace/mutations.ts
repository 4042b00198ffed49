import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One rule disabled: the words of the source that become others, and the tests that must notice. */
export type Mutation = { id: string; file: string; find: string; replace: string; tests: readonly string[] };

export const MUTATION_VARIABLE = 'LASEGUE_DISABLED_RULE';

/** The mutation of this test run, from the environment. */
export function mutationFromEnvironment(): Mutation {
  const written = process.env[MUTATION_VARIABLE];
  if (written === undefined) throw new Error(`${MUTATION_VARIABLE} names no rule; start this through "npm run trace -- --mutate"`);
  // Written by mutate.ts of this folder, in this shape.
  return JSON.parse(written) as Mutation;
}

/** The source with the rule disabled. Throws when the words are not there exactly once, so that no mutation can miss in silence. */
export function applyMutation(source: string, { id, find, replace }: Mutation): string {
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`${id}: the words to change stand ${parts.length - 1} times in the source`);
  return parts.join(replace);
}

const FLAG_TESTS = [
  'clinical/red-flag-rows',
  'clinical/red-flag-table',
  'clinical/red-flag-vectors',
  'clinical/visit-inputs',
  'clinical/triage-scripts',
];
const HOME_CARE_TESTS = ['clinical/home-care-vectors', 'clinical/home-care-gates', 'clinical/hazards', 'clinical/visit-inputs'];
const ROOT_TESTS = ['clinical/nerve-root-vectors', 'clinical/nerve-roots', 'clinical/nerve-root-points', 'clinical/cues'];
const FOLLOW_UP_TESTS = ['clinical/follow-up', 'clinical/follow-up-measures', 'clinical/follow-up-neurology'];
const CUE_TESTS = ['clinical/cues', 'clinical/further-exam'];
const SLR_ROWS = 16;

/** The rows of the tables of spec 5.2, read from their files; the template of RF-01 to RF-05 gives its rows for every item. */
function redFlagRows(project: string): string[] {
  const items = '01a 01b 01c 01d 02a 02b 03a 03b 03c 04a 04b 05a 05b'.split(' ').map((item) => `RF-${item}`);
  const templates = items.flatMap((item) => ['1', '2', '3', '4', '5'].map((row) => `${item}.${row}`));
  const saddle = ['1', '2', '3', '5'].map((row) => `RF-04x.${row}`);
  const bothLegs = ['RF-07a', 'RF-07b'].flatMap((block) => ['1', '2', '3'].map((row) => `${block}.${row}`));
  const written = ['cauda-equina', 'nerve', 'serious', 'other'].flatMap((family) => {
    const source = readFileSync(join(project, `shared/clinical/red-flag-rules-${family}.ts`), 'utf8');
    return [...source.matchAll(/^\s+row: '(RF-[^']+)',$/gm)].map(([, row]) => row ?? '');
  });
  return [...new Set([...templates, ...saddle, ...bothLegs, ...written])];
}

/** Each row keeps its place in the table and never fires, so that only a test of its behaviour can notice. */
function ofRedFlags(project: string): Mutation[] {
  return redFlagRows(project).map((row) => ({
    id: row,
    file: 'shared/clinical/red-flag-rules.ts',
    find: '|| !rule.condition(f)) continue;',
    replace: `|| rule.row === '${row}' || !rule.condition(f)) continue;`,
    tests: FLAG_TESTS,
  }));
}

function ofSlr(): Mutation[] {
  return Array.from({ length: SLR_ROWS }, (_, index) => ({
    id: `2.2 row ${index + 1}`,
    file: 'shared/clinical/slr.ts',
    find: 'ROWS.findIndex((row) => row.when(input))',
    replace: `ROWS.findIndex((row, at) => at !== ${index} && row.when(input))`,
    tests: ['clinical/slr'],
  }));
}

/** A line of a rule file that can be switched off: a refusal of a gate, a guard, a named threshold. */
type LineRule = { pattern: RegExp; off: (match: RegExpMatchArray) => string };

/** `[condition, words.x],` of a gate or of the anti-inflammatory and rolling gates. */
const REFUSAL: LineRule = {
  pattern: /^(\s*)\[(.+), (words\.[\w.]+(?:\(.*\))?)\],$/,
  off: ([, space, , said]) => `${space}[false, ${said}],`,
};
/** `if (condition) return ...` and `if (condition) ...push(...)`: the rule written as a guard. */
const GUARD: LineRule = {
  pattern: /^(\s*)(else )?if \((.+)\) (return |[\w.]+\.push\(|\{$|continue;$)(.*)$/,
  off: ([, space, other, condition, then, rest]) => `${space}${other ?? ''}if (false && (${condition})) ${then}${rest}`,
};

function ofLines(project: string, file: string, rules: readonly LineRule[], tests: readonly string[], skip: RegExp = /^$/): Mutation[] {
  const path = `shared/clinical/${file}.ts`;
  const source = readFileSync(join(project, path), 'utf8');
  const lines = source.split('\n');
  return lines.flatMap((line, index): Mutation[] => {
    if (skip.test(line)) return [];
    for (const { pattern, off } of rules) {
      const match = pattern.exec(line);
      if (match === null) continue;
      // The line before makes the words unique where a gate repeats a refusal of another.
      let from = index;
      while (from > 0 && source.split(lines.slice(from, index + 1).join('\n')).length > 2) from -= 1;
      const before = lines.slice(from, index);
      return [
        {
          id: `${file}:${index + 1} ${line.trim()}`,
          file: path,
          find: [...before, line].join('\n'),
          replace: [...before, off(match)].join('\n'),
          tests,
        },
      ];
    }
    return [];
  });
}

/** Single words of the source that carry a rule and are neither a row of a table nor a line of their own. */
function wordsOf(id: string, file: string, find: string, replace: string, tests: readonly string[]): Mutation {
  return { id, file: `shared/clinical/${file}.ts`, find, replace, tests };
}

function ofModules(): Mutation[] {
  const ids = 'M01 M02 M03 M04a M04b M05 M06 M07 M08 M09 M10a M10b M10c M11 M12b M12c M13 M15 M15x M16 M18 M19'.split(' ');
  const gated = 'M01 M02 M03 M04a M04b M06 M07 M08 M10b M12 M14 M15 M16 M17 M18'.split(' ');
  return [
    ...ids.map((id) =>
      wordsOf(
        `${id} show`,
        'home-care-sheet',
        'show: rule.show(f),',
        `show: id === '${id}' ? { holds: false, words: '' } : rule.show(f),`,
        HOME_CARE_TESTS,
      ),
    ),
    ...gated.map((id) =>
      wordsOf(`${id} gate`, 'home-care-sheet', ': rule.gate(f),', `: id === '${id}' ? [] : rule.gate(f),`, HOME_CARE_TESTS),
    ),
  ];
}

function ofRoots(): Mutation[] {
  const points: [string, string, string][] = [
    ['knee reflex L4', 'knee: { L4: 2, U: 1 }', 'knee: { U: 1 }'],
    ['knee reflex U', 'knee: { L4: 2, U: 1 }', 'knee: { L4: 2 }'],
    ['ankle reflex', 'ankle: { S1: 2 }', 'ankle: {}'],
    ['hip flexion', 'HF: { U: 2 }', 'HF: {}'],
    ['knee extension L4', 'KE: { L4: 1, U: 1 }', 'KE: { U: 1 }'],
    ['knee extension U', 'KE: { L4: 1, U: 1 }', 'KE: { L4: 1 }'],
    ['dorsiflexion L4', 'DF: { L4: 1, L5: 1 }', 'DF: { L5: 1 }'],
    ['dorsiflexion L5', 'DF: { L4: 1, L5: 1 }', 'DF: { L4: 1 }'],
    ['great toe', 'EHL: { L5: 2 }', 'EHL: {}'],
    ['hip abduction', 'ABD: { L5: 1 }', 'ABD: {}'],
    ['inversion', 'INV: { L5: 1 }', 'INV: {}'],
    ['eversion L5', 'EV: { L5: 1, S1: 1 }', 'EV: { S1: 1 }'],
    ['eversion S1', 'EV: { L5: 1, S1: 1 }', 'EV: { L5: 1 }'],
    ['plantarflexion', 'PF: { S1: 2 }', 'PF: {}'],
    ['hip extension', 'HE: { S1: 1 }', 'HE: {}'],
    ['motor cap', 'const MOTOR_CAP = 2', 'const MOTOR_CAP = 99'],
    ['lower tension L5', 'LOWER_TENSION: Partial<RootPoints> = { L5: 1, S1: 1 }', 'LOWER_TENSION: Partial<RootPoints> = { S1: 1 }'],
    ['lower tension S1', 'LOWER_TENSION: Partial<RootPoints> = { L5: 1, S1: 1 }', 'LOWER_TENSION: Partial<RootPoints> = { L5: 1 }'],
    ['upper tension L4', 'UPPER_TENSION: Partial<RootPoints> = { L4: 1, U: 1 }', 'UPPER_TENSION: Partial<RootPoints> = { U: 1 }'],
    ['upper tension U', 'UPPER_TENSION: Partial<RootPoints> = { L4: 1, U: 1 }', 'UPPER_TENSION: Partial<RootPoints> = { L4: 1 }'],
  ];
  const regions = 'groin front_thigh inner_shin outer_shin top_foot big_toe outer_foot little_toe heel sole'.split(' ');
  const edges: [string, string, string][] = [
    ['CONSISTENT total', 'CONSISTENT_TOTAL = 5', 'CONSISTENT_TOTAL = 4'],
    // One domain alone never reaches the total, so the edge that shows is the one above.
    ['CONSISTENT domains', 'CONSISTENT_DOMAINS = 2', 'CONSISTENT_DOMAINS = 3'],
    ['CONSISTENT gap', 'CONSISTENT_GAP = 2', 'CONSISTENT_GAP = 1'],
    ['POSSIBLE total', 'POSSIBLE_TOTAL = 3', 'POSSIBLE_TOTAL = 2'],
    ['POSSIBLE gap', 'POSSIBLE_GAP = 1', 'POSSIBLE_GAP = 0'],
    ['MORE THAN ONE ROOT total', 'MULTI_TOTAL = 3', 'MULTI_TOTAL = 4'],
    ['MORE THAN ONE ROOT gap', 'MULTI_MAX_GAP = 2', 'MULTI_MAX_GAP = 1'],
    ['irritation features', 'IRRITATION_FEATURES = 2', 'IRRITATION_FEATURES = 1'],
    ['peroneal cap', 'const capped = ', 'const capped = false && '],
    ['HELD', "hold ? 'HELD' : 'IRRITATION WITHOUT LEVEL'", "'IRRITATION WITHOUT LEVEL'"],
  ];
  return [
    ...points.map(([id, find, replace]) => wordsOf(`3.4 ${id}`, 'nerve-root-scoring', find, replace, ROOT_TESTS)),
    ...regions.map((region) => wordsOf(`3.4 region ${region}`, 'nerve-root-scoring', `  ${region}: '`, `  // ${region}: '`, ROOT_TESTS)),
    ...edges.map(([id, find, replace]) => wordsOf(`3.4 ${id}`, 'nerve-roots', find, replace, ROOT_TESTS)),
  ];
}

function ofCues(project: string): Mutation[] {
  const source = readFileSync(join(project, 'shared/clinical/cues.ts'), 'utf8');
  const items = [...source.matchAll(/^ {4}(\w+): (.+),$/gm)].filter(([line]) => !/^\s+(for|against):/.test(line));
  return items.map(([line, item = '']) => wordsOf(`4.2 ${item}`, 'cues', `\n${line}`, `\n    ${item}: false,`, CUE_TESTS));
}

function ofSheet(): Mutation[] {
  const rows: [string, string, string][] = [
    ['7.0 row 1', 'if (f.emergencyRow) return 1;', ''],
    ['7.0 row 2', 'if (f.openEarlierEmergency || isIncomplete(f)) return 2;', ''],
    ['7.0 row 2 earlier emergency', 'if (f.openEarlierEmergency || isIncomplete(f)) return 2;', 'if (isIncomplete(f)) return 2;'],
    ['7.0 row 2 blocking', 'return f.blocking.length > 0 || (', 'return ('],
    ['7.0 rows 3 and 4', 'if (f.discussionRow) return', 'if (false) return'],
    ['7.0 row 3', 'return f.discussionResolved ? 4 : 3;', 'return 4;'],
    ['7.0 row 4', 'return f.discussionResolved ? 4 : 3;', 'return 3;'],
    ['7.0 row 5', "return f.pregnant === 'yes' || f.rows", 'return f.rows'],
    ['7.2 M15x gives way', "chosen.filter((id) => id !== 'M15x' || !rolls)", 'chosen'],
    ['7.0 safety block first', "safetyFirst: sheet !== 'homecare' ||", "safetyFirst: sheet !== 'homecare' || true ||"],
  ];
  return rows.map(([id, find, replace]) => wordsOf(id, 'home-care-sheet', find, replace, HOME_CARE_TESTS));
}

const MISSING_CELL = /=== undefined|=== null\) return null|baseline === null \|\| now === null|episode === null|top === undefined/;

/** Every rule that the trace disables, in the order of the specification. */
export function allMutations(project: string): Mutation[] {
  const lines = (file: string, rules: readonly LineRule[], tests: readonly string[]): Mutation[] =>
    ofLines(project, file, rules, tests, MISSING_CELL);
  return [
    ...ofSlr(),
    ...ofRoots(),
    ...lines('nerve-roots', [GUARD], ROOT_TESTS),
    ...lines('nerve-root-scoring', [GUARD], ROOT_TESTS),
    ...ofCues(project),
    ...ofRedFlags(project),
    wordsOf('RF-UU', 'red-flags', 'if (numbers.size < 2 ||', 'if (true || numbers.size < 2 ||', FLAG_TESTS),
    wordsOf('3.2 hold, pulse', 'red-flags', ' || input.footPulseAbsent[side]', '', FLAG_TESTS),
    ...ofSheet(),
    ...lines('home-care-phase', [GUARD], HOME_CARE_TESTS),
    ...ofModules(),
    ...lines('home-care-modules', [REFUSAL], HOME_CARE_TESTS),
    ...lines('home-care-rolling', [REFUSAL], HOME_CARE_TESTS),
    ...lines('home-care-nsaid', [GUARD], HOME_CARE_TESTS),
    ...lines('movement-tests', [GUARD], ['clinical/movement-tests']),
    wordsOf('RF-04x area', 'sensitive-exam', "hasSensitiveFinding(exam) ? 'abnormal' : exam.saddle", 'exam.saddle', [
      'clinical/further-exam',
    ]),
    wordsOf('E22 calves', 'sensitive-exam', 'Math.max(measured, calfDifferenceCm ?? 0)', 'calfDifferenceCm', ['clinical/further-exam']),
    wordsOf('7.0 kneeHipLimit, E18', 'home-care-read', "hasHipLimit(record) ? 'yes' : plan", 'plan', ['clinical/further-exam']),
    ...lines('follow-up', [GUARD], FOLLOW_UP_TESTS),
    ...lines('follow-up-measures', [GUARD], FOLLOW_UP_TESTS),
    ...lines('follow-up-neurology', [GUARD], FOLLOW_UP_TESTS),
  ];
}
