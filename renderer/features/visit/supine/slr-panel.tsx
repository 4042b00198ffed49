import { useState, type ReactElement } from 'react';
import type { Side } from '../../../../shared/schemas/common.ts';
import { SLR_ANKLES, SLR_METHODS, SLR_PILLOWS } from '../../../../shared/schemas/slr.ts';
import { cx } from '../../../components/cx.ts';
import { Notice } from '../../../components/notice.tsx';
import { Kbd } from '../../../components/kbd.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import { SideTag } from '../../../components/side-tag.tsx';
import { text } from '../../../text.ts';
import { LastValue } from '../fields/last-value.tsx';
import { SlrStage } from '../figures/slr-stage.tsx';
import type { SlrPoint } from '../figures/use-leg-drag.ts';
import { useAssessment, useRecord, useVisit } from '../state/visit-session.tsx';
import { ExaminerPicker } from './examiner-picker.tsx';
import { PlainSelect } from '../fields/plain-select.tsx';
import classes from './slr.module.css';
import { withLegFinding, withSharedSetting } from './slr-leg.ts';
import { SlrLegForm } from './slr-leg-form.tsx';
import { SlrResults } from './slr-results.tsx';

const words = text.visit.exam;
const ANKLES = SLR_ANKLES.map((value) => ({ value, label: words.ankles[value] }));
const METHODS = SLR_METHODS.map((value) => ({ value, label: words.methods[value] }));
const further = text.visit.further;
const PILLOWS = SLR_PILLOWS.map((value) => ({ value, label: further.pillows[value] }));
const LEFT_FIRST: readonly Side[] = ['left', 'right'];

/** The straight-leg raise of both legs: drawn, dragged, typed or stepped, with its result as it stands (spec 2.1, 2.2, 2.4). */
export function SlrPanel(): ReactElement {
  const [point, setPoint] = useState<{ side: Side; point: SlrPoint } | null>(null);
  return (
    <Panel
      id="visit-slr"
      title={words.slr}
      remark={<SharedPickers />}
      aside={
        <span className={classes['hint']}>
          {words.slrHint} <Kbd>↑</Kbd> <Kbd>↓</Kbd>
        </span>
      }
      flush
    >
      <Caution />
      <div className={classes['stages']}>
        {LEFT_FIRST.map((side) => (
          <div key={side} className={classes['stageBox']}>
            <LegStage side={side} focused={point?.side === side ? point.point : null} />
          </div>
        ))}
        <div className={classes['readouts']}>
          <Readout side="left" />
          <Comparison />
          <Readout side="right" />
        </div>
      </div>
      <div className={classes['legs']}>
        {LEFT_FIRST.map((side) => (
          <section
            key={side}
            className={cx(classes['leg'], classes[side])}
            aria-label={`${words.slr}, ${text.app.sideLegs[side].toLowerCase()}`}
          >
            <SlrLegForm side={side} onPoint={(next) => setPoint(next === null ? null : { side, point: next })} />
          </section>
        ))}
      </div>
      <PillowRow />
      <SlrResults />
    </Panel>
  );
}

/** Rows that forbid raising a leg, or ask to stop (spec 2.1). */
const FORBIDDING_ROWS = /^RF-(?:13\.[123]|18\.)/;

/** Says so when something found asks for attention before a leg is raised. It blocks nothing: the examiner decides. */
function Caution(): ReactElement | null {
  const isForbidden = useAssessment(({ redFlags }) => redFlags.rows.some((row) => row.urgency === 'E' || FORBIDDING_ROWS.test(row.row)));
  return isForbidden ? (
    <div className={classes['caution']}>
      <Notice>{words.slrNotAdvised}</Notice>
    </div>
  ) : null;
}

function LegStage({ side, focused }: { side: Side; focused: SlrPoint | null }): ReactElement {
  const { store } = useVisit();
  const leg = useRecord((record) => record.slr[side]);
  const path = (point: SlrPoint): string => `slr.${side}.${point}AngleDeg`;
  return (
    <SlrStage
      side={side}
      p1AngleDeg={leg.p1AngleDeg}
      p2AngleDeg={leg.p2AngleDeg}
      level={leg.level}
      label={words.stageLabel(text.app.sides[side], leg.p1AngleDeg, leg.p2AngleDeg)}
      focused={focused}
      onDrag={(point, angleDeg) =>
        store.change(path(point), (record) => withLegFinding(record, side, { [`${point}AngleDeg`]: angleDeg }), { continuous: true })
      }
      onDragEnd={() => store.endStep()}
    />
  );
}

