import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDeskMutation, useDeskQuery } from '../../api/query.ts';
import { failureMessage } from '../../api/messages.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { text } from '../../text.ts';
import classes from './handouts.module.css';

const words = text.handouts.languages;

/** Which languages of the sheets the clinic's lead has read; the others are not used. */
export function SheetLanguagesPanel(): ReactNode {
  const languages = useDeskQuery('handouts.languages', {});
  const review = useDeskMutation('handouts.reviewLanguage', { invalidates: ['handouts.languages', 'handouts.preview'] });
  const failure = languages.error ?? review.error;
  return (
    <Panel title={words.title}>
      <p className={classes['lead']}>{words.lead}</p>
      {languages.data?.map(({ language, isReviewed }) => (
        <Checkbox
          key={language}
          label={words.reviewed(language)}
          description={isReviewed ? words.isReviewed : words.notReviewed}
          checked={isReviewed}
          disabled={review.isPending}
          onChange={(event) => review.mutate({ language, isReviewed: event.currentTarget.checked })}
        />
      ))}
      {failure !== null && <Notice kind="problem">{failureMessage(failure)}</Notice>}
    </Panel>
  );
}
