/** Words of the Today page. */
export const todayText = {};