/** The angle, large enough to be read from across the couch. */
function Readout({ side }: { side: Side }): ReactElement {
  const leg = useRecord((record) => record.slr[side]);
  const isUsual = leg.stop === 'leg_familiar';
  const under =
    leg.p2AngleDeg !== null ? words.limit(leg.p2AngleDeg) : leg.p1AngleDeg !== null && leg.stop !== null && !isUsual ? words.noUsual : ' ';
  return (
    <div className={cx(classes['readout'], classes[side])}>
      <SideTag side={side} />
      <div className={cx(classes['angle'], leg.p1AngleDeg === null && classes['noAngle'])}>
        {leg.p1AngleDeg === null ? words.noAngle : `${leg.p1AngleDeg}°`}
      </div>
      <div className={classes['quiet']}>{leg.p1AngleDeg === null ? words.notTested.toLowerCase() : under}</div>
      <LastValue path={`slr.${side}.p1AngleDeg`} show={(angleDeg) => `${angleDeg}°`} />
    </div>
  );
}

/** The side difference, between the two angles. Information only (K06, K07). */
function Comparison(): ReactElement {
  const asymmetry = useAssessment((assessment) => assessment.slrAsymmetry);
  const { differenceDeg, lowerSide } = asymmetry;
  return (
    <div className={classes['comparison']}>
      {differenceDeg !== null && (
        <>
          <b>{lowerSide === null || differenceDeg === 0 ? words.equal : words.less(differenceDeg)}</b>
          {lowerSide !== null && differenceDeg !== 0 && <span>{words.onThe(text.app.sides[lowerSide].toLowerCase())}</span>}
          {asymmetry.flaggedFromDeg !== null && <span className={classes['quiet']}>{words.flaggedFrom(asymmetry.flaggedFromDeg)}</span>}
        </>
      )}
      {asymmetry.withheld !== null && <span className={classes['quiet']}>{asymmetry.withheld}</span>}
    </div>
  );
}

/** Flat couch or one thin pillow, for both legs (spec 2.1 step 1). */
function PillowRow(): ReactElement {
  const { store } = useVisit();
  const pillow = useRecord(({ slr }) => (slr.left.pillow === slr.right.pillow ? slr.right.pillow : null));
  return (
    <div className={classes['pillow']}>
      <span className={classes['quiet']}>{further.pillow}</span>
      <Segmented
        choices={PILLOWS}
        value={pillow}
        onChange={(next) => store.change('slr.right.pillow', (record) => withSharedSetting(record, { pillow: next }))}
        fieldPath="slr.right.pillow"
        label={further.pillow}
        clearable
        dense
      />
    </div>
  );
}

/** Ankle, method and examiner of both legs. */
function SharedPickers(): ReactElement {
  const { store } = useVisit();
  const ankles = useRecord((record) => record.slr.left.ankle === record.slr.right.ankle);
  const methods = useRecord((record) => record.slr.left.method === record.slr.right.method);
  const ankle = useRecord((record) => record.slr.right.ankle);
  const method = useRecord((record) => record.slr.right.method);
  return (
    <span className={classes['pickers']}>
      <PlainSelect
        label={words.ankle}
        emptyLabel={ankles ? words.ankleNone : words.differs}
        choices={ANKLES}
        value={ankles ? ankle : null}
        onChange={(next) => store.change('slr.right.ankle', (record) => withSharedSetting(record, { ankle: next }))}
        fieldPath="slr.right.ankle"
      />
      <PlainSelect
        label={words.method}
        emptyLabel={methods ? words.methodNone : words.differs}
        choices={METHODS}
        value={methods ? method : null}
        onChange={(next) => store.change('slr.right.method', (record) => withSharedSetting(record, { method: next }))}
        fieldPath="slr.right.method"
      />
      <ExaminerPicker />
    </span>
  );
}
