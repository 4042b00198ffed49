import { useState, type ReactElement } from 'react';
import { LinkButton } from '../../../components/link-button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { text } from '../../../text.ts';
import { TensionRow, TensionSentences } from '../fields/exam-choices.tsx';
import classes from '../fields/rows.module.css';
import { SidedRows } from '../fields/sided-rows.tsx';
import { opensUpperRoots } from '../state/opened-blocks.ts';
import { useRecord } from '../state/visit-session.tsx';

const words = text.visit.exam;

/** Lying face down: the femoral nerve stretch, asked for when the front of the thigh, groin or inner shin is marked (E15). */
export function PronePanel(): ReactElement {
  const asked = useRecord(
    (record) => opensUpperRoots(record) || [record.neuro.left, record.neuro.right].some((side) => side.femoralStretch !== 'nt'),
  );
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel id="visit-prone" title={words.prone} remark={asked ? undefined : words.proneNone}>
      <div className={classes['stack']}>
        {(asked || isOpen) && (
          <SidedRows>
            <TensionRow test="femoralStretch" name={words.femoralStretch} />
          </SidedRows>
        )}
        <TensionSentences test="femoralStretch" />
        {!asked && (
          <LinkButton expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.lessTests : `${words.moreTests}: ${words.femoralStretch.toLowerCase()}`}
          </LinkButton>
        )}
      </div>
    </Panel>
  );
}
