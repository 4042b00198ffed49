export { ChangePassphraseForm } from './change-passphrase-form.tsx';
export { DeskScreen } from './desk-screen.tsx';
