// Where the window's page lives. The build and the shell must agree on both.

/** Origin of the window: the shell serves it from its own files, no network and no port. */
export const WINDOW_ORIGIN = 'lasegue://app';

/** Stands for the nonce in the built `index.html`; the shell puts a fresh random one in its place at each load. */
export const NONCE_PLACEHOLDER = '__LASEGUE_CSP_NONCE__';

/** The two names of the bridge between preload and shell: one for calls, one for events. Their first argument is the contract's. */
export const BRIDGE_CALL = 'lasegue:call';
export const BRIDGE_EVENT = 'lasegue:event';

/** Where the hidden print page finds the sheet to print, and the page itself. They are served to the print session only. */
export const SHEET_PATH = '/sheet.pdf';
export const PRINT_PAGE_PATH = '/print-sheet/index.html';
