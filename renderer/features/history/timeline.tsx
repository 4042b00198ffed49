import { IconFileText, IconMail } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { OpenFlag } from '../../../shared/contract/contract.ts';
import type { Id } from '../../../shared/schemas/common.ts';
import type { HandoutSummary } from '../../../shared/schemas/handout.ts';
import type { PaperSummary } from '../../../shared/schemas/paper.ts';
import type { VisitSummary } from '../../../shared/schemas/visit.ts';
import { navigate } from '../../app/routes.ts';
import { cx } from '../../components/cx.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { daysBetween, formatShortDate } from '../../components/dates.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { UrgencyChip } from '../../components/urgency-chip.tsx';
import { text } from '../../text.ts';
import classes from './history.module.css';

type Shows = 'all' | 'visits' | 'sheets';
type TimelineProps = {
  visits: readonly VisitSummary[];
  handouts: readonly HandoutSummary[];
  /** Letters and summaries kept as given. */
  papers: readonly PaperSummary[];
  openFlags: readonly OpenFlag[];
  onHandout: (handoutId: Id) => void;
  onPaper: (paperId: Id) => void;
};

const words = text.history;
const SHOWS: readonly Shows[] = ['all', 'visits', 'sheets'];

/** Every visit and sheet, newest first, with what is due on top. */
export function Timeline({ visits, handouts, papers, openFlags, onHandout, onPaper }: TimelineProps): ReactNode {
  const [shows, setShows] = useState<Shows>('all');
  const { format, today } = useDateSettings();
  // A voided visit stays legible; one thrown away before it was signed is not in the chart at all.
  const kept = visits.toSorted((a, b) => b.visitOn.localeCompare(a.visitOn));
  const latest = kept.find((visit) => visit.status === 'signed');
  const listed =
    shows === 'sheets' ? kept.filter((visit) => [...handouts, ...papers].some((sheet) => sheet.visitId === visit.visitId)) : kept;

  // What left the desk stays in the chart, though its visit was thrown away afterwards.
  const unlisted = [...handouts, ...papers]
    .filter((sheet) => kept.every((visit) => visit.visitId !== sheet.visitId))
    .filter((sheet, index, all) => all.findIndex((other) => other.visitId === sheet.visitId) === index);
  const sheetsOf = (visitId: Id): ReactNode => (
    <SheetButtons
      handouts={handouts.filter((sheet) => sheet.visitId === visitId)}
      papers={papers.filter((paper) => paper.visitId === visitId)}
      onHandout={onHandout}
      onPaper={onPaper}
    />
  );

  return (
    <Panel
      title={words.timeline}
      aside={
        <Segmented
          label={words.timelineShow}
          dense
          value={shows}
          choices={SHOWS.map((value) => ({ value, label: words.shows[value] }))}
          onChange={(value) => setShows(value ?? 'all')}
        />
      }
    >
      {kept.length + unlisted.length === 0 && <EmptyState title={words.emptyTitle}>{words.emptyNext}</EmptyState>}
      <ol className={classes['timeline']}>
        {shows !== 'sheets' && latest !== undefined && latest.nextReviewOn !== null && (
          <li className={classes['due']}>
            <span className={classes['date']}>{formatShortDate(latest.nextReviewOn, today, format)}</span>
            <div>
              <b>{words.reviewDue}</b>
              <p>{words.reviewDueIn(daysBetween(today, latest.nextReviewOn))}</p>
            </div>
          </li>
        )}
        {listed.map((visit, index) => (
          <li
            key={visit.visitId}
            className={cx(
              index === 0 && classes['latest'],
              visit.status === 'open' && classes['due'],
              visit.status === 'voided' && classes['voided'],
            )}
          >
            <span className={classes['date']}>{formatShortDate(visit.visitOn, today, format)}</span>
            <div>
              <button type="button" className={classes['visitLink']} onClick={() => openVisit(visit)}>
                {words.visitTitle(words.contacts[visit.contact], words.status[visit.status])}
              </button>
              {visit.headline !== '' && <p>{visit.headline}</p>}
              <p className={classes['tags']}>
                {visit.urgency !== null && visit.urgency !== 'R' && (
                  <UrgencyChip urgency={visit.urgency} closed={!openFlags.some((flag) => flag.visitId === visit.visitId)} />
                )}
                {shows !== 'visits' && sheetsOf(visit.visitId)}
              </p>
            </div>
          </li>
        ))}
        {shows !== 'visits' &&
          unlisted.map((sheet) => (
            <li key={sheet.visitId} className={classes['voided']}>
              <span className={classes['date']}>{formatShortDate(sheet.madeOn, today, format)}</span>
              <div>
                {words.thrownAway}
                <p className={classes['tags']}>{sheetsOf(sheet.visitId)}</p>
              </div>
            </li>
          ))}
      </ol>
    </Panel>
  );
}

type SheetButtonsProps = Pick<TimelineProps, 'handouts' | 'papers' | 'onHandout' | 'onPaper'>;

/** The sheets, letters and summaries of one visit, each opened as it was given. */
function SheetButtons({ handouts, papers, onHandout, onPaper }: SheetButtonsProps): ReactNode {
  const { format, today } = useDateSettings();
  return (
    <>
      {handouts.map((sheet) => (
        <button key={sheet.handoutId} type="button" className={classes['sheetButton']} onClick={() => onHandout(sheet.handoutId)}>
          <IconFileText size={16} stroke={1.7} aria-hidden="true" />
          {words.sheet(text.handouts.sheets[sheet.sheet], formatShortDate(sheet.madeOn, today, format))}
          <span className={classes['given']}>
            {sheet.giving === null
              ? text.handouts.giving.notYet
              : text.handouts.giving.short(formatShortDate(sheet.giving.givenOn, today, format))}
          </span>
        </button>
      ))}
      {papers.map((paper) => (
        <button key={paper.paperId} type="button" className={classes['sheetButton']} onClick={() => onPaper(paper.paperId)}>
          <IconMail size={16} stroke={1.7} aria-hidden="true" />
          {words.sheet(text.papers.names[paper.kind], formatShortDate(paper.madeOn, today, format))}
        </button>
      ))}
    </>
  );
}

function openVisit(visit: VisitSummary): void {
  if (visit.status === 'open') navigate({ page: 'visit', visitId: visit.visitId, focusField: '' });
  else navigate({ page: 'signed-visit', visitId: visit.visitId });
}
