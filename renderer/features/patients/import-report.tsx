import type { ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { fieldCodeSchema } from '../../../shared/contract/errors.ts';
import { duplicateSchema } from '../../../shared/schemas/patient.ts';
import { fieldMessage } from '../../api/messages.ts';
import { text } from '../../text.ts';
import classes from './patients.module.css';

const words = text.patients.import;
const FIELD_LABELS: Readonly<Record<string, string>> = {
  givenNames: text.patients.form.givenNames,
  familyName: text.patients.form.familyName,
  birthDate: text.patients.form.birthDate,
  ownNumber: text.patients.form.ownNumber,
};

function reasonInWords(reason: { field: string; code: string }): string {
  if (reason.field === 'line') return words.tooManyCells;
  const duplicate = duplicateSchema.shape.reason.safeParse(reason.code);
  if (duplicate.success) return text.patients.form.duplicateReasons[duplicate.data];
  const code = fieldCodeSchema.safeParse(reason.code);
  const sentence = code.success ? fieldMessage(code.data) : undefined;
  return [FIELD_LABELS[reason.field] ?? reason.field, sentence].filter((part) => part !== undefined).join(': ');
}

/** What would happen to each line of the file; nothing has been stored. */
export function ImportReport({ preview }: { preview: Output<'patients.previewImport'> }): ReactNode {
  const { counts, rows } = preview;
  const total = counts.ready + counts.duplicate + counts.duplicateInFile + counts.refused;
  return (
    <section>
      <h3 className={classes['reportTitle']}>{words.report}</h3>
      <p className={classes['reportCounts']} role="status">
        {(['ready', 'duplicate', 'duplicateInFile', 'refused'] as const).map((count) => (
          <span key={count}>{words.counts[count](counts[count])}</span>
        ))}
      </p>
      <div className={classes['report']} tabIndex={0} role="region" aria-label={words.report}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{text.patients.columns.name}</th>
              <th scope="col">{text.patients.columns.birthDate}</th>
              <th scope="col">{text.patients.columns.ownNumber}</th>
              <th scope="col">{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>
                  {row.patient.familyName}, {row.patient.givenNames}
                </td>
                <td>{row.patient.birthDate}</td>
                <td>{row.patient.ownNumber}</td>
                <td>
                  {words.status[row.status]}
                  {row.reasons.map((reason) => (
                    <div key={`${reason.field}-${reason.code}`} className={classes['quiet']}>
                      {reasonInWords(reason)}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > rows.length && <p className={classes['quiet']}>{words.firstRows(rows.length, total)}</p>}
    </section>
  );
}
