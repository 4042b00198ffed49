import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/clinical/day-counts.ts';
import type { AuditFilter, AuditRow, AuditSort, TextRemoval } from '../../../shared/schemas/audit.ts';
import type { CalendarDate } from '../../../shared/schemas/common.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { useDeskQuery } from '../../api/query.ts';
import { useMay, useSession } from '../../app/desk-state.ts';
import { DateField } from '../../components/date-field.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { fullName } from '../../components/person-name.ts';
import { Segmented } from '../../components/segmented.tsx';
import { TextField } from '../../components/text-field.tsx';
import { showToast } from '../../components/toast.tsx';
import { text } from '../../text.ts';
import classes from './audit.module.css';
import { AuditTable } from './audit-table.tsx';
import { RemoveTextDialog } from './remove-text-dialog.tsx';

const words = text.audit;
const SHOWS = ['all', 'changes', 'accesses'] as const;
const FIRST_DAYS = 30;
const FOUND_MAX = 5;

type Report = Output<'audit.report'> & { filter: AuditFilter };
type Whom = { patientId: string; name: string } | null;

/** Reports of who changed and who opened what. For administrators; others are not shown it. */
export function AuditPanel(): ReactNode {
  return useMay('audit.report') ? <Audit /> : null;
}

function Audit(): ReactNode {
  const { today } = useSession();
  const [from, setFrom] = useState<CalendarDate | null>(addDays(today, -FIRST_DAYS));
  const [to, setTo] = useState<CalendarDate | null>(today);
  const [whom, setWhom] = useState<Whom>(null);
  const [show, setShow] = useState<AuditFilter['show']>('all');
  const [report, setReport] = useState<Report | null>(null);
  const [sort, setSort] = useState<AuditSort>({ by: 'at', descending: true });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [asked, setAsked] = useState<AuditRow | null>(null);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (thrown) {
      if (asDeskFailure(thrown).code !== 'cancelled') setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const make = (): Promise<void> =>
    attempt(async () => {
      if (from === null || to === null) return;
      const filter = { from, to, patientId: whom?.patientId ?? null, show };
      setReport({ ...(await call('audit.report', filter)), filter });
    });
  const showRemoval = (line: AuditRow, removal: TextRemoval): void => {
    const rows = report?.rows.map((row) =>
      row.log === line.log && row.seq === line.seq ? { ...row, hasEarlierText: false, removal } : row,
    );
    if (report !== null && rows !== undefined) setReport({ ...report, rows });
    setAsked(null);
    showToast(words.removing.done(line));
  };
  const save = (format: 'pdf' | 'csv'): Promise<void> =>
    attempt(async () => {
      if (report === null) return;
      const { bytes } = await call('audit.export', { filter: report.filter, sort, format });
      const suggestedName = words.fileName(report.filter.from, report.filter.to);
      if (format === 'pdf') await call('shell.savePdf', { pdf: bytes, suggestedName });
      else await call('shell.saveCsv', { csv: bytes, suggestedName });
      showToast(words.saved);
    });

  return (
    <Panel title={words.title}>
      <p className={classes['lead']}>{words.lead}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <div className={classes['filters']}>
          <DateField fieldPath="audit.from" label={words.from} value={from} onChange={setFrom} />
          <DateField fieldPath="audit.to" label={words.to} value={to} onChange={setTo} />
          <div className={classes['wide']}>
            {whom === null ? (
              <FindWhom onChoose={setWhom} />
            ) : (
              <p>
                {words.whom}: <b dir="auto">{whom.name}</b> <LinkButton onClick={() => setWhom(null)}>{words.clearPatient}</LinkButton>
              </p>
            )}
          </div>
          <div className={classes['wide']}>
            <Segmented
              label={words.show}
              value={show}
              choices={SHOWS.map((value) => ({ value, label: words.shows[value] }))}
              onChange={(chosen) => setShow(chosen ?? show)}
            />
          </div>
        </div>
        <Button type="submit" variant="default" loading={busy} disabled={from === null || to === null}>
          {words.make}
        </Button>
      </form>
      {problem !== null && <Notice kind="problem">{failureMessage(problem)}</Notice>}
      {report !== null && (
        <>
          <div className={classes['actions']}>
            <span role="status">{report.total === 0 ? words.none : words.counts(report.rows.length, report.total)}</span>
            {report.rows.length > 0 && (
              <>
                <Button size="xs" variant="default" disabled={busy} onClick={() => void save('pdf')}>
                  {words.savePdf}
                </Button>
                <Button size="xs" variant="default" disabled={busy} onClick={() => void save('csv')}>
                  {words.saveCsv}
                </Button>
              </>
            )}
          </div>
          {report.rows.length > 0 && (
            <AuditTable rows={report.rows} sort={sort} onSort={setSort} onRemove={setAsked} askedSeq={asked?.seq ?? null} />
          )}
        </>
      )}
      {asked !== null && <RemoveTextDialog row={asked} onClose={() => setAsked(null)} onDone={(removal) => showRemoval(asked, removal)} />}
    </Panel>
  );
}

/** Finds the patient a report is about; nobody chosen means everyone. */
function FindWhom({ onChoose }: { onChoose: (whom: Whom) => void }): ReactNode {
  const [typed, setTyped] = useState('');
  const found = useDeskQuery(
    'patients.search',
    { query: typed, filter: 'all', sort: 'name', descending: false, offset: 0, limit: FOUND_MAX },
    { enabled: typed.trim() !== '', keepPrevious: true },
  );
  return (
    <>
      <TextField fieldPath="audit.patient" label={words.patient} hint={words.everybody} value={typed} onChange={setTyped} />
      {typed.trim() !== '' && (
        <ul className={classes['found']}>
          {found.data?.rows.map((row) => (
            <li key={row.patientId}>
              <LinkButton onClick={() => onChoose({ patientId: row.patientId, name: fullName(row) })}>{fullName(row)}</LinkButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
