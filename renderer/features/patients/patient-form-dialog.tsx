import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import { toFieldErrors } from '../../../shared/contract/field-errors.ts';
import type { Id } from '../../../shared/schemas/common.ts';
import { type Patient, type PatientInput, patientInputSchema } from '../../../shared/schemas/patient.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { invalidate } from '../../api/query.ts';
import { useFormDraft, useFormStart, freshForm, restored, type FormStart } from '../../app/form-draft.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { focusField } from '../../components/focus-field.ts';
import { Notice } from '../../components/notice.tsx';
import { fullName } from '../../components/person-name.ts';
import { text } from '../../text.ts';
import { KeptNotice } from '../../components/kept-notice.tsx';
import { Duplicates } from './duplicates.tsx';
import { PatientFields, type PatientFormValues } from './patient-fields.tsx';
import classes from './patients.module.css';

type PatientFormDialogProps = {
  /** Null = a new patient. */
  patient: Patient | null;
  /** The kept form to go on with; otherwise the newest one about this patient, or of a new one. */
  formDraftId?: Id | undefined;
  onClose: () => void;
  onSaved: (patient: Patient) => void;
};

type Found = Output<'patients.findDuplicates'>;

const words = text.patients.form;

const EMPTY: PatientFormValues = {
  givenNames: '',
  familyName: '',
  latinName: '',
  birthDate: null,
  sex: 'unknown',
  phone: '',
  email: '',
  address: '',
  preferredLanguage: '',
  largePrint: false,
  ownNumber: '',
  note: '',
};

function valuesOf({ patientId: _id, revision: _revision, createdAt: _created, updatedAt: _updated, ...input }: Patient): PatientFormValues {
  return input;
}

/** The person as typed, in a dialog over the list or the chart. Likely duplicates are shown before anything is stored. */
export function PatientFormDialog({ formDraftId, ...props }: PatientFormDialogProps): ReactNode {
  const { patient } = props;
  const kept = useFormStart(patient === null ? 'patient-new' : 'patient-edit', patient?.patientId ?? null, formDraftId);
  const [fresh, setFresh] = useState<FormStart | null>(null);
  const start = fresh ?? kept;
  if (start === undefined) return null;
  return <PatientForm key={start.formDraftId} {...props} start={start} onStartAgain={() => setFresh(freshForm())} />;
}

/** What is kept of it. The revision is the one the person saw: an edit of somebody else since then is a conflict, not overwritten. */
type Typed = { values: PatientFormValues; unreadDate: string | null; revision: number };

/** The input as the desk takes it, or what is missing or wrong of it, all at once and in the order of the form. */
function readInput(
  values: PatientFormValues,
  unreadDate: string | null,
): { input: PatientInput; errors: FieldErrors } | { input: null; errors: FieldErrors } {
  const typed = { ...values, birthDate: values.birthDate ?? undefined };
  const parsed = patientInputSchema.safeParse(typed);
  if (parsed.success) return { input: parsed.data, errors: {} };
  const errors = toFieldErrors(parsed.error, typed);
  return { input: null, errors: unreadDate === null ? errors : { ...errors, birthDate: 'not-a-date' } };
}

type FormProps = Omit<PatientFormDialogProps, 'formDraftId'> & { start: FormStart; onStartAgain: () => void };

