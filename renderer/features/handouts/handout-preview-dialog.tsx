import { Button, Checkbox, Loader, Modal } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { PAPERS, type Paper } from '../../../shared/schemas/clinic.ts';
import type { Id } from '../../../shared/schemas/common.ts';
import type { HandoutOptions, HandoutPreview, HandoutSummary } from '../../../shared/schemas/handout.ts';
import { cancelPreviews } from '../../api/cancel-previews.ts';
import { failureMessage } from '../../api/messages.ts';
import { invalidate, useDeskQuery } from '../../api/query.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { Notice } from '../../components/notice.tsx';
import { PdfPages } from '../../components/pdf-pages.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { text } from '../../text.ts';
import { GivingForm } from './giving-form.tsx';
import classes from './handouts.module.css';
import { useGiving } from './handouts.resource.ts';

type HandoutPreviewDialogProps = {
  visitId: Id;
  patientName: string;
  /** `plan` = the sheet the rules name for this visit; `safety` = the safety sheet on request. */
  kind: HandoutOptions['kind'];
  largePrint: boolean;
  opened: boolean;
  onClose: () => void;
};

const words = text.handouts;
const PAGE_PX = 540;

/** The sheet as it will print: the very bytes, with the patient's name on the button that prints them. */
export function HandoutPreviewDialog(props: HandoutPreviewDialogProps): ReactNode {
  return props.opened ? <OpenPreview {...props} /> : null;
}

function OpenPreview({ visitId, patientName, kind, largePrint, onClose }: HandoutPreviewDialogProps): ReactNode {
  const { today } = useDateSettings();
  const clinic = useDeskQuery('clinic.get', {});
  const [chosenPaper, setPaper] = useState<Paper | null>(null);
  const [isLarge, setLarge] = useState(largePrint);
  const [shownKind, setShownKind] = useState(kind);
  const paper = chosenPaper ?? clinic.data?.paper ?? null;
  const options: HandoutOptions = { kind: shownKind, paper: paper ?? 'A4', largePrint: isLarge };
  const preview = useDeskQuery('handouts.preview', { visitId, options }, { enabled: paper !== null });
  const giving = useGiving(visitId, options, () => void invalidate('handouts.preview'));
  const [recorded, setRecorded] = useState<HandoutSummary | null>(null);
  const kept = giving.kept?.handoutId === recorded?.handoutId ? recorded : giving.kept;
  const sheet = preview.data;
  const isRefused = sheet !== undefined && sheet.problems.some((problem) => problem.hard);
  const canGive = sheet !== undefined && !isRefused && !preview.isFetching && !giving.isBusy;
  const sheetName = words.sheets[sheet?.sheet ?? (kind === 'safety' ? 'safety' : 'homecare')];
  const printedName = sheet?.patientName ?? patientName;
  const close = (): void => {
    cancelPreviews(preview.isFetching);
    onClose();
  };

  return (
    <Modal opened onClose={close} size={920} title={words.title(sheetName, patientName)}>
      <div className={classes['layout']}>
        <div className={classes['pages']} tabIndex={0} role="region" aria-label={words.sheetRegion}>
          {preview.isFetching && <Loader size="sm" aria-label={words.making} />}
          {sheet !== undefined && !isRefused && (
            <PdfPages pdf={sheet.pdf} widthPx={PAGE_PX} pageLabel={words.page} textLabel={words.pageText} />
          )}
        </div>
        <div className={classes['side']}>
          <Segmented
            label={words.paper}
            value={paper}
            choices={PAPERS.map((value) => ({ value, label: words.papers[value] }))}
            onChange={(value) => setPaper(value)}
          />
          <Checkbox label={words.largePrint} checked={isLarge} onChange={(event) => setLarge(event.currentTarget.checked)} />
          {preview.error !== null && <Notice kind="problem">{failureMessage(preview.error)}</Notice>}
          {sheet !== undefined && <Problems preview={sheet} isRefused={isRefused} onSafety={() => setShownKind('safety')} />}
          {giving.outcome !== null && <Notice kind={giving.outcome.kind}>{giving.outcome.sentence}</Notice>}
          <div className={classes['actions']}>
            <Button
              variant="filled"
              size="lg"
              disabled={!canGive}
              leftSection={<IconPrinter size={18} aria-hidden="true" />}
              onClick={() => sheet !== undefined && void giving.give('print', sheet, '')}
            >
              {words.printFor(printedName)}
            </Button>
            <Button
              variant="default"
              disabled={!canGive}
              leftSection={<IconDeviceFloppy size={18} aria-hidden="true" />}
              onClick={() => sheet !== undefined && void giving.give('save', sheet, words.fileName(sheetName, today))}
            >
              {words.save}
            </Button>
            <Button variant="subtle" onClick={close}>
              {words.close}
            </Button>
          </div>
          {kept !== null && <GivingForm key={kept.handoutId} handout={kept} patientName={printedName} onRecorded={setRecorded} />}
        </div>
      </div>
    </Modal>
  );
}

type ProblemsProps = { preview: HandoutPreview; isRefused: boolean; onSafety: () => void };

function Problems({ preview, isRefused, onSafety }: ProblemsProps): ReactNode {
  if (preview.problems.length === 0) return null;
  return (
    <Notice
      kind={isRefused ? 'problem' : 'info'}
      title={isRefused ? words.refusedTitle : words.noticeTitle}
      actions={
        isRefused && (
          <Button size="xs" variant="default" onClick={onSafety}>
            {words.printSafety}
          </Button>
        )
      }
    >
      <ul className={classes['problems']}>
        {preview.problems.map((problem) => (
          <li key={`${problem.code}-${problem.message}`}>{problem.message}</li>
        ))}
      </ul>
    </Notice>
  );
}
