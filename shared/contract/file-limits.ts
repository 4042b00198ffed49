/** Largest logo file that is read at all, bytes; a larger one is refused by its size alone. */
export const LOGO_FILE_MAX_BYTES = 4_000_000;
