export { ClinicFields, emptyClinic } from './clinic-fields.tsx';
export { ClinicPanel } from './clinic-panel.tsx';
export { DosesPanel } from './doses-panel.tsx';
export { LogoPanel } from './logo-panel.tsx';
export { MeasuresPanel } from './measures-panel.tsx';
export { ModulesPanel } from './modules-panel.tsx';
export { ServicesPanel } from './services-panel.tsx';
