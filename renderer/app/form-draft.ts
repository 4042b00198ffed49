import { useEffect, useState } from 'react';
import type { FormDraft, FormName, StoredFormDraft } from '../../shared/schemas/form-draft.ts';
import { fail, ok } from '../../shared/contract/result.ts';
import type { Id, Instant } from '../../shared/schemas/common.ts';
import { call } from '../api/call.ts';
import { asDeskFailure, DeskFailure } from '../api/desk-failure.ts';
import { newId } from '../api/new-id.ts';
import { invalidate } from '../api/query.ts';
import { focusedFieldPath, focusField } from '../components/focus-field.ts';
import { useNewest } from '../components/use-newest.ts';
import { createAutosave, type Autosave } from './autosave.ts';
import { useFlusher } from './flush.ts';
import type { Route } from './routes.ts';

// Every form but the visit itself, which has a draft of its own: what is typed is kept on the desk at most half a second behind the keys,
// private to the user, until it is stored or thrown away.

/** How a form begins: empty, or as it was left. */
export type FormStart = {
  /** Where the form makes a record, its id too: the same text sent twice makes one record. */
  formDraftId: Id;
  sequence: number;
  /** What was typed before, to be read with `restored`; null: nothing. */
  content: object | null;
  focusField: string;
  savedAt: Instant | null;
};

/** A form of which nothing was typed yet. */
export function freshForm(): FormStart {
  return { formDraftId: newId(), sequence: 0, content: null, focusField: '', savedAt: null };
}

/** Reads once what was kept of this form: the newest about `subjectId`, or the one of that id. Undefined while it is read. */
export function useFormStart(form: FormName, subjectId: Id | null, formDraftId?: Id): FormStart | undefined {
  const [start, setStart] = useState<FormStart>();
  useEffect(() => {
    let isLatest = true;
    const asked = formDraftId === undefined ? call('forms.find', { form, subjectId }) : call('forms.get', { formDraftId });
    void asked
      .then(({ draft }) => toStart(draft))
      .catch(() => freshForm())
      .then((read) => isLatest && setStart(read));
    return () => {
      isLatest = false;
    };
  }, [form, subjectId, formDraftId]);
  return start;
}

function toStart(draft: StoredFormDraft | null): FormStart {
  if (draft === null) return freshForm();
  const { formDraftId, sequence, focusField: field, savedAt } = draft;
  const content: unknown = JSON.parse(draft.content);
  return { formDraftId, sequence, focusField: field, savedAt, content: typeof content === 'object' ? content : null };
}

/** The kept values over `empty`, field by field: what an older version kept in another shape is left out. */
export function restored<T extends object>(empty: T, content: object | null): T {
  if (content === null) return empty;
  const fits = (now: unknown, kept: unknown): boolean =>
    now === null || kept === null || (typeof now === typeof kept && Array.isArray(now) === Array.isArray(kept));
  const kept = Object.entries(content).filter(([field, value]) => Object.hasOwn(empty, field) && fits(empty[field as keyof T], value));
  return { ...empty, ...Object.fromEntries(kept) };
}

type FormDraftOptions = {
  form: FormName;
  subjectId: Id | null;
  /** Undefined while it is still read. */
  start: FormStart | undefined;
  /** Everything typed, as plain data. */
  content: object;
  /** Something differs from what is stored. */
  isChanged: boolean;
  /** What the list of drafts calls it, for instance the name typed so far. */
  label: string;
  /** For the offer after the next unlock, when it could not be kept before the desk went. */
  title: string;
  patientName: string;
  route: Route;
};

export type KeptForm = {
  /** Sends the form: kept first, stored at most once, and no longer kept once it is stored. Throws what `send` throws. */
  submit: <R>(send: () => Promise<R>) => Promise<R>;
  /** The person throws it away. */
  discard: () => void;
};

/** Longest label kept, in UTF-16 code units. */
const LABEL_MAX = 200;

/** One life of a form: from the first key to where it is stored or thrown away. A form that stays on show begins another. */
type Life = {
  formDraftId: Id;
  autosave: Autosave;
  /** The content as it stands on the screen now. */
  see: (content: string, isChanged: boolean) => void;
  /** The field the person is in. */
  enter: (field: string) => void;
  field: () => string;
  isOver: () => boolean;
  /** Nothing more is kept. */
  end: () => void;
};

