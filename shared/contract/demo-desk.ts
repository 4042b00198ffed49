// The demo desk's user and passphrase, as the window shows them.
export { DEMO_PASSPHRASE, DEMO_USER_NAME } from '../demo.ts';
