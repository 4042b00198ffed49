import type { ReactNode } from 'react';
import type { Instant } from '../../shared/schemas/common.ts';
import { text } from '../text.ts';
import { useDateSettings } from './date-settings.tsx';
import { dateOfInstant, formatShortDate, formatTime } from './dates.ts';
import { LinkButton } from './link-button.tsx';
import { Notice } from './notice.tsx';

/** Says that a form holds what was typed earlier and never stored. */
export function KeptNotice({ savedAt, onStartAgain }: { savedAt: Instant; onStartAgain?: () => void }): ReactNode {
  const { format, today, timeZone } = useDateSettings();
  const savedOn = dateOfInstant(savedAt, timeZone);
  const time = formatTime(savedAt, timeZone);
  const when = savedOn === today ? time : `${formatShortDate(savedOn, today, format)}, ${time}`;
  return (
    <Notice>
      {text.app.keptForm.from(when)}{' '}
      {onStartAgain !== undefined && <LinkButton onClick={onStartAgain}>{text.app.keptForm.startAgain}</LinkButton>}
    </Notice>
  );
}
