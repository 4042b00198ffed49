export { PatientPage } from './patient.page.tsx';
export { SignedVisitPage } from './signed-visit.page.tsx';
