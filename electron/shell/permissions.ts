import type { Session } from 'electron';

/**
 * What the window may ask Chromium for. Nothing: it reads no clipboard, no camera, no place and no device, and copying goes
 * through `shell.copyText`. A permission that is ever needed is added here, with its reason.
 */
const ALLOWED: Readonly<Record<string, string>> = {};

/** Denies by table, and lets no request leave: the only scheme the window loads is its own. */
export function restrictSession(session: Session, ownOrigins: readonly string[]): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(Object.hasOwn(ALLOWED, permission)));
  session.setPermissionCheckHandler((_contents, permission) => Object.hasOwn(ALLOWED, permission));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  // The shell writes what a clinician saves; a page has nothing to download.
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !ownOrigins.some((origin) => url.startsWith(`${origin}/`)) });
  });
}
