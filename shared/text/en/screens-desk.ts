/** Words of first run, unlocking and the covered window. */
export const deskText = {};
