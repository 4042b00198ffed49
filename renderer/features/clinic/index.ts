export { ClinicFields, emptyClinicDraft, type ClinicDraft } from './clinic-fields.tsx';
export { ClinicPanel } from './clinic-panel.tsx';
