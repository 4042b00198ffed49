import { useEffect, useState } from 'react';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { toFieldErrors } from '../../../shared/contract/field-errors.ts';
import { type Clinic, revisedClinicSchema } from '../../../shared/schemas/clinic.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure, type DeskFailure } from '../../api/desk-failure.ts';
import { invalidate } from '../../api/query.ts';
import { updateSession, useSession } from '../../app/desk-state.ts';
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
  save: () => Promise<void>;
  discard: () => void;
  showNewest: () => Promise<void>;
};

/** What was typed but not saved when the page was left, by form; it is there again when the page is opened. */
const unsaved = new Map<string, unknown>();

/**
 * One panel's part of the clinic's settings, saved with the whole under the revision it was read at, so that two people never overwrite
 * each other unseen and two panels never each other. `name` tells the panels apart; `read` takes the part, `merge` puts it back.
 */
export function useClinicForm<V extends object>(
  name: string,
  read: (clinic: Clinic) => V,
  merge: (value: V) => Partial<Record<keyof Clinic, unknown>>,
): ClinicForm<V> {
  const { clinic } = useSession();
  const stored = read(clinic);
  const [draft, setDraft] = useState<V>((unsaved.get(name) as V | undefined) ?? stored);
  const [fields, setFields] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const changed = JSON.stringify(draft) !== JSON.stringify(stored);

  useEffect(() => {
    if (changed) unsaved.set(name, draft);
    else unsaved.delete(name);
  }, [name, changed, draft]);

  const refuse = (found: FieldErrors): void => {
    setFields(found);
    const first = Object.keys(found)[0];
    if (first !== undefined) requestAnimationFrame(() => focusField(first));
  };
  const startAgain = (from: V): void => {
    setDraft(from);
    setFields({});
    setFailure(null);
  };

  const save = async (): Promise<void> => {
    if (busy) return;
    setSaved(false);
    setFailure(null);
    const { logo: _logo, ...now } = clinic;
    const typed = { ...now, ...merge(draft) };
    const input = revisedClinicSchema.safeParse(typed);
    refuse(input.success ? {} : toFieldErrors(input.error, typed));
    if (!input.success) return;
    setBusy(true);
    try {
      const answer = await call('clinic.save', input.data);
      updateSession({ clinic: answer });
      setDraft(read(answer));
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
    save,
    discard: () => startAgain(stored),
    showNewest: async () => {
      const newest = await call('clinic.get', {}).catch(() => null);
      if (newest === null) return;
      updateSession({ clinic: newest });
      startAgain(read(newest));
    },
  };
}
