import { useMemo, useState } from 'react';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { toFieldErrors } from '../../../shared/contract/field-errors.ts';
import { type Clinic, revisedClinicSchema } from '../../../shared/schemas/clinic.ts';
import type { Instant } from '../../../shared/schemas/common.ts';
import type { FormName } from '../../../shared/schemas/form-draft.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure, DeskFailure } from '../../api/desk-failure.ts';
import { invalidate } from '../../api/query.ts';
import { updateSession, useSession } from '../../app/desk-state.ts';
import { restored, useFormDraft, useFormStart } from '../../app/form-draft.ts';
import { text } from '../../text.ts';
import { focusField } from '../../components/focus-field.ts';

/** A part of the clinic's settings while it is typed. `V` may hold what cannot be stored yet, for instance a number still empty. */
export type ClinicForm<V> = {
  value: V;
  set: (changes: Partial<V>) => void;
  fields: FieldErrors;
  failure: DeskFailure | null;
  saved: boolean;
  busy: boolean;
  changed: boolean;
  /** When what is on show was typed, where it is from another time; null: it is not. */
  keptAt: Instant | null;
  save: () => Promise<void>;
  discard: () => void;
  showNewest: () => Promise<void>;
};

/**
 * One panel's part of the clinic's settings, saved with the whole under the revision it was read at, so that two people never overwrite
 * each other unseen and two panels never each other. What was typed and not saved is kept under `formName`; `read` takes the part, `merge` puts it back.
 */
export function useClinicForm<V extends object>(
  formName: Extract<FormName, `clinic${string}`>,
  read: (clinic: Clinic) => V,
  merge: (value: V) => Partial<Record<keyof Clinic, unknown>>,
): ClinicForm<V> {
  const { clinic } = useSession();
  const stored = read(clinic);
  const [draft, setDraft] = useState<V>(stored);
  // What was stored when the person began to type: an edit of somebody else since then is a conflict, not overwritten.
  const [base, setBase] = useState(() => JSON.stringify(stored));
  const [fields, setFields] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const changed = JSON.stringify(draft) !== JSON.stringify(stored);

  const start = useFormStart(formName, null);
  const [isBegun, setBegun] = useState(false);
  if (start !== undefined && !isBegun) {
    setBegun(true);
    setDraft(restored(draft, start.content));
    setBase(restored({ base }, start.content).base);
  }
  const kept = useFormDraft({
    form: formName,
    subjectId: null,
    // The page is opened for other things too: the cursor stays where the person puts it.
    start: useMemo(() => start && { ...start, focusField: '' }, [start]),
    content: { ...draft, base },
    isChanged: changed,
    label: '',
    title: text.settings.title,
    patientName: '',
    route: { page: 'settings' },
  });

  const refuse = (found: FieldErrors): void => {
    setFields(found);
    const first = Object.keys(found)[0];
    if (first !== undefined) requestAnimationFrame(() => focusField(first));
  };
  const startAgain = (from: Clinic): void => {
    kept.discard();
    setDraft(read(from));
    setBase(JSON.stringify(read(from)));
    setFields({});
    setFailure(null);
  };

  const save = async (): Promise<void> => {
    if (busy) return;
    setSaved(false);
    setFailure(null);
    if (base !== JSON.stringify(stored)) {
      setFailure(new DeskFailure({ code: 'conflict' }));
      return;
    }
    const { logo: _logo, ...now } = clinic;
    const typed = { ...now, ...merge(draft) };
    const input = revisedClinicSchema.safeParse(typed);
    refuse(input.success ? {} : toFieldErrors(input.error, typed));
    if (!input.success) return;
    setBusy(true);
    try {
      const answer = await kept.submit(() => call('clinic.save', input.data));
      updateSession({ clinic: answer });
      setDraft(read(answer));
      setBase(JSON.stringify(read(answer)));
      setSaved(true);
      await invalidate('clinic.get', 'handouts.preview');
    } catch (thrown) {
      const refused = asDeskFailure(thrown);
      setFailure(refused);
      refuse(refused.fields);
    } finally {
      setBusy(false);
    }
  };

  return {
    value: draft,
    set: (changes) => {
      setDraft({ ...draft, ...changes });
      setSaved(false);
    },
    fields,
    failure,
    saved,
    busy,
    changed,
    keptAt: changed ? (start?.savedAt ?? null) : null,
    save,
    discard: () => startAgain(clinic),
    showNewest: async () => {
      const newest = await call('clinic.get', {}).catch(() => null);
      if (newest === null) return;
      updateSession({ clinic: newest });
      startAgain(newest);
    },
  };
}
