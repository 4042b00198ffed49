import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { ROLES, type Role } from '../../../shared/schemas/user.ts';
import type { Person } from '../../../shared/schemas/people.ts';
import { call } from '../../api/call.ts';
import { failureMessage } from '../../api/messages.ts';
import { queryClient, queryKey, useDeskQuery } from '../../api/query.ts';
import { updateSession, useMay, useSession } from '../../app/desk-state.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { dateOfInstant, formatDate, formatTime } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { text } from '../../text.ts';
import classes from './people.module.css';
import { AddPersonDialog, ResetDialog } from './passphrase-dialogs.tsx';
import { RekeyDialog, RemoveDialog } from './remove-dialog.tsx';

const words = text.people;
type Dialog = { kind: 'add' | 'rekey' } | { kind: 'reset' | 'remove'; person: Person };
export type PeopleAnswer = Output<'people.list'>;

/** Who may unlock this desk and what each may do. For administrators; others are not shown it. */
export function PeoplePanel(): ReactNode {
  return useMay('people.list') ? <People /> : null;
}

function People(): ReactNode {
  const { data, error } = useDeskQuery('people.list', {});
  const { format, timeZone } = useDateSettings();
  const { user } = useSession();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const day = (at: string): string => formatDate(dateOfInstant(at, timeZone), format);

  const show = (people: PeopleAnswer, sentence: string): void => {
    queryClient.setQueryData(queryKey('people.list', {}), people);
    setDialog(null);
    setSaid(sentence);
  };
  const setRole = async (person: Person, role: Role): Promise<void> => {
    setProblem(null);
    setSaid('');
    try {
      show(await call('people.setRole', { userId: person.userId, role }), '');
      if (person.userId === user.userId) updateSession({ user: { ...user, role } });
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const open = (next: Dialog): void => {
    setSaid('');
    setProblem(null);
    setDialog(next);
  };

  const people = data?.people ?? [];
  const owedSince = data?.rekeyOwedSince ?? null;
  const rekeyedAt = data?.rekeyedAt ?? null;
  return (
    <Panel
      title={words.title}
      aside={
        <Button size="xs" variant="default" onClick={() => open({ kind: 'add' })}>
          {words.add}
        </Button>
      }
    >
      <p className={classes['facts']}>{words.lead}</p>
      <div className={classes['notices']}>
        {error !== null && <Notice kind="problem">{failureMessage(error)}</Notice>}
        {problem !== null && <Notice kind="problem">{failureMessage(problem)}</Notice>}
        {said !== '' && <Notice>{said}</Notice>}
        {owedSince !== null && (
          <Notice kind="problem" actions={<Button onClick={() => open({ kind: 'rekey' })}>{words.rekey}</Button>}>
            {words.rekeyOwed(day(owedSince))}
          </Notice>
        )}
      </div>
      <ul className={classes['list']}>
        {people.map((person) => (
          <li key={person.userId} className={classes['person']}>
            <div className={person.state === 'removed' ? classes['gone'] : undefined}>
              <b dir="auto">{person.displayName}</b>
              {person.userId === user.userId && ` (${words.you})`}
              <div className={classes['facts']}>{factsOf(person, (at) => `${day(at)}, ${formatTime(at, timeZone)}`)}</div>
            </div>
            {person.state === 'removed' ? (
              <span className={classes['facts']}>{words.removed}</span>
            ) : (
              <>
                <SelectField
                  fieldPath={`people.role.${person.userId}`}
                  label={words.roleOf(person.displayName)}
                  hideLabel
                  value={person.role}
                  choices={ROLES.map((role) => ({ value: role, label: words.roles[role] }))}
                  onChange={(role) => role !== null && void setRole(person, role)}
                />
                <div className={classes['buttons']}>
                  {person.userId !== user.userId && (
                    <>
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={words.resetOf(person.displayName)}
                        onClick={() => open({ kind: 'reset', person })}
                      >
                        {words.reset}
                      </Button>
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={words.removeOf(person.displayName)}
                        onClick={() => open({ kind: 'remove', person })}
                      >
                        {words.remove}
                      </Button>
                    </>
                  )}
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
      <div className={classes['actions']}>
        <Button size="xs" variant="subtle" onClick={() => open({ kind: 'rekey' })}>
          {words.rekey}
        </Button>
        {rekeyedAt !== null && <span className={classes['facts']}>{words.rekeyed(day(rekeyedAt))}</span>}
      </div>
      {dialog?.kind === 'add' && <AddPersonDialog onClose={() => setDialog(null)} onDone={show} />}
      {dialog?.kind === 'reset' && <ResetDialog person={dialog.person} onClose={() => setDialog(null)} onDone={show} />}
      {dialog?.kind === 'remove' && <RemoveDialog person={dialog.person} people={people} onClose={() => setDialog(null)} onDone={show} />}
      {dialog?.kind === 'rekey' && <RekeyDialog onClose={() => setDialog(null)} onDone={show} />}
    </Panel>
  );
}

function factsOf(person: Person, moment: (at: string) => string): string {
  const { state, canUnlock, lastUnlockedAt, drafts } = person;
  return [
    ...(state === 'active' && !canUnlock ? [words.noKey] : []),
    lastUnlockedAt === null ? words.neverUnlocked : words.lastUnlocked(moment(lastUnlockedAt)),
    ...(drafts.length > 0 ? [words.drafts(drafts.length)] : []),
  ].join(' · ');
}
