import type { Sheet } from '../schemas/assessment.ts';
import type { ModuleId } from '../schemas/plan.ts';
import { baseLanguage, HANDOUT_LANGUAGES, handoutTextOf } from '../text/handout-languages.ts';
import { type BuildContext, createContext, fill, type HandoutInput } from './build-context.ts';
import { emergencyBlocks } from './build-emergency.ts';
import { homeCareBlocks } from './build-homecare.ts';
import { safetySheetBlocks } from './build-safety.ts';
import type { HandoutBlock, HandoutDocument } from './document-model.ts';
import type { HandoutText } from './handout-text.ts';

export type { HandoutInput } from './build-context.ts';

/**
 * Makes the sheet of a visit (design D7): the sheet of the plan's row of spec 7.0, or the safety sheet on request. Pure.
 * The patient's name stays the placeholder {name}: only the renderer knows which letters its fonts hold.
 */
export function buildHandout(input: HandoutInput): HandoutDocument {
  const text = chooseText(input);
  const context = createContext(input, text);
  const { patient, clinic, options } = input;
  const sheet: Sheet = options.kind === 'safety' ? 'safety' : input.assessment.plan.sheet;
  const modules = printedModules(input, sheet);
  const born = context.date(patient.birthDate);
  return {
    sheet,
    language: text.language,
    documentTitle: documentTitles(text)[sheet],
    author: clinic.name,
    paper: options.paper,
    largePrint: options.largePrint,
    madeOn: input.madeOn,
    patient: {
      name: `${patient.givenNames.trim()} ${patient.familyName.trim()}`,
      latinName: patient.latinName.trim(),
      born,
      ownNumber: patient.ownNumber.trim(),
      preferredLanguage: patient.preferredLanguage,
      languageReason: input.record.plan.sheetLanguageReason.trim(),
    },
    header: {
      clinic: clinic.name,
      page: text.page,
      person: fill(text.headerPerson, { born }),
      date: context.date(input.visitOn),
      logo: logoOf(clinic, text),
    },
    nameByHand: {
      name: text.nameByHand,
      ownNumber: patient.ownNumber.trim() === '' ? '' : fill(text.ownNumber, { number: patient.ownNumber.trim() }),
    },
    modules,
    blocks: blocksOf(context, sheet, modules),
  };
}

/**
 * The patient's own language where there is a text of it that the clinic's lead has read; otherwise, or where the clinician recorded a
 * reason against it, English.
 */
function chooseText({ patient, record, reviewedLanguages }: HandoutInput): HandoutText {
  const [english] = HANDOUT_LANGUAGES;
  const preferred = handoutTextOf(patient.preferredLanguage);
  if (preferred === null || record.plan.sheetLanguageReason.trim() !== '') return english;
  const isReviewed = reviewedLanguages.some((tag) => baseLanguage(tag) === baseLanguage(preferred.language));
  return isReviewed ? preferred : english;
}

/** The logo of the header, with what it shows in words. */
export function logoOf({ name, logo }: HandoutInput['clinic'], text: HandoutText): HandoutDocument['header']['logo'] {
  if (logo === null) return null;
  const { sha256, widthPx, heightPx } = logo;
  return { sha256, widthPx, heightPx, alt: fill(text.logo, { clinic: name }) };
}

function documentTitles(text: HandoutText): Record<Sheet, string> {
  return {
    homecare: text.homecare.documentTitle,
    emergency: text.emergency.documentTitle,
    safety: text.safetySheet.documentTitle,
  };
}

/** A safety sheet asked for beside another sheet carries the safety block only; the plan's own sheet carries the plan's modules. */
function printedModules(input: HandoutInput, sheet: Sheet): ModuleId[] {
  const { plan } = input.assessment;
  if (sheet === plan.sheet && sheet !== 'emergency') return [...plan.modules];
  return ['M19'];
}

function blocksOf(context: BuildContext, sheet: Sheet, modules: readonly ModuleId[]): HandoutBlock[] {
  switch (sheet) {
    case 'emergency':
      return emergencyBlocks(context);
    case 'safety':
      return safetySheetBlocks(context, modules);
    case 'homecare':
      return homeCareBlocks(context, modules);
  }
}
