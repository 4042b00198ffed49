import { IconListCheck, IconMessages } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { cx } from '../../../components/cx.ts';
import { text } from '../../../text.ts';
import { PostureIcon } from '../figures/posture-icon.tsx';
import { missingWords, VISIT_PARTS, visitProgress, type VisitPart } from '../state/missing.ts';
import { useRecord, useVisit } from '../state/visit-session.tsx';
import classes from './body-strip.module.css';

const words = text.visit.strip;

function PartIcon({ part }: { part: VisitPart }): ReactElement {
  if (part === 'talk') return <IconMessages size={30} stroke={1.5} aria-hidden="true" />;
  if (part === 'plan') return <IconListCheck size={30} stroke={1.5} aria-hidden="true" />;
  return <PostureIcon posture={part} />;
}

type BodyStripProps = {
  /** The part on show now. */
  current: VisitPart;
  parts: readonly VisitPart[];
  onGo: (part: VisitPart) => void;
};

/** The parts of the visit in the order of the body: what is missing in words, how much is there, and the way to each. */
export function BodyStrip({ current, parts, onGo }: BodyStripProps): ReactElement {
  const { assess, patient } = useVisit();
  const record = useRecord((whole) => whole);
  const progress = visitProgress(record, assess(record), patient.birthDate);
  return (
    <nav className={classes['strip']} aria-label={words.label}>
      {VISIT_PARTS.filter((part) => parts.includes(part)).map((part) => {
        const { done, total } = progress[part];
        return (
          <button
            key={part}
            type="button"
            className={cx(classes['part'], part === current && classes['current'])}
            aria-current={part === current ? 'step' : undefined}
            data-part={part}
            onClick={() => onGo(part)}
          >
            <span className={classes['icon']}>
              <PartIcon part={part} />
            </span>
            <span className={classes['words']}>
              <span className={classes['name']}>
                <span className={classes['long']}>{words[part]}</span>
                <span className={classes['short']}>{words.short[part]}</span>
              </span>
              <span className={classes['missing']}>{missingWords(part, progress[part])}</span>
            </span>
            <span className={classes['track']} role="img" aria-label={words.progress(words[part], done, total)}>
              <span className={classes['bar']} style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }} />
            </span>
          </button>
        );
      })}
    </nav>
  );
}
