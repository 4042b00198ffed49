import { Button } from '@mantine/core';
import { IconCalendarCheck, IconFilePencil, IconPlus, IconPrinter, IconShieldCheck, IconUserPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { failureMessage } from '../../api/messages.ts';
import { useSession } from '../../app/desk-state.ts';
import { navigate } from '../../app/routes.ts';
import { formatDayHeading } from '../../components/dates.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import { BackupFacts } from '../backup/index.ts';
import { BlankSheetDialog } from '../papers/index.ts';
import { DeskNotices } from './desk-notices.tsx';
import { FindPatient } from './find-patient.tsx';
import { ColleagueRow } from './colleague-row.tsx';
import { FormRow } from './form-row.tsx';
import { DraftRow, FlagRow, ReviewRow } from './today-rows.tsx';
import classes from './today.module.css';
import { countDueNow, useStartVisit, useToday, type Today } from './today.resource.ts';

const words = text.today;

/** What needs the clinician first, the reviews that are due, and the drafts to go on with. */
export function TodayPage(): ReactNode {
  const session = useSession();
  const { data, error, refetch } = useToday();
  return (
    <Page
      title={formatDayHeading(data?.today ?? session.today)}
      actions={
        <>
          <FindPatient />
          <Button
            leftSection={<IconPlus size={16} stroke={2} aria-hidden="true" />}
            onClick={() => navigate({ page: 'patients', intent: 'new-visit', query: '' })}
          >
            {words.newVisit}
          </Button>
        </>
      }
    >
      <DeskNotices />
      {error !== null && (
        <Notice kind="problem" actions={<Button onClick={() => void refetch()}>{text.app.tryAgain}</Button>}>
          {failureMessage(error)}
        </Notice>
      )}
      {data === undefined && error === null && <p role="status">{text.app.loading}</p>}
      {data !== undefined && (
        <div className={classes['columns']}>
          {data.patientCount === 0 && data.forms.length === 0 ? <NobodyYet /> : <Lists today={data} />}
          <DeskPanel today={data} />
        </div>
      )}
    </Page>
  );
}

function NobodyYet(): ReactNode {
  return (
    <Panel sunken>
      <EmptyState
        icon={<IconUserPlus size={28} stroke={1.6} aria-hidden="true" />}
        title={words.empty.title}
        actions={<Button onClick={() => navigate({ page: 'patients', intent: 'new-patient', query: '' })}>{words.empty.newPatient}</Button>}
      >
        {words.empty.body}
      </EmptyState>
    </Panel>
  );
}

function Lists({ today }: { today: Today }): ReactNode {
  const { start, busy, error } = useStartVisit();
  const icon = { size: 26, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <div className={classes['lists']}>
      {error !== null && <Notice kind="problem">{failureMessage(error)}</Notice>}
      <List
        title={words.flags.title}
        count={today.flags.length + today.colleagueFlags.length}
        empty={
          <EmptyState icon={<IconShieldCheck {...icon} />} title={words.flags.none}>
            {words.flags.noneBody}
          </EmptyState>
        }
      >
        {today.colleagueFlags.map((item) => (
          <ColleagueRow key={item.visitId} item={item} today={today.today} />
        ))}
        {today.flags.map((item) => (
          <FlagRow key={`${item.flag.visitId}-${item.flag.urgency}`} item={item} today={today.today} />
        ))}
      </List>
      <List
        title={words.reviews.title}
        count={today.reviewsDue.length}
        remark={words.reviews.count(countDueNow(today), today.reviewsDue.length)}
        empty={
          <EmptyState icon={<IconCalendarCheck {...icon} />} title={words.reviews.none}>
            {words.reviews.noneBody}
          </EmptyState>
        }
      >
        {today.reviewsDue.map((item) => (
          <ReviewRow
            key={item.visitId}
            item={item}
            today={today.today}
            busy={busy}
            onStart={() => start(item.patient.patientId, 'review')}
          />
        ))}
      </List>
      <List
        title={words.drafts.title}
        count={today.drafts.length + today.forms.length}
        empty={
          <EmptyState icon={<IconFilePencil {...icon} />} title={words.drafts.none}>
            {words.drafts.noneBody}
          </EmptyState>
        }
      >
        {today.drafts.map((item) => (
          <DraftRow key={item.visitId} item={item} today={today.today} />
        ))}
        {today.forms.map((item) => (
          <FormRow key={item.formDraftId} item={item} today={today.today} />
        ))}
      </List>
    </div>
  );
}

type ListProps = { title: string; count: number; remark?: string; empty: ReactNode; children: ReactNode };

function List({ title, count, remark = String(count), empty, children }: ListProps): ReactNode {
  return (
    <section aria-label={title}>
      <h2 className={classes['heading']}>
        {title}
        {count > 0 && <span className={classes['count']}>{remark}</span>}
      </h2>
      {count === 0 ? (
        <Panel sunken flush>
          {empty}
        </Panel>
      ) : (
        <ul className={classes['rows']}>{children}</ul>
      )}
    </section>
  );
}

function BlankSheetButton(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {text.papers.names.blank}
      </Button>
      {isOpen && <BlankSheetDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function DeskPanel({ today }: { today: Today }): ReactNode {
  const { user, clinic } = useSession();
  return (
    <div className={classes['aside']}>
      <Panel title={words.desk.title}>
        <dl className={classes['facts']}>
          <dt>{words.desk.patients}</dt>
          <dd>{today.patientCount.toLocaleString('en-GB')}</dd>
          <dt>{words.desk.visits}</dt>
          <dd>{today.visitCount.toLocaleString('en-GB')}</dd>
          <dt>{words.desk.clinic}</dt>
          <dd>{clinic.name}</dd>
          <dt>{words.desk.user}</dt>
          <dd>{user.displayName}</dd>
          <BackupFacts />
        </dl>
      </Panel>
      <BlankSheetButton />
    </div>
  );
}
