export { PatientFormDialog } from './patient-form-dialog.tsx';
export { PatientsPage } from './patients.page.tsx';
