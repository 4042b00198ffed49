export { ClinicNotesPanel } from './clinic-notes-panel.tsx';
export { HandoutPreviewDialog } from './handout-preview-dialog.tsx';
export { KeptHandoutDialog } from './kept-handout-dialog.tsx';
export { SheetLanguagesPanel } from './sheet-languages-panel.tsx';
