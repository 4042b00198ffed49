import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import type { FieldErrors } from '../../../shared/contract/errors.ts';
import type { Id } from '../../../shared/schemas/common.ts';
import type { Patient, PatientInput } from '../../../shared/schemas/patient.ts';
import { call } from '../../api/call.ts';
import { asDeskFailure, DeskFailure } from '../../api/desk-failure.ts';
import { failureMessage } from '../../api/messages.ts';
import { newId } from '../../api/new-id.ts';
import { invalidate } from '../../api/query.ts';
import { useFlusher } from '../../app/flush.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { fullName } from '../../components/person-name.ts';
import { text } from '../../text.ts';
import { Duplicates } from './duplicates.tsx';
import { reopenForm, useKeptForm, type KeptForm } from './kept-form.ts';
import { PatientFields, type PatientFormValues } from './patient-fields.tsx';
import classes from './patients.module.css';

type PatientFormDialogProps = {
  /** Null = a new patient. */
  patient: Patient | null;
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
export function PatientFormDialog(props: PatientFormDialogProps): ReactNode {
  const kept = useKeptForm(props.patient?.patientId ?? null);
  const close = (): void => {
    reopenForm(null);
    props.onClose();
  };
  const saved = (patient: Patient): void => {
    reopenForm(null);
    props.onSaved(patient);
  };
  return <PatientForm key={kept === null ? 'fresh' : 'kept'} patient={props.patient} kept={kept} onClose={close} onSaved={saved} />;
}

function PatientForm({ patient, kept, onClose, onSaved }: PatientFormDialogProps & { kept: KeptForm | null }): ReactNode {
  const start = patient === null ? EMPTY : valuesOf(patient);
  const [values, setValues] = useState<PatientFormValues>(kept?.values ?? start);
  const [unreadDate, setUnreadDate] = useState<string | null>(kept?.unreadDate ?? null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [duplicates, setDuplicates] = useState<Found>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [asksToLeave, setAsksToLeave] = useState(false);
  // Made once for the whole dialog, so that pressing Save twice can never make two records.
  const [createdId] = useState<Id>(() => newId());
  const isChanged = unreadDate !== null || JSON.stringify(values) !== JSON.stringify(start);

  // A form that is not whole cannot be stored by itself: before a lock the window says so, and offers the form again afterwards.
  useFlusher({
    flush: () => (isChanged && !isSaving ? Promise.reject(new DeskFailure({ code: 'invalid-input' })) : Promise.resolve()),
    unsent: () =>
      isChanged
        ? {
            title: patient === null ? words.newTitle : words.editTitle(fullName(patient)),
            patientName: fullName(values),
            resend: () => {
              reopenForm({ patientId: patient?.patientId ?? null, values, unreadDate });
              return Promise.resolve();
            },
            route:
              patient === null ? { page: 'patients', intent: 'new-patient', query: '' } : { page: 'patient', patientId: patient.patientId },
          }
        : null,
  });

  const change = (part: Partial<PatientFormValues>): void => {
    setValues({ ...values, ...part });
    setDuplicates([]);
    setErrors(Object.fromEntries(Object.entries(errors).filter(([field]) => !(field in part))));
  };

  const save = async (knowsDuplicates: boolean): Promise<void> => {
    setFailure(null);
    if (values.birthDate === null) {
      setErrors({ ...errors, birthDate: unreadDate === null ? 'required' : 'not-a-date' });
      return;
    }
    const input: PatientInput = { ...values, birthDate: values.birthDate };
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
      const saved =
        patient === null
          ? await call('patients.create', { patientId: createdId, patient: input })
          : await call('patients.update', { patientId: patient.patientId, revision: patient.revision, patient: input });
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

  const leave = (): void => (isChanged ? setAsksToLeave(true) : onClose());

  return (
    // In a stack one Escape answers one dialog: without it the key that opens the question would close it at once.
    <Modal.Stack>
      <Modal
        opened
        onClose={leave}
        stackId="form"
        size={720}
        title={patient === null ? words.newTitle : words.editTitle(fullName(patient))}
      >
        <form
          className={classes['form']}
          onSubmit={(event) => {
            event.preventDefault();
            void save(false);
          }}
        >
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
        onConfirm={onClose}
        onCancel={() => setAsksToLeave(false)}
      >
        {words.leaveText}
      </ConfirmDialog>
    </Modal.Stack>
  );
}
