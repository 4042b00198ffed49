import type { ReactElement } from 'react';
import { ACCURACY, HELP_SOURCES, helpText as words } from '../../../../shared/text/en/help.ts';
import { OUTCOME_LICENCES, OUTCOME_MEASURE_NAMES, OUTCOME_MEASURES } from '../../../../shared/text/en/outcome-measures.ts';
import { referencesOf } from '../../../../shared/text/en/references.ts';
import classes from './help.module.css';

/** Published accuracy, reliability, pitfalls and licences (spec 2.4 to 2.6, 6.1). The same for every patient: it reads nothing of the visit. */
export function HelpPanel(): ReactElement {
  return (
    <section className={classes['help']} aria-label={words.region}>
      <p className={classes['never']}>{words.never}</p>
      <p>{words.angle}</p>
      <h3>{words.accuracy}</h3>
      <ul>
        {ACCURACY.map((row) => (
          <li key={`${row.test} ${row.study}`}>
            <b>{row.test}</b>, {row.study} [{row.source}]
            <div className={classes['figures']}>
              {words.sensitivity} {row.sensitivity}, {words.specificity} {row.specificity}
              <br />
              {words.positive} {row.positive}, {words.negative} {row.negative}
            </div>
          </li>
        ))}
      </ul>
      <List title={words.cautionsTitle} items={words.cautions} />
      <List title={words.reliabilityTitle} items={words.reliability} />
      <List title={words.pitfallsTitle} items={words.pitfalls} />
      <List
        title={words.licencesTitle}
        items={OUTCOME_MEASURES.map((measure) => `${OUTCOME_MEASURE_NAMES[measure]}: ${OUTCOME_LICENCES[measure]}`)}
      />
      <List title={words.sourcesTitle} items={referencesOf(HELP_SOURCES)} />
    </section>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }): ReactElement {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
