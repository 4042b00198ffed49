import type { ReactElement } from 'react';
import { SIDES } from '../../../../shared/schemas/common.ts';
import { CLINICIAN_TEXT_SOURCES, type ClinicianTextId } from '../../../../shared/text/en/red-flags.ts';
import { MOVEMENT_CLASS_NAMES, MOVEMENT_NAMES } from '../../../../shared/text/en/movement-tests.ts';
import { text } from '../../../text.ts';
import { useAssessment } from '../state/visit-session.tsx';
import classes from './assessment.module.css';

const words = text.visit.assessment;

function sourcesOf(textId: string): string {
  return (CLINICIAN_TEXT_SOURCES[textId as ClinicianTextId] ?? []).join(', ');
}

/** Ids of every rule that spoke, so that each statement can be traced to its row and its source. */
export function RulesAndSources(): ReactElement {
  const assessment = useAssessment((whole) => whole);
  const { redFlags, plan, slr, root, cues, followUp, tensionTests, movementTests } = assessment;
  return (
    <section className={classes['rules']} aria-label={words.rules}>
      <p>{words.ruleVersion(assessment.ruleVersion)}</p>
      <dl>
        {SIDES.map((side) => (
          <div key={side}>
            <dt>
              {text.app.sides[side]}: {slr[side].class}, row {slr[side].row}
            </dt>
            <dd>
              {root[side].output} · U {root[side].scores.U}, L4 {root[side].scores.L4}, L5 {root[side].scores.L5}, S1 {root[side].scores.S1}
              , gap {root[side].gap}
            </dd>
          </div>
        ))}
        {SIDES.flatMap((side) => tensionTests[side]).map((sentence) => (
          <div key={sentence}>
            <dt>2.3, 2.4</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
        {movementTests.results.map((result) => (
          <div key={`${result.movement}.${result.side}`}>
            <dt>
              6.9 · {MOVEMENT_NAMES[result.movement]} · {text.app.sides[result.side]} · {MOVEMENT_CLASS_NAMES[result.class]}
            </dt>
            <dd>{result.text}</dd>
          </div>
        ))}
        {redFlags.rows.map((row) => (
          <div key={row.row}>
            <dt>
              {row.row} · {row.urgency} · {row.route} · {row.clinicianTextId}, {row.patientTextId}
            </dt>
            <dd>{[...row.because, sourcesOf(row.clinicianTextId)].filter((part) => part !== '').join(' · ')}</dd>
          </div>
        ))}
        {followUp !== null && (
          <div>
            <dt>
              {followUp.result} · {followUp.action}
            </dt>
            <dd>{followUp.measures.map((measure) => measure.text).join(' · ')}</dd>
          </div>
        )}
        {cues.shown.map((cue) => (
          <div key={cue.condition}>
            <dt>{cue.title}</dt>
            <dd>{cue.source}</dd>
          </div>
        ))}
        <div>
          <dt>
            {plan.phase} ({plan.phaseFrom}) · {plan.leadId} · row {plan.sheetRow}
          </dt>
          <dd>{[plan.phaseBecause, plan.sheetBecause].join(' · ')}</dd>
        </div>
      </dl>
    </section>
  );
}
