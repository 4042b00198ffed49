import { buildHandout } from '../../shared/handouts/build.ts';
import type { HandoutDocument } from '../../shared/handouts/document-model.ts';
import { blockGrades, wholeGrade } from '../../shared/handouts/lint.ts';
import { READING_MEASURES } from '../../shared/handouts/reading-ease.ts';
import { LEADS } from '../../shared/text/en/home-care.ts';
import type { Assessment, SheetPlan } from '../../shared/schemas/assessment.ts';
import { MODULES } from '../../shared/schemas/plan.ts';
import { HANDOUT_LANGUAGES } from '../../shared/text/handout-languages.ts';
import { assessment, EMERGENCIES, input, PATIENT, SAFETY } from './fixtures.ts';
import { TYPICAL_VISITS } from './typical-visits.ts';

// `npm run reading`: how easy each module and each whole sheet reads in each language, as a table. Fails where one does not read easily.

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const languages = HANDOUT_LANGUAGES.map(({ language, readability }) => ({ language, readability }));
const NOTES: SheetPlan['notes'] = ['N-BED', 'N-SEATS', 'N-BELLY', 'N-FEET', 'N-FOOTWEAR', 'N-MATERNITY'];
const EVERYTHING = assessment({ modules: MODULES.filter((id) => id !== 'M20'), notes: NOTES });

function documentOf(language: string, chosen: Assessment): HandoutDocument {
  return buildHandout(input({ assessment: chosen, patient: { ...PATIENT, preferredLanguage: language }, reviewedLanguages: [language] }));
}

const SHEETS: Readonly<Record<string, Assessment>> = {
  'home plan, every module': EVERYTHING,
  ...Object.fromEntries(Object.entries(TYPICAL_VISITS).map(([name, given]) => [`home plan, ${name}`, given.assessment])),
  'home plan, phase 3': assessment({ phase: 'P3', leadId: 'LEAD-3', lead: LEADS['LEAD-3'] }),
  ...Object.fromEntries(Object.entries(EMERGENCIES).map(([route, chosen]) => [`emergency sheet, ${route}`, chosen])),
  ...Object.fromEntries(Object.entries(SAFETY).map(([reason, chosen]) => [`safety sheet, ${reason}`, chosen])),
};

let hard = 0;
/** A value of the table, marked where it does not reach the aim of its index. */
function cell(value: number | undefined, isEasy: boolean | undefined): string {
  if (value === undefined) return '';
  if (isEasy === false) hard += 1;
  return isEasy === false ? `**${value.toFixed(1)}**` : value.toFixed(1);
}

const heads = languages.map(({ language, readability }) => `${language} (${readability}, aim ${READING_MEASURES[readability].aim})`);
say(`| Module or block | ${heads.join(' | ')} |`);
say(`|---|${heads.map(() => '---:').join('|')}|`);
const blocks = languages.map(({ language }) => blockGrades(documentOf(language, EVERYTHING)));
for (const { id } of blocks[0] ?? []) {
  const cells = blocks.map((grades) => grades.find((one) => one.id === id)).map((one) => cell(one?.grade, one?.isEasy));
  say(`| ${id} | ${cells.join(' | ')} |`);
}
say('');
say(`| Whole sheet | ${heads.join(' | ')} |`);
say(`|---|${heads.map(() => '---:').join('|')}|`);
for (const [name, chosen] of Object.entries(SHEETS)) {
  const cells = languages.map(({ language }) => wholeGrade(documentOf(language, chosen))).map((one) => cell(one.grade, one.isEasy));
  say(`| ${name} | ${cells.join(' | ')} |`);
}
if (hard > 0) process.exitCode = 1;
