import { Button, Loader, Modal } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PAPERS, type Paper } from '../../../shared/schemas/clinic.ts';
import type { HandoutProblem } from '../../../shared/schemas/handout.ts';
import { cancelPreviews } from '../../api/cancel-previews.ts';
import { Notice } from '../../components/notice.tsx';
import { PdfPages } from '../../components/pdf-pages.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { text } from '../../text.ts';
import classes from './papers.module.css';
import type { Sending } from './papers.resource.ts';

type PaperDialogProps = {
  title: string;
  /** Undefined while it is being made. */
  pdf: Uint8Array<ArrayBuffer> | undefined;
  isMaking: boolean;
  failure: string | null;
  /** What of it could not be printed as it was typed. */
  problems: readonly HandoutProblem[];
  /** Null where the paper is a kept one. */
  paper: { chosen: Paper | null; onChoose: (paper: Paper) => void } | null;
  remark: string;
  printLabel: string;
  sending: Sending;
  onPrint: () => void;
  /** Null where it must not lie in a file. */
  onSave: (() => void) | null;
  onClose: () => void;
};

const words = text.papers;
const PAGE_PX = 540;

/** A paper for clinicians as it will print: the very bytes, and what can be done with them. */
export function PaperDialog(props: PaperDialogProps): ReactNode {
  const { title, pdf, isMaking, failure, problems, paper, remark, printLabel, sending, onPrint, onSave, onClose } = props;
  const close = (): void => {
    cancelPreviews(isMaking);
    onClose();
  };
  const isReady = pdf !== undefined && !isMaking && !sending.isBusy;
  return (
    <Modal opened onClose={close} size={920} title={title}>
      <div className={classes['layout']}>
        <div className={classes['pages']} tabIndex={0} role="region" aria-label={words.region}>
          {isMaking && <Loader size="sm" aria-label={words.making} />}
          {pdf !== undefined && <PdfPages pdf={pdf} widthPx={PAGE_PX} pageLabel={text.handouts.page} textLabel={text.handouts.pageText} />}
        </div>
        <div className={classes['side']}>
          {paper !== null && (
            <Segmented
              label={text.handouts.paper}
              value={paper.chosen}
              choices={PAPERS.map((value) => ({ value, label: text.handouts.papers[value] }))}
              onChange={(value) => value !== null && paper.onChoose(value)}
            />
          )}
          {remark !== '' && <p>{remark}</p>}
          {failure !== null && <Notice kind="problem">{failure}</Notice>}
          {problems.length > 0 && (
            <Notice title={words.noticeTitle}>
              <ul className={classes['problems']}>
                {problems.map((problem) => (
                  <li key={`${problem.code}-${problem.message}`}>{problem.message}</li>
                ))}
              </ul>
            </Notice>
          )}
          {sending.outcome !== null && <Notice kind={sending.outcome.kind}>{sending.outcome.sentence}</Notice>}
          <div className={classes['actions']}>
            <Button
              variant="filled"
              size="lg"
              disabled={!isReady}
              leftSection={<IconPrinter size={18} aria-hidden="true" />}
              onClick={onPrint}
            >
              {printLabel}
            </Button>
            {onSave !== null && (
              <Button
                variant="default"
                disabled={!isReady}
                leftSection={<IconDeviceFloppy size={18} aria-hidden="true" />}
                onClick={onSave}
              >
                {text.handouts.save}
              </Button>
            )}
            <Button variant="subtle" onClick={close}>
              {text.handouts.close}
            </Button>
          </div>
        </div>
      </div>
    </Modal>
  );
}
