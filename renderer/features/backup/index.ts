export { BackupFacts } from './backup-facts.tsx';
export { BackupPanel } from './backup-panel.tsx';
export { RestoreLink } from './restore-dialog.tsx';
