export { HandoutPreviewDialog } from './handout-preview-dialog.tsx';
export { KeptHandoutDialog } from './kept-handout-dialog.tsx';
