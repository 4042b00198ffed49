import type { ReactElement, ReactNode } from 'react';
import { BeforeSheetPanel } from './plan/before-sheet-panel.tsx';
import { PlanPanel } from './plan/plan-panel.tsx';
import { SheetPanel } from './plan/sheet-panel.tsx';
import { PronePanel } from './prone/prone-panel.tsx';
import { SittingTests } from './sit/sitting-tests.tsx';
import { LyingTests } from './supine/lying-tests.tsx';
import { NeuroPanel } from './sit/neuro-panel.tsx';
import { StandPanel } from './stand/stand-panel.tsx';
import type { PreviewKind } from './preview-kind.ts';
import type { VisitPart } from './state/missing.ts';
import { useRecord } from './state/visit-session.tsx';
import { SlrPanel } from './supine/slr-panel.tsx';
import { IntakePanel } from './talk/intake-panel.tsx';
import { MeasuresPanel } from './talk/measures-panel.tsx';
import { RedFlagPanel } from './talk/red-flag-panel.tsx';
import classes from './visit.module.css';

/** Every part of the visit, one under the other, in the order of the body. */
export function VisitParts({ parts, onPreview }: { parts: readonly VisitPart[]; onPreview: (kind: PreviewKind) => void }): ReactElement {
  const contact = useRecord((record) => record.contact);
  const content: Record<VisitPart, ReactNode> = {
    talk: (
      <>
        {contact !== 'phone' && <IntakePanel />}
        {contact === 'review' && <MeasuresPanel isReview />}
        <RedFlagPanel />
        {contact === 'first' && <MeasuresPanel isReview={false} />}
        {contact === 'phone' && <IntakePanel />}
      </>
    ),
    stand: <StandPanel />,
    sit: (
      <>
        <NeuroPanel />
        <SittingTests />
      </>
    ),
    supine: (
      <>
        <SlrPanel />
        <LyingTests />
      </>
    ),
    prone: <PronePanel />,
    plan: (
      <>
        <PlanPanel />
        <BeforeSheetPanel />
        <SheetPanel onPreview={onPreview} />
      </>
    ),
  };
  return (
    <>
      {parts.map((part) => (
        <div key={part} className={classes['part']} data-visit-part={part}>
          {content[part]}
        </div>
      ))}
    </>
  );
}