function beginLife(
  { formDraftId, sequence, savedAt, focusField: startField }: FormStart,
  toSend: (formDraftId: Id, sequence: number, field: string) => FormDraft,
): Life {
  let over = false;
  let field = startField;
  let seen: string | null = null;
  const autosave = createAutosave({
    sequence,
    savedAt,
    send: async (number) => {
      try {
        return ok(await call('forms.save', toSend(formDraftId, number, field)));
      } catch (thrown) {
        return fail(asDeskFailure(thrown).code);
      }
    },
  });
  const isKept = (): boolean => autosave.getStatus().savedAt !== null;
  return {
    formDraftId,
    autosave,
    see: (content, isChanged) => {
      const isNew = seen !== null && seen !== content;
      seen = content;
      // Nothing is kept of a form nobody has typed in.
      if (!over && isNew && (isChanged || isKept())) autosave.touch();
    },
    enter: (next) => {
      if (next === '' || next === field) return;
      field = next;
      if (!over && isKept()) autosave.touch();
    },
    field: () => field,
    isOver: () => over,
    end: () => {
      over = true;
      autosave.stop();
    },
  };
}

/** Keeps a form while it is typed, and puts the cursor back where it was. */
export function useFormDraft(options: FormDraftOptions): KeptForm {
  const newest = useNewest(options);
  const begin = (start: FormStart): Life => beginLife(start, (...numbers) => toDraft(newest.current, ...numbers));
  const [begunFrom, setBegunFrom] = useState(options.start);
  const [life, setLife] = useState(() => begin(options.start ?? freshForm()));
  if (options.start !== begunFrom) {
    setBegunFrom(options.start);
    if (options.start !== undefined && options.start.formDraftId !== life.formDraftId) setLife(begin(options.start));
  }
  useKeeping(life, options);
  const field = options.start?.focusField ?? '';
  useEffect(() => (field === '' ? undefined : focusOnceThere(field)), [field]);
  useFlusher({
    flush: async () => {
      if (!life.isOver() && !(await life.autosave.flush())) throw new DeskFailure({ code: life.autosave.getStatus().error ?? 'bug' });
    },
    unsent: () => {
      if (life.isOver() || life.autosave.getStatus().state === 'saved') return null;
      const draft = toDraft(newest.current, life.formDraftId, life.autosave.nextSequence(), life.field());
      const { title, patientName, route } = newest.current;
      return { title, patientName, route, resend: async () => void (await call('forms.save', draft)) };
    },
  });

  const forget = (): void => {
    life.end();
    setLife(begin(freshForm()));
    // A form that was only ever looked at was never kept. One whose first text is still on its way to the desk is thrown away after it.
    const { savedAt, state } = life.autosave.getStatus();
    if (savedAt === null && state === 'saved') return;
    void call('forms.discard', { formDraftId: life.formDraftId })
      .then(() => invalidate('today.get', 'forms.find'))
      .catch(() => undefined);
  };
  return {
    submit: async (send) => {
      await life.autosave.flush();
      const stored = await send();
      forget();
      return stored;
    },
    discard: forget,
  };
}

/** A dialog puts the focus in its first field just after it has opened; the cursor goes back where it was after that. */
const AFTER_DIALOG_MS = 60;
/** Tries, one a frame, until the field is on show. */
const FRAMES = 60;

function focusOnceThere(field: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frames = 0;
  const seek = (): void => {
    frames += 1;
    if (document.querySelector(`[data-field="${CSS.escape(field)}"]`) !== null) {
      timer = setTimeout(() => focusField(field), AFTER_DIALOG_MS);
    } else if (frames < FRAMES) frame = requestAnimationFrame(seek);
  };
  let frame = requestAnimationFrame(seek);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Saves after each change, and what is left when the form leaves the screen. */
function useKeeping(life: Life, { content, isChanged }: FormDraftOptions): void {
  const text = JSON.stringify(content);
  useEffect(() => life.see(text, isChanged), [life, isChanged, text]);
  useEffect(() => {
    // A cover that takes the focus is no field: the last one stays.
    const note = (): void => life.enter(focusedFieldPath());
    document.addEventListener('focusin', note);
    return () => {
      document.removeEventListener('focusin', note);
      if (!life.isOver()) void life.autosave.flush();
    };
  }, [life]);
}

function toDraft({ form, subjectId, content, label }: FormDraftOptions, formDraftId: Id, sequence: number, field: string): FormDraft {
  return {
    formDraftId,
    form,
    subjectId,
    label: label.slice(0, LABEL_MAX),
    sequence,
    content: JSON.stringify(content),
    focusField: field.slice(0, LABEL_MAX),
  };
}
