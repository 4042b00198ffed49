/** Passphrase of the demo desk: shown on the unlock screen, since everyone in it is made up. Never that of a desk of one's own. */
export const DEMO_PASSPHRASE = 'only made-up people here';

/** The user of the demo desk. */
export const DEMO_USER_NAME = 'Dr Ines Fontaine';
