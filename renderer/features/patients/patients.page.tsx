import { Button } from '@mantine/core';
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { PatientRow } from '../../../shared/schemas/patient.ts';
import { navigate, replaceRoute, useRoute } from '../../app/routes.ts';
import { failureMessage } from '../../api/messages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { Notice } from '../../components/notice.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { text } from '../../text.ts';
import { ImportDialog } from './import-dialog.tsx';
import { PatientFormDialog } from './patient-form-dialog.tsx';
import { PatientSummary } from './patient-summary.tsx';
import classes from './patients.module.css';
import { usePatientList, type PatientSearch } from './patients.resource.ts';
import { PatientsTable } from './patients-table.tsx';

const words = text.patients;
const FILTERS = ['all', 'review_due', 'open_draft', 'open_flag'] as const;

/** Everyone on the desk: type to find, arrows to choose, Enter to open. */
export function PatientsPage(): ReactNode {
  const route = useRoute();
  const intent = route.page === 'patients' ? route.intent : 'browse';
  const [search, setSearch] = useState<PatientSearch>({
    query: route.page === 'patients' ? route.query : '',
    filter: 'all',
    sort: 'name',
    descending: false,
  });
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [isImporting, setImporting] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const list = usePatientList(search);
  const selected = list.rows.find((row) => row.patientId === selectedId) ?? list.rows[0] ?? null;

  useEffect(() => {
    if (intent !== 'new-patient') searchBox.current?.focus();
  }, [intent]);

  const open = (row: PatientRow): void => navigate({ page: 'patient', patientId: row.patientId });
  const newPatient = (): void => navigate({ page: 'patients', intent: 'new-patient', query: search.query });

  const chooseByKey = (event: KeyboardEvent): void => {
    const index = selected === null ? -1 : list.rows.indexOf(selected);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      const next = list.rows[Math.min(list.rows.length - 1, Math.max(0, index + step))];
      if (next !== undefined) setSelectedId(next.patientId);
      event.preventDefault();
    } else if (event.key === 'Enter' && selected !== null) {
      open(selected);
    }
  };

  return (
    <main className={classes['page']} id="page" tabIndex={-1}>
      <div className={classes['head']}>
        <h1>{words.title}</h1>
        <div className={classes['headActions']}>
          <Button variant="subtle" leftSection={<IconFileImport size={18} aria-hidden="true" />} onClick={() => setImporting(true)}>
            {words.importList}
          </Button>
          <Button variant="filled" leftSection={<IconPlus size={18} aria-hidden="true" />} rightSection={<Kbd>N</Kbd>} onClick={newPatient}>
            {words.newPatient}
          </Button>
        </div>
      </div>

      <label className={classes['search']}>
        <IconSearch size={18} aria-hidden="true" />
        <input
          ref={searchBox}
          type="text"
          value={search.query}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-label={words.search}
          placeholder={words.searchPlaceholder}
          data-find="patients"
          onChange={(event) => {
            setSearch({ ...search, query: event.currentTarget.value });
            setSelectedId(null);
          }}
          onKeyDown={chooseByKey}
        />
        <span role="status" className={classes['count']}>
          {list.isFirstLoad ? words.loading : words.counts(list.total, list.stored)}
        </span>
      </label>

      <div className={classes['filters']}>
        <Segmented
          label={words.filterLabel}
          value={search.filter}
          choices={FILTERS.map((value) => ({ value, label: words.filters[value] }))}
          onChange={(filter) => setSearch({ ...search, filter: filter ?? 'all' })}
        />
      </div>

      {list.failure !== null && <Notice kind="problem">{failureMessage(list.failure)}</Notice>}
      <div className={classes['columns']}>
        <section className={classes['list']} aria-label={words.title}>
          {list.rows.length === 0 && !list.isFirstLoad ? (
            <NobodyFound search={search} stored={list.stored} onNewPatient={newPatient} />
          ) : (
            <PatientsTable
              rows={list.rows}
              total={list.total}
              query={search.query}
              sort={search.sort}
              descending={search.descending}
              onSort={(sort, descending) => setSearch({ ...search, sort, descending })}
              selectedId={selected?.patientId ?? null}
              onSelect={(row) => setSelectedId(row.patientId)}
              onOpen={open}
              onNearEnd={list.loadMore}
            />
          )}
        </section>
        <PatientSummary row={selected} />
      </div>

      {intent === 'new-patient' && (
        <PatientFormDialog
          key={route.page === 'patients' ? route.formDraftId : undefined}
          patient={null}
          formDraftId={route.page === 'patients' ? route.formDraftId : undefined}
          onClose={() => replaceRoute({ page: 'patients', intent: 'browse', query: search.query })}
          onSaved={(patient) => replaceRoute({ page: 'patient', patientId: patient.patientId })}
        />
      )}
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
    </main>
  );
}

type NobodyFoundProps = { search: PatientSearch; stored: number; onNewPatient: () => void };

function NobodyFound({ search, stored, onNewPatient }: NobodyFoundProps): ReactNode {
  if (stored === 0) {
    return (
      <EmptyState
        title={words.emptyDesk}
        actions={
          <Button variant="filled" onClick={onNewPatient}>
            {words.newPatient}
          </Button>
        }
      >
        {words.emptyDeskNext}
      </EmptyState>
    );
  }
  return search.query.trim() === '' ? (
    <EmptyState title={words.emptyFilter}>{words.emptyFilterNext}</EmptyState>
  ) : (
    <EmptyState title={words.emptySearch}>{words.emptySearchNext}</EmptyState>
  );
}
