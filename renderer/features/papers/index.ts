export { BlankSheetDialog } from './blank-sheet-dialog.tsx';
export { KeptPaperDialog } from './kept-paper-dialog.tsx';
export { PaperButtons } from './paper-buttons.tsx';
export { RecoveryKeyDialog } from './recovery-key-dialog.tsx';
export { VisitPaperDialog } from './visit-paper-dialog.tsx';
