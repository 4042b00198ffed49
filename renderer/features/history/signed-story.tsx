import type { ReactNode } from 'react';
import { distalLevel } from '../../../shared/clinical/body-chart.ts';
import { startBackRisk } from '../../../shared/clinical/outcome-scores.ts';
import type { CalendarDate } from '../../../shared/schemas/common.ts';
import { SBI_TOPICS, type Measures, type Pain, type VisitRecord } from '../../../shared/schemas/visit.ts';
import { BodyChart, marksInWords, type ChartMarks } from '../../components/body-chart.tsx';
import { useDateSettings } from '../../components/date-settings.tsx';
import { formatDate } from '../../components/dates.ts';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import { RecordedList, type Recorded } from './recorded-list.tsx';

const talk = text.visit.talk;
const words = text.history.signed;

/** The RMDQ score with what its form was; an incomplete form has ticks and no score (spec 6.3). */
function rmdqInWords({ rmdq, rmdqForm, rmdqVariant }: Measures): string {
  const score = rmdqForm === 'incomplete' ? talk.rmdqTicked(rmdq ?? 0) : String(rmdq);
  return rmdqVariant === null ? score : `${score} (${talk.rmdqVariants[rmdqVariant].toLowerCase()})`;
}

/** The places marked on one side; none marked on a chart that was used is said as such. */
function marksOrNone(marks: ChartMarks, side: 'right' | 'left'): string {
  const places = marksInWords(marks, side);
  return places.length === 0 ? talk.chart.nothing : places.join(', ');
}

/** The story and the measures as recorded. What was not recorded says so where it belongs to the core of a visit. */
export function SignedStory({ record }: { record: VisitRecord }): ReactNode {
  const { format } = useDateSettings();
  const { intake, measures, redFlags } = record;
  const date = (value: CalendarDate | null): string | null => (value === null ? null : formatDate(value, format));
  const pain = (place: string, value: Pain): Recorded => [
    `${talk.pain}: ${place}`,
    value.average24h === null && value.now === null && value.worst24h === null
      ? null
      : (['average24h', 'now', 'worst24h'] as const)
          .filter((column) => value[column] !== null)
          .map((column) => `${talk.painColumns[column]} ${value[column]}`)
          .join(', '),
  ];
  const answer = (value: keyof typeof text.app.answers): string => text.app.answers[value];
  const asked = (label: string, value: keyof typeof text.app.answers): Recorded[] => (value === 'unasked' ? [] : [[label, answer(value)]]);
  const recorded = (label: string, value: number | null): Recorded[] => (value === null ? [] : [[label, String(value)]]);
  const risk = startBackRisk(measures);
  const marks = { regions: intake.regions, qualities: intake.qualities };
  const hasMarks = intake.regions.left.length + intake.regions.right.length > 0;

  const story: Recorded[] = [
    [talk.episodeStarted, date(intake.episodeStartedOn)],
    [talk.flareStarted, date(intake.flareStartedOn)],
    [talk.onset, intake.onsetType === null ? null : talk.onsets[intake.onsetType]],
    [talk.side, intake.side === null ? null : talk.sides[intake.side]],
    ...(intake.secondSideStartedOn === null ? [] : [[talk.secondSideStarted, date(intake.secondSideStartedOn)] satisfies Recorded]),
    ...(['left', 'right'] as const).map((side): Recorded => {
      const level = distalLevel(intake, side);
      const name = level === null ? null : (talk.levelNames[level] ?? null);
      return [
        `${talk.feltDownTo}, ${text.app.sides[side].toLowerCase()}`,
        name !== null && intake.level[side] === null ? talk.levelFromChart(name) : name,
      ];
    }),
    ...(['left', 'right'] as const).flatMap((side): Recorded[] =>
      hasMarks ? [[`${talk.regionsLabel}, ${text.app.sides[side].toLowerCase()}`, marksOrNone(marks, side)]] : [],
    ),
    ...asked(talk.comesAndGoes, intake.comesAndGoes),
    pain(talk.painPlaces.back, intake.backPain),
    pain(talk.painPlaces.left, intake.legPain.left),
    pain(talk.painPlaces.right, intake.legPain.right),
    [talk.legWorse, answer(intake.legWorseThanBack)],
    [talk.cough, answer(intake.coughRaisesLegPain)],
    ...asked(talk.bringsOn, intake.walking.bringsOn),
    ...asked(talk.stopsFor, intake.walking.stopsFor),
    ...asked(talk.calfCramp, intake.walking.calfCramp),
    ...asked(talk.noPainSeated, intake.walking.noPainSeated),
    ...asked(talk.betterBendingForward, intake.walking.betterBendingForward),
    ...(intake.walking.eases.length === 0
      ? []
      : [[talk.eases, intake.walking.eases.map((ease) => talk.easesChoices[ease]).join(', ')] satisfies Recorded]),
    ...recorded(`${talk.homeCare}: ${talk.homeCareDays.toLowerCase()}`, intake.homeCareDays),
    ...asked(talk.homeCareBetter, intake.homeCareBetter),
    ...(intake.pregnant === 'unasked' ? [] : [[talk.pregnancy, talk.pregnancies[intake.pregnant]] satisfies Recorded]),
    ...(redFlags.modifiers.length === 0
      ? []
      : [[talk.modifiersLabel, redFlags.modifiers.map((modifier) => talk.modifiers[modifier]).join(', ')] satisfies Recorded]),
    ...asked(talk.smoked, redFlags.smoked),
    [talk.interpreter, redFlags.interpreter === null ? null : talk.interpreters[redFlags.interpreter]],
  ];
  const scores: Recorded[] = [
    ...asked(talk.settled, measures.peripheralizationSettled),
    ...recorded(talk.grc, measures.grc),
    ...(measures.rmdq === null ? [] : [[talk.rmdq, rmdqInWords(measures)] satisfies Recorded]),
    ...measures.psfs.map(({ activity, score }): Recorded => [activity, score === null ? null : words.outOf10(score)]),
    ...(measures.odiPercent === null ? [] : [[talk.odi, `${measures.odiPercent} %`] satisfies Recorded]),
    ...recorded(talk.odiTotal, measures.odiTotal),
    ...recorded(talk.odiSections, measures.odiSections),
    ...recorded(talk.lefs, measures.lefs),
    ...SBI_TOPICS.flatMap((topic) => recorded(talk.sbiTopics[topic], measures.sbi[topic])),
    ...recorded(talk.startBack, measures.startBackTotal),
    ...recorded(talk.startBackPsychosocial, measures.startBackPsychosocial),
    ...(risk === null ? [] : [[talk.startBack, talk.startBackRisks[risk]] satisfies Recorded]),
  ];
  return (
    <>
      <Panel title={talk.story}>
        <RecordedList items={story} />
        {hasMarks && <BodyChart marks={marks} />}
      </Panel>
      {scores.length > 0 && (
        <Panel title={talk.measures}>
          <RecordedList items={scores} />
        </Panel>
      )}
    </>
  );
}
