import { useEffect, useState, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import type { SalvagedPatient, SalvagedPatientRow } from '../../../shared/schemas/salvage.ts';
import { call } from '../../api/call.ts';
import { cx } from '../../components/cx.ts';
import { formatDate } from '../../components/dates.ts';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import classes from './salvage.module.css';

const words = text.salvage;
/** The clinic's own way may be what is damaged. */
const DATES = 'D MMM YYYY';

/** Names on the left, what could be read of the chosen one on the right. */
export function SalvagedPatients(): ReactNode {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Output<'salvage.patients'>>({ rows: [], total: 0 });
  const [chosen, setChosen] = useState<SalvagedPatient | null>(null);

  useEffect(() => {
    let isNewest = true;
    void call('salvage.patients', { query, offset: 0 })
      .then((answer) => isNewest && setFound(answer))
      .catch(() => undefined);
    return () => {
      isNewest = false;
    };
  }, [query]);

  const choose = (patientId: string): void => {
    void call('salvage.patient', { patientId })
      .then(setChosen)
      .catch(() => setChosen(null));
  };

  return (
    <div className={classes['columns']}>
      <div className={classes['names']}>
        <TextField fieldPath="salvage.search" label={words.search} value={query} onChange={setQuery} />
        <p className={classes['note']} role="status">
          {found.total === 0 ? words.none : words.shown(found.rows.length, found.total)}
        </p>
        <ul className={classes['list']} aria-label={words.list}>
          {found.rows.map((row) => (
            <li key={row.patientId}>
              <NameButton row={row} isChosen={row.patientId === chosen?.patientId} onChoose={() => choose(row.patientId)} />
            </li>
          ))}
        </ul>
      </div>
      <div className={classes['details']} tabIndex={0} role="region" aria-label={chosen?.name ?? words.choose}>
        {chosen === null ? <p className={classes['note']}>{words.choose}</p> : <Details patient={chosen} />}
      </div>
    </div>
  );
}

function NameButton({ row, isChosen, onChoose }: { row: SalvagedPatientRow; isChosen: boolean; onChoose: () => void }): ReactNode {
  return (
    <button type="button" className={cx(classes['name'], isChosen && classes['chosen'])} aria-pressed={isChosen} onClick={onChoose}>
      <span dir="auto">{row.name === '' ? words.noName : row.name}</span>
      <span className={classes['note']}>
        {row.birthDate !== '' && `${formatDate(row.birthDate, DATES)} · `}
        {words.rowCounts(row.visits, row.sheets)}
      </span>
    </button>
  );
}

function Details({ patient }: { patient: SalvagedPatient }): ReactNode {
  const facts: [label: string, value: string][] = [
    [words.born, patient.birthDate === '' ? '' : formatDate(patient.birthDate, DATES)],
    [words.number, patient.ownNumber],
    [words.phone, patient.phone],
    [words.email, patient.email],
    [words.address, patient.address],
    [words.note, patient.note],
  ];
  return (
    <>
      <h3 dir="auto">{patient.name === '' ? words.noName : patient.name}</h3>
      <dl className={classes['facts']}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
      </dl>
      {patient.visits.map((visit, index) => (
        <Visit key={index} visit={visit} />
      ))}
      {patient.sheets.length > 0 && (
        <section>
          <h4>{words.sheetsTitle}</h4>
          <ul>
            {patient.sheets.map((sheet, index) => (
              <li key={index}>
                {sheetName(sheet.sheet)}
                {sheet.on !== '' && `, ${formatDate(sheet.on, DATES)}`}
                {!sheet.isReadable && `: ${words.sheetUnreadable}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Visit({ visit }: { visit: SalvagedPatient['visits'][number] }): ReactNode {
  const states: Readonly<Record<string, string>> = { signed: words.signed(visit.signedBy), open: words.unsigned, voided: words.voided };
  return (
    <section>
      <h4>
        {visit.on !== '' && `${formatDate(visit.on, DATES)}: `}
        {contactName(visit.contact)}, {states[visit.status] ?? visit.status}
      </h4>
      {visit.headline !== '' && <p>{visit.headline}</p>}
      {visit.addenda.map((addendum, index) => (
        <p key={index} dir="auto">
          {words.addendum(addendum.createdBy, formatDate(addendum.createdAt.slice(0, 10), DATES))}: {addendum.text}
        </p>
      ))}
      {visit.answers.length === 0 ? (
        <p className={classes['note']}>{words.noAnswers}</p>
      ) : (
        <details>
          <summary>{words.answers(visit.answers.length)}</summary>
          <dl className={classes['answers']}>
            {visit.answers.map(({ field, value }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

function sheetName(sheet: string): string {
  const names: Readonly<Record<string, string>> = { ...text.handouts.sheets, ...text.papers.names };
  return names[sheet] ?? sheet;
}

function contactName(contact: string): string {
  const names: Readonly<Record<string, string>> = text.history.contacts;
  return names[contact] ?? contact;
}
