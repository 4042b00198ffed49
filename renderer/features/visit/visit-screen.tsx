import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { invalidate } from '../../api/query.ts';
import { useMay } from '../../app/desk-state.ts';
import { useShortcuts } from '../../app/shortcuts.tsx';
import { focusField } from '../../components/focus-field.ts';
import { Notice } from '../../components/notice.tsx';
import { fullName } from '../../components/person-name.ts';
import { text } from '../../text.ts';
import { HandoutPreviewDialog } from '../handouts/index.ts';
import { VisitPaperDialog } from '../papers/index.ts';
import { isVisitPaper, type PreviewKind } from './preview-kind.ts';
import { AssessmentPanel, VerdictBar } from './assessment/assessment-panel.tsx';
import { UrgencyBand } from './assessment/emergency-band.tsx';
import { SignDialog } from './sign/sign-dialog.tsx';
import { VISIT_PARTS, type VisitPart } from './state/missing.ts';
import { fieldsToConfirm } from './state/stale-draft.ts';
import { useRecord, useVisit, useVisitState } from './state/visit-session.tsx';
import { BodyStrip } from './strip/body-strip.tsx';
import { focusMemory, moveBetweenQuestions, useUndo } from './use-visit-keys.ts';
import { EarlierEmergency, SaveProblem, VisitBanner } from './visit-banner.tsx';
import { VisitParts } from './visit-parts.tsx';
import classes from './visit.module.css';

const words = text.visit;
/** At this width and below the assessment folds to a bar. */
const NARROW = '(max-width: 1100px)';
const PHONE_PARTS: readonly VisitPart[] = ['talk', 'plan'];
/** What an assistant fills; the desk refuses the rest. */
const ASSISTANT_PARTS: readonly VisitPart[] = ['talk'];

type Preview = { kind: PreviewKind } | null;

/** The visit page: banner, urgency, strip, the parts in one scrolling column, the assessment beside them. */
export function VisitScreen({ focusAtStart }: { focusAtStart: string }): ReactElement {
  const session = useVisit();
  const { patient, visitId, autosave } = session;
  const contact = useRecord((record) => record.contact);
  const maySign = useMay('visits.sign');
  const parts = !maySign ? ASSISTANT_PARTS : contact === 'phone' ? PHONE_PARTS : VISIT_PARTS;
  const column = useRef<HTMLElement>(null);
  const [current, goTo] = useCurrentPart(column, parts);
  const [isSigning, setSigning] = useState(false);
  const [preview, setPreview] = useState<Preview>(null);
  const [said, setSaid] = useState('');
  const [isUnwritten, setUnwritten] = useState(false);
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const [isAssessmentOpen, setAssessmentOpen] = useState(false);
  const focus = focusMemory(session);
  useUndo(session, (what) => setSaid(words[what]));
  useFocusAtStart(focusAtStart);
  useShortcuts([
    { key: 'a', label: words.keys.assessment, run: () => setAssessmentOpen(!isAssessmentOpen) },
    ...parts.map((part, index) => ({ key: String(index + 1), label: words.keys.part(words.strip[part]), run: () => goTo(part) })),
  ]);

  /** The sheet is made from what is stored: everything typed goes there first. */
  async function openPreview(kind: PreviewKind): Promise<void> {
    const isWritten = await autosave.flush();
    setUnwritten(!isWritten);
    if (!isWritten) return;
    await invalidate('handouts.preview', 'papers.preview');
    setPreview({ kind });
  }
  const onPreview = (kind: PreviewKind): void => void openPreview(kind);

  return (
    <div
      className={classes['page']}
      onFocus={focus.onFocus}
      onBlur={focus.onBlur}
      onKeyDown={(event) => moveBetweenQuestions(event, column)}
    >
      <VisitBanner onSign={() => setSigning(true)} />
      <SaveProblem />
      <UrgencyBand onPreview={onPreview} />
      <EarlierEmergency />
      <StaleNotice />
      {isUnwritten && (
        <div className={classes['earlier']}>
          <Notice kind="problem">{words.sign.notSaved}</Notice>
        </div>
      )}
      <BodyStrip current={current} parts={parts} onGo={goTo} />
      <div className={classes['columns']}>
        <main ref={column} className={classes['column']} tabIndex={-1} aria-label={words.contacts[contact]}>
          <VisitParts parts={parts} onPreview={onPreview} />
          {!maySign && <Notice>{text.people.handOver.assistantNote}</Notice>}
        </main>
        {isNarrow !== true && (
          <aside className={classes['assessment']} aria-label={words.assessment.region} tabIndex={0}>
            <AssessmentPanel />
          </aside>
        )}
      </div>
      {isNarrow === true && isAssessmentOpen && (
        <aside className={classes['folded']} aria-label={words.assessment.region} tabIndex={0}>
          <AssessmentPanel />
        </aside>
      )}
      {isNarrow === true && <VerdictBar isOpen={isAssessmentOpen} onToggle={() => setAssessmentOpen(!isAssessmentOpen)} />}
      {isSigning && <SignDialog onClose={() => setSigning(false)} />}
      <HandoutPreviewDialog
        visitId={visitId}
        patientName={fullName(patient)}
        kind={preview === null || isVisitPaper(preview.kind) ? 'plan' : preview.kind}
        largePrint={patient.largePrint}
        opened={preview !== null && !isVisitPaper(preview.kind)}
        onClose={() => setPreview(null)}
      />
      {preview !== null && isVisitPaper(preview.kind) && (
        <VisitPaperDialog visitId={visitId} patientName={fullName(patient)} kind={preview.kind} onClose={() => setPreview(null)} />
      )}
      <div className="visually-hidden" aria-live="polite">
        {said}
      </div>
    </div>
  );
}

