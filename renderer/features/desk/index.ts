export { ChangePassphraseForm } from './change-passphrase-form.tsx';
export { RecoveryKeyPanel } from './recovery-key-panel.tsx';
export { DeskScreen } from './desk-screen.tsx';
export { PASSPHRASE_MIN, passphraseProblem } from './passphrase-rules.ts';
