import { IconArrowDown, IconArrowUp, IconEqual } from '@tabler/icons-react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { Side } from '../../../../shared/schemas/common.ts';
import { SLR_MOVEMENTS } from '../../../../shared/schemas/slr.ts';
import { cx } from '../../../components/cx.ts';
import { text } from '../../../text.ts';
import { useRecord, useVisit } from '../state/visit-session.tsx';
import classes from './slr.module.css';
import { nextResponse, responseOfKey, withLegFinding, type SlrMovement, type SlrResponse } from './slr-leg.ts';

const words = text.visit.exam;
const ICON = { size: 14, stroke: 2, 'aria-hidden': true } as const;
const RESPONSE_ICONS: Record<SlrResponse, ReactElement | null> = {
  inc: <IconArrowUp {...ICON} />,
  dec: <IconArrowDown {...ICON} />,
  same: <IconEqual {...ICON} />,
  nt: null,
};

/** What each further movement did to the symptom that stopped the lift (E12). Pressing a cell goes round; M, L, S and N choose. */
export function SlrMovements({ side }: { side: Side }): ReactElement {
  const { store } = useVisit();
  const movements = useRecord((record) => record.slr[side].movements);
  const answer = (movement: SlrMovement, response: SlrResponse): void =>
    store.change(`slr.${side}.movements.${movement}`, (record) =>
      withLegFinding(record, side, { movements: { ...record.slr[side].movements, [movement]: response } }),
    );

  function onKeyDown(event: KeyboardEvent, movement: SlrMovement): void {
    const response = event.ctrlKey || event.altKey || event.metaKey ? null : responseOfKey(event.key);
    if (response === null) return;
    event.preventDefault();
    event.stopPropagation();
    answer(movement, response);
  }

  return (
    <div className={classes['movements']} role="group" aria-label={words.movementsLabel(text.app.sides[side].toLowerCase())}>
      {SLR_MOVEMENTS.map((movement) => {
        const response = movements[movement];
        return (
          <button
            key={movement}
            type="button"
            className={cx(classes['movement'], classes[response])}
            data-field={`slr.${side}.movements.${movement}`}
            data-response={response}
            onClick={() => answer(movement, nextResponse(response))}
            onKeyDown={(event) => onKeyDown(event, movement)}
          >
            <span>{words.movements[movement]}</span>
            <span className={classes['response']}>
              {RESPONSE_ICONS[response]}
              {words.responses[response]}
            </span>
          </button>
        );
      })}
    </div>
  );
}
