import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { findGuards, openGuards, type Guard } from '../../../../shared/clinical/guards.ts';
import { focusField } from '../../../components/focus-field.ts';
import { Notice } from '../../../components/notice.tsx';
import { text } from '../../../text.ts';
import rowClasses from '../fields/rows.module.css';
import { useRecord, useVisit } from '../state/visit-session.tsx';

const words = text.visit.plan.guards;

/** What the clinician is asked to look at again and has not answered. */
export function useOpenGuards(): readonly Guard[] {
  const { assess, earlier } = useVisit();
  const record = useRecord((whole) => whole);
  const before = earlier.map((visit) => ({ record: visit.record, assessment: visit.assessment, emergencyOpen: false }));
  return openGuards(record, findGuards(record, before, assess(record)));
}

/** One card for each finding that does not fit the last visit or the side of the complaint. Answering is a decision, never preset. */
export function GuardCards({ onLeave }: { onLeave?: () => void }): ReactElement | null {
  const { store } = useVisit();
  const guards = useOpenGuards();
  if (guards.length === 0) return null;
  const answer = (id: string): void =>
    store.change('plan.answeredGuards', (record) => ({
      ...record,
      plan: { ...record.plan, answeredGuards: [...record.plan.answeredGuards, id] },
    }));
  const goTo = (field: string): void => {
    onLeave?.();
    // A dialog gives the focus back when it closes; the field takes it after that.
    setTimeout(() => focusField(field), 0);
  };
  return (
    <div className={onLeave === undefined ? rowClasses['ruled'] : undefined}>
      <div className={rowClasses['stack']}>
        {guards.map(({ id, text: question, field, holdsSheet }) => (
          <div key={id} data-guard={id}>
            <Notice
              title={words.title}
              actions={
                <>
                  <Button size="xs" variant="default" aria-label={words.goToName(question)} onClick={() => goTo(field)}>
                    {words.goTo}
                  </Button>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={words.standsName(question)}
                    data-field={`plan.answeredGuards.${id}`}
                    onClick={() => answer(id)}
                  >
                    {words.stands}
                  </Button>
                </>
              }
            >
              {question} {holdsSheet && words.holds}
            </Notice>
          </div>
        ))}
      </div>
    </div>
  );
}
