import type { ReactElement } from 'react';
import { LinkButton } from '../../../components/link-button.tsx';
import { text } from '../../../text.ts';
import { readAt } from '../state/record-path.ts';
import { useField, useLastVisit } from '../state/visit-session.tsx';
import classes from './rows.module.css';

type StoryPath = 'intake.episodeStartedOn' | 'intake.flareStartedOn' | 'intake.onsetType' | 'intake.side';

/**
 * The answer of the latest signed visit with one button that takes it over, while this visit has none. Only for the story, which stays the
 * same: never for a red-flag answer or a finding.
 */
export function TakeOver({ path, show }: { path: StoryPath; show: (value: string) => string }): ReactElement | null {
  const last = useLastVisit();
  const { value, pending, set } = useField(path);
  const lastValue = last === null ? null : (readAt(last.record, path) ?? null);
  if (lastValue === null || value !== null || pending !== null) return null;
  return (
    <span className={classes['takeOver']}>
      <span className={classes['last']}>{text.visit.talk.last(show(lastValue))}</span>
      <LinkButton onClick={() => set(lastValue)}>{text.visit.talk.same}</LinkButton>
    </span>
  );
}