function PatientForm({ patient, start, onStartAgain, onClose, onSaved }: FormProps): ReactNode {
  const stored = patient === null ? EMPTY : valuesOf(patient);
  const [typed] = useState(() => restored<Typed>({ values: stored, unreadDate: null, revision: patient?.revision ?? 0 }, start.content));
  const [values, setValues] = useState<PatientFormValues>(() => restored(stored, typed.values));
  const [unreadDate, setUnreadDate] = useState<string | null>(typed.unreadDate);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [duplicates, setDuplicates] = useState<Found>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [asksToLeave, setAsksToLeave] = useState(false);
  const isChanged = unreadDate !== null || JSON.stringify(values) !== JSON.stringify(stored);
  const title = patient === null ? words.newTitle : words.editTitle(fullName(patient));
  const kept = useFormDraft({
    form: patient === null ? 'patient-new' : 'patient-edit',
    subjectId: patient?.patientId ?? null,
    start,
    content: { values, unreadDate, revision: typed.revision } satisfies Typed,
    isChanged,
    label: fullName(values),
    title,
    patientName: fullName(values),
    route:
      patient === null
        ? { page: 'patients', intent: 'new-patient', query: '', formDraftId: start.formDraftId }
        : { page: 'patient', patientId: patient.patientId },
  });

  const change = (part: Partial<PatientFormValues>): void => {
    setValues({ ...values, ...part });
    setDuplicates([]);
    setErrors(Object.fromEntries(Object.entries(errors).filter(([field]) => !(field in part))));
  };

  const save = async (knowsDuplicates: boolean): Promise<void> => {
    setFailure(null);
    const read = readInput(values, unreadDate);
    setErrors(read.errors);
    if (read.input === null) {
      const first = Object.keys(read.errors)[0];
      if (first !== undefined) focusField(first);
      return;
    }
    const { input } = read;
    setSaving(true);
    try {
      if (!knowsDuplicates) {
        const found = await call('patients.findDuplicates', {
          givenNames: input.givenNames.slice(0, 200),
          familyName: input.familyName.slice(0, 200),
          birthDate: input.birthDate,
          ownNumber: input.ownNumber.slice(0, 200),
          exceptPatientId: patient?.patientId ?? null,
        });
        if (found.length > 0) {
          setDuplicates(found);
          return;
        }
      }
      // The id of the form is the id of the new patient: pressing Save twice, or again after a crash, never makes two records.
      const saved = await kept.submit(() =>
        patient === null
          ? call('patients.create', { patientId: start.formDraftId, patient: input })
          : call('patients.update', { patientId: patient.patientId, revision: typed.revision, patient: input }),
      );
      await invalidate('patients.search', 'patients.chart', 'patients.get', 'today.get');
      onSaved(saved);
    } catch (thrown) {
      const { code, fields } = asDeskFailure(thrown);
      // The desk names a field within its input; here it is the form's own name.
      setErrors(Object.fromEntries(Object.entries(fields).map(([path, fieldCode]) => [path.replace(/^patient\./, ''), fieldCode])));
      setFailure(code === 'conflict' ? words.conflict : failureMessage(thrown));
    } finally {
      setSaving(false);
    }
  };

  const throwAway = (): void => {
    kept.discard();
    onClose();
  };
  const leave = (): void => (isChanged ? setAsksToLeave(true) : throwAway());

  return (
    // In a stack one Escape answers one dialog: without it the key that opens the question would close it at once.
    <Modal.Stack>
      <Modal opened onClose={leave} stackId="form" size={720} title={title}>
        <form
          className={classes['form']}
          onSubmit={(event) => {
            event.preventDefault();
            void save(false);
          }}
        >
          {start.savedAt !== null && <KeptNotice savedAt={start.savedAt} {...(patient === null ? { onStartAgain } : {})} />}
          <PatientFields values={values} errors={errors} onChange={change} unreadDate={unreadDate} onUnreadDate={setUnreadDate} />
          {duplicates.length > 0 && <Duplicates found={duplicates} />}
          {failure !== null && <Notice kind="problem">{failure}</Notice>}
          <div className={classes['formActions']}>
            <Button variant="default" onClick={leave}>
              {words.cancel}
            </Button>
            {duplicates.length > 0 ? (
              <Button variant="filled" loading={isSaving} onClick={() => void save(true)}>
                {patient === null ? words.saveAnyway : words.save}
              </Button>
            ) : (
              <Button variant="filled" type="submit" loading={isSaving}>
                {words.save}
              </Button>
            )}
          </div>
        </form>
      </Modal>
      <ConfirmDialog
        stackId="leave"
        opened={asksToLeave}
        title={words.leaveTitle}
        confirmLabel={words.leave}
        cancelLabel={words.stay}
        onConfirm={throwAway}
        onCancel={() => setAsksToLeave(false)}
      >
        {words.leaveText}
      </ConfirmDialog>
    </Modal.Stack>
  );
}
