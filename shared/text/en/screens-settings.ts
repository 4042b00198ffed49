/** Words of the settings page. */
export const settingsText = {};
