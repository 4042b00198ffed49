import type { RedFlagRow } from '../schemas/assessment.ts';
import { handoutText as english } from '../text/en/handouts.ts';
import { BLANK, type BuildContext, SHORT_BLANK } from './build-context.ts';
import { safetyBlock } from './build-parts.ts';
import type { HandoutBlock, Instruction, Sentence } from './document-model.ts';
import { emergencyRoute } from './emergency-route.ts';

/**
 * The emergency sheet (spec 5.4), which carries nothing but its own sentences and M19. What the E record does not hold yet is
 * a line to fill by hand: this sheet is printed before the record is complete, and is never refused.
 */
export function emergencyBlocks(context: BuildContext): HandoutBlock[] {
  const { input, text, sentence, sentences } = context;
  const words = text.emergency;
  const rows = input.assessment.redFlags.rows.filter((row) => row.urgency === 'E');
  const route = emergencyRoute(rows);
  const { emergency } = input.record;
  const transport = emergency.transport === null ? BLANK : words.transports[emergency.transport];
  const reasons = reasonWords(rows, text.reasons);

  const ending: Instruction[] =
    emergency.outcome === 'refused'
      ? [say('strong', sentences('E.refused', words.refused, { time: orBlank(emergency.callBackTime, SHORT_BLANK) }))]
      : [
          say('normal', [
            sentence('E.told', words.told, { told: orBlank(emergency.told, BLANK), time: orBlank(emergency.toldTime, SHORT_BLANK) }),
          ]),
          say('strong', [sentence('E.worse', words.worse)]),
        ];
  return [
    { type: 'title', sentence: sentence(`E.title.${route}`, words.titles[route]), inverted: true },
    { type: 'patient-line', sentences: [sentence('E.person', words.person)] },
    {
      type: 'instructions',
      instructions: [
        say('strong', sentences('E.opening', words.opening)),
        say('strong', sentences(`E.route.${route}`, words.routes[route])),
        say('normal', sentences('E.drive', words.doNotDrive)),
        say('normal', [leadingWords(sentence('E.transport', words.transport, { transport }))]),
        ...sentences('E.before', words.before).map((one) => say('normal', [one])),
        say('framed', [
          withEnglish(
            leadingWords(sentence('E.tellStaff', words.tellStaff, { reasons: reasons.length === 0 ? BLANK : reasons.join(', ') })),
            text.language,
            reasonWords(rows, english.reasons),
          ),
        ]),
        ...ending,
      ],
    },
    safetyBlock(context),
  ];
}

/** Reason words in row order, repeated words once. */
function reasonWords(rows: readonly RedFlagRow[], reasons: Readonly<Record<string, string>>): string[] {
  return [...new Set(rows.flatMap((row) => reasons[row.row.slice(0, 'RF-00'.length)] ?? []))];
}

function say(emphasis: Instruction['emphasis'], sentences: Sentence[]): Instruction {
  return { sentences, emphasis };
}

function orBlank(value: string, blank: string): string {
  return value.trim() === '' ? blank : value.trim();
}

/** Another language than English says the reasons in English too, for the staff. */
function withEnglish(sentence: Sentence, language: string, reasons: readonly string[]): Sentence {
  const phrases = language === english.language ? [] : reasons.filter((reason) => sentence.text.includes(reason));
  return phrases.length === 0 ? sentence : { ...sentence, foreign: { language: english.language, phrases } };
}

function leadingWords(sentence: Sentence): Sentence {
  return { ...sentence, leadIn: sentence.text.slice(0, sentence.text.indexOf(':') + 1) };
}