function StaleNotice(): ReactElement | null {
  const waits = useVisitState((state) => fieldsToConfirm(state.pendingText).length > 0);
  return waits ? (
    <div className={classes['earlier']}>
      <Notice>{words.stale}</Notice>
    </div>
  ) : null;
}

/** Finds the field again that had the focus when the draft was last written. */
function useFocusAtStart(focusAtStart: string): void {
  const { store } = useVisit();
  const wanted = useRef(focusAtStart);
  useEffect(() => {
    const field = wanted.current === '' ? store.getState().focusField : wanted.current;
    if (field !== '') focusField(field);
  }, [store]);
}

const sectionOf = (column: HTMLElement, part: VisitPart): HTMLElement | null =>
  column.querySelector<HTMLElement>(`[data-visit-part="${part}"]`);

/** A part counts as on show once its top is in the upper third of the column. */
const SHOWN_FRACTION = 1 / 3;

/** Which part is on show, and the way to another: scrolls to it and puts the cursor in its first field. */
function useCurrentPart(column: RefObject<HTMLElement | null>, parts: readonly VisitPart[]): [VisitPart, (part: VisitPart) => void] {
  const [current, setCurrent] = useState<VisitPart>('talk');
  useEffect(() => {
    const area = column.current;
    if (area === null) return;
    const onScroll = (): void => {
      const line = area.getBoundingClientRect().top + area.clientHeight * SHOWN_FRACTION;
      const shown = parts.findLast((part) => (sectionOf(area, part)?.getBoundingClientRect().top ?? Infinity) <= line);
      const atEnd = area.scrollTop > 0 && area.scrollTop + area.clientHeight >= area.scrollHeight - 1;
      setCurrent((atEnd ? parts.at(-1) : shown) ?? 'talk');
    };
    onScroll();
    area.addEventListener('scroll', onScroll, { passive: true });
    return () => area.removeEventListener('scroll', onScroll);
  }, [column, parts]);
  const goTo = (part: VisitPart): void => {
    const section = column.current === null ? null : sectionOf(column.current, part);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('[data-field]')?.focus({ preventScroll: true });
  };
  return [current, goTo];
}
