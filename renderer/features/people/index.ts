export { HandOverDialog } from './hand-over-dialog.tsx';
export { PeoplePanel } from './people-panel.tsx';
export { SigningPanel } from './signing-panel.tsx';
