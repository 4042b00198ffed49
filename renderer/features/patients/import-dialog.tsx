import { Button, Checkbox, Loader, Modal } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { Input, Output } from '../../../shared/contract/contract.ts';
import type { CsvMapping } from '../../../shared/schemas/patient.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { newId } from '../../api/new-id.ts';
import { invalidate } from '../../api/query.ts';
import { Notice } from '../../components/notice.tsx';
import { text } from '../../text.ts';
import { ImportMapping } from './import-mapping.tsx';
import { ImportReport } from './import-report.tsx';
import classes from './patients.module.css';

type Preview = Output<'patients.previewImport'>;
type DateOrder = Input<'patients.import'>['dateOrder'];
type File = Output<'shell.openCsv'>;

const words = text.patients.import;

/** Brings an existing patient list in: choose, map, see what would happen to each line, then store all of it at once. */
export function ImportDialog({ onClose }: { onClose: () => void }): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const [wanted, setWanted] = useState<{ mapping: CsvMapping | null; dateOrder: DateOrder | null }>({ mapping: null, dateOrder: null });
  const [preview, setPreview] = useState<Preview | null>(null);
  const [withDuplicates, setWithDuplicates] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [done, setDone] = useState<Output<'patients.import'> | null>(null);
  // One id for the dialog: a second press of Import is the same import.
  const [importId] = useState(() => newId());

  const choose = async (): Promise<void> => {
    setFailure(null);
    try {
      const chosen = await call('shell.openCsv', {});
      setPreview(null);
      setWanted({ mapping: null, dateOrder: null });
      setFile(chosen);
    } catch (thrown) {
      const { code } = asDeskFailure(thrown);
      if (code !== 'cancelled') setFailure(code === 'file-refused' ? words.refusedFile : failureMessage(thrown));
    }
  };

  useEffect(() => {
    if (file === null) return undefined;
    let isLatest = true;
    setBusy(true);
    call('patients.previewImport', { csv: file.csv, ...wanted })
      .then((report) => isLatest && setPreview(report))
      .catch(
        (thrown: unknown) =>
          isLatest && setFailure(asDeskFailure(thrown).code === 'file-refused' ? words.refusedFile : failureMessage(thrown)),
      )
      .finally(() => isLatest && setBusy(false));
    return () => {
      isLatest = false;
    };
  }, [file, wanted]);

  const store = async (): Promise<void> => {
    if (file === null || preview === null) return;
    setBusy(true);
    setFailure(null);
    try {
      const { mapping, dateOrder } = preview;
      setDone(await call('patients.import', { importId, csv: file.csv, mapping, dateOrder, withDuplicates }));
      await invalidate('patients.search', 'today.get');
    } catch (thrown) {
      setFailure(failureMessage(thrown));
    } finally {
      setBusy(false);
    }
  };

  const count =
    preview === null ? 0 : preview.counts.ready + (withDuplicates ? preview.counts.duplicate + preview.counts.duplicateInFile : 0);
  return (
    <Modal opened onClose={onClose} size={860} title={words.title}>
      <div className={classes['form']}>
        {done === null ? (
          <>
            <div>
              <Button variant={file === null ? 'filled' : 'default'} onClick={() => void choose()}>
                {words.choose}
              </Button>
              <p className={classes['quiet']}>{file === null ? words.chooseHelp : words.file(file.fileName)}</p>
            </div>
            {preview !== null && (
              <>
                <ImportMapping
                  columns={preview.columns}
                  mapping={preview.mapping}
                  dateOrder={preview.dateOrder}
                  onMapping={(mapping) => setWanted({ mapping, dateOrder: wanted.dateOrder })}
                  onDateOrder={(dateOrder) => setWanted({ mapping: preview.mapping, dateOrder })}
                />
                <ImportReport preview={preview} />
                {preview.counts.duplicate + preview.counts.duplicateInFile > 0 && (
                  <Checkbox
                    label={words.withDuplicates}
                    checked={withDuplicates}
                    onChange={(event) => setWithDuplicates(event.currentTarget.checked)}
                  />
                )}
              </>
            )}
          </>
        ) : (
          <Notice>{words.done(done.imported, done.leftOut)}</Notice>
        )}
        {failure !== null && <Notice kind="problem">{failure}</Notice>}
        <div className={classes['formActions']}>
          {isBusy && <Loader size="sm" aria-label={text.patients.loading} />}
          <Button variant="default" onClick={onClose}>
            {words.back}
          </Button>
          {done === null && preview !== null && (
            <Button variant="filled" disabled={count === 0 || isBusy} onClick={() => void store()}>
              {count === 0 ? words.nothing : words.go(count)}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}
