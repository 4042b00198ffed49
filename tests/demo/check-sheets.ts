import { fill, unbroken } from '../../shared/handouts/build-context.ts';
import type { ModuleText, PrintedModule } from '../../shared/handouts/handout-text.ts';
import { printDose } from '../../shared/handouts/build-parts.ts';
import { DEMO_CLINIC, DEMO_USER_NAME } from '../../shared/demo.ts';
import { DOSE_IDS } from '../../shared/schemas/doses.ts';
import { handoutText } from '../../shared/text/en/handouts.ts';
import { plain, readPdf, readText } from '../handouts/read-pdf.ts';
import type { FirstVisit } from './first-visit.ts';
import { EMERGENCY_PATIENT, nameOf, SCIATICA_PATIENT } from './people.ts';

const PLACES = {
  ED: DEMO_CLINIC.emergencyDepartment,
  number: unbroken(DEMO_CLINIC.emergencyNumber),
  phone: unbroken(DEMO_CLINIC.phone),
};

/** Sentences as they print, with the clinic's names, and the doses of their module, in them. */
const printed = (sentences: readonly string[], doses: Readonly<Record<string, string>> = {}): string[] =>
  sentences.map((sentence) => plain(fill(sentence, { ...PLACES, ...doses })));

const stopRules = (): string[] => {
  const { good, bad, next, callUs } = handoutText.stopRules;
  return printed([good, ...bad, ...next, callUs]);
};

const safetyBlock = (): string[] => {
  const { now, nowItems, otherLeg, sameDay, sameDayItems, tellUs } = handoutText.safety;
  return printed([...now, ...nowItems, otherLeg, sameDay, ...sameDayItems, ...tellUs]);
};

function moduleSentences(id: PrintedModule): string[] {
  const { title, body }: ModuleText = handoutText.modules[id];
  const own = DOSE_IDS.filter((dose) => dose.startsWith(`${id}.`));
  const doses = Object.fromEntries(own.map((dose) => [dose.slice(id.length + 1), printDose(dose, DEMO_CLINIC.doses, handoutText)]));
  return printed([title, ...body.flatMap((part) => ('steps' in part ? part.steps : part.prose))], doses);
}

const isPrinted = (id: string): id is PrintedModule => id in handoutText.modules;

/** How many sentences were looked for, and which are not on the paper or should not be. */
export type SheetCheck = { looked: number; wrong: string[] };

/** The home-care sheet says what the page promised: the person, the lead, every module's sentences, both safety blocks, review and clinician. */
export async function checkHomeCareSheet(visit: FirstVisit): Promise<SheetCheck> {
  const { leads } = handoutText.homecare;
  const pages = await readPdf(visit.pdf);
  // As it is seen and as it is read aloud: a sentence may go on over the page, with the running header in between.
  const paper = plain([...pages.map(({ text }) => text), ...pages.map(({ spoken }) => spoken)].join(' '));
  const lead = Object.values(leads).find((sentence) => visit.lead.startsWith(sentence));
  const wanted = [
    nameOf(SCIATICA_PATIENT),
    lead ?? `a phase lead (the page showed “${visit.lead}”)`,
    ...visit.modules.filter(isPrinted).flatMap(moduleSentences),
    ...stopRules(),
    ...safetyBlock(),
    `${handoutText.homecare.nextReview} `,
    visit.nextReviewOn,
    DEMO_USER_NAME,
    DEMO_CLINIC.name,
  ];
  const missing = wanted.filter((sentence) => !paper.includes(sentence)).map((sentence) => `not on the home-care sheet: ${sentence}`);
  return { looked: wanted.length, wrong: missing };
}

/** The emergency sheet names the person, says where to go and carries the safety block, and not one sentence of home care. */
export async function checkEmergencySheet(pdf: Uint8Array): Promise<SheetCheck> {
  const paper = await readText(pdf);
  const wanted = [
    nameOf(EMERGENCY_PATIENT),
    ...printed([handoutText.emergency.titles.ED, ...handoutText.emergency.opening, ...handoutText.emergency.doNotDrive]),
    ...safetyBlock(),
  ];
  const unwanted = Object.keys(handoutText.modules).filter(isPrinted).flatMap(moduleSentences);
  return {
    looked: wanted.length + unwanted.length,
    wrong: [
      ...wanted.filter((sentence) => !paper.includes(sentence)).map((sentence) => `not on the emergency sheet: ${sentence}`),
      ...unwanted
        .filter((sentence) => isSentence(sentence) && paper.includes(sentence))
        .map((one) => `home care on the emergency sheet: ${one}`),
    ],
  };
}

/** A title such as "Ball" or "Walking" is a word of many sentences; a sentence ends in a full stop. */
const isSentence = (words: string): boolean => words.endsWith('.');
