import type { ReactElement } from 'react';
import type { RedFlagRow } from '../../../../shared/schemas/assessment.ts';
import { serviceOf } from '../../../../shared/services.ts';
import { CLINICIAN_TEXT_SOURCES, type ClinicianTextId } from '../../../../shared/text/en/red-flags.ts';
import { UrgencyChip } from '../../../components/urgency-chip.tsx';
import { text } from '../../../text.ts';
import { useAssessment, useVisit } from '../state/visit-session.tsx';
import classes from './assessment.module.css';
import { Sourced } from './rule-note.tsx';

const words = text.visit.assessment;

type MergedRow = RedFlagRow & { ids: readonly string[] };

/** Rows with the same text and urgency, once, with all that made them true. */
function merged(rows: readonly RedFlagRow[]): readonly MergedRow[] {
  const byText = new Map<string, MergedRow>();
  for (const row of rows) {
    const key = `${row.urgency} ${row.clinicianTextId} ${row.route}`;
    const known = byText.get(key);
    byText.set(
      key,
      known === undefined
        ? { ...row, ids: [row.row] }
        : { ...known, ids: [...known.ids, row.row], because: [...new Set([...known.because, ...row.because])] },
    );
  }
  return [...byText.values()];
}

const RANK = { E: 0, D: 1, U: 2, R: 3 } as const;

/** Every red-flag row that is present, most urgent first: how urgent, what to do, by which route, and because of what. */
export function ActionRows(): ReactElement {
  const { clinic } = useVisit();
  const rows = useAssessment((assessment) => assessment.redFlags.rows);
  if (rows.length === 0) return <p className={classes['quiet']}>{words.nothing}</p>;
  return (
    <ul className={classes['actions']}>
      {merged(rows)
        .toSorted((a, b) => RANK[a.urgency] - RANK[b.urgency])
        .map((row) => (
          <li key={`${row.row}`} data-row={row.row}>
            <Sourced
              statement={row.clinicianText}
              rule={`${row.ids.join(', ')} (${row.clinicianTextId}, ${row.patientTextId})`}
              sources={CLINICIAN_TEXT_SOURCES[row.clinicianTextId as ClinicianTextId] ?? []}
            >
              <UrgencyChip urgency={row.urgency} />
              <p>{row.clinicianText}</p>
            </Sourced>
            <p className={classes['quiet']}>
              {words.route(serviceOf(row.route, clinic).name)}
              {row.because.length > 0 && ` · ${row.because.join(' · ')}`}
            </p>
          </li>
        ))}
    </ul>
  );
}
