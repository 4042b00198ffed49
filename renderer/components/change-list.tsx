import type { ReactElement } from 'react';
import type { FollowUp } from '../../shared/schemas/assessment.ts';
import { MEASURE_NAMES, NOT_RECORDED, VERDICT_NAMES } from '../../shared/text/en/follow-up.ts';
import { text } from '../text.ts';
import classes from './change-list.module.css';
import { cx } from './cx.ts';

const words = text.app.change;
type Change = FollowUp['measures'][number];

/**
 * Measures since the first visit and since the last one: raw values, what they mean, the threshold and the error band with their sources
 * (spec 8.2). Assessments of an older version hold one sentence a measure, shown as it was stored.
 */
export function ChangeList({ followUp }: { followUp: Pick<FollowUp, 'measures' | 'sinceLast'> }): ReactElement {
  const missing = followUp.measures.filter(isMissing);
  return (
    <ul className={classes['list']}>
      {followUp.measures
        .filter((since) => !isMissing(since))
        .map((since) => (
          <li key={since.measure}>
            {since.to === '' ? (
              since.text
            ) : (
              <ChangeRow since={since} last={followUp.sinceLast.find(({ measure }) => measure === since.measure)} />
            )}
          </li>
        ))}
      {missing.length > 0 && (
        <li className={classes['quiet']}>{words.notMeasured(missing.map(({ measure }) => MEASURE_NAMES[measure]))}</li>
      )}
    </ul>
  );
}

/** Nothing of the measure was recorded at this visit: there is no change to read. */
const isMissing = ({ verdict, to }: Change): boolean => verdict === 'na' && to.includes(NOT_RECORDED);
const isChange = ({ verdict }: Change): boolean => verdict === 'better' || verdict === 'worse';

function ChangeRow({ since, last }: { since: Change; last: Change | undefined }): ReactElement {
  return (
    <>
      <span className={classes['name']}>{capital(MEASURE_NAMES[since.measure])}</span>{' '}
      <span className={cx(isChange(since) && classes['changed'])}>
        {since.from === '' ? since.to : words.fromTo(since.from, since.to)}: {VERDICT_NAMES[since.verdict]}
      </span>
      {last !== undefined && last.from !== '' && (
        <div className={classes['quiet']}>
          {words.sinceLast}: {words.fromTo(last.from, last.to)}, {VERDICT_NAMES[last.verdict]}
        </div>
      )}
      <div className={classes['quiet']}>
        {capital(since.rule)}. {capital(since.error)}.
      </div>
    </>
  );
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
