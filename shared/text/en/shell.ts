/** What the shell shows outside the page: the menu, the system's dialogs. */
export const shellText = {
  appName: 'Lasègue',
  saveSheetTitle: 'Save the sheet',
  saveListTitle: 'Save the list',
  openLogoTitle: 'Choose a logo',
  pictureFiles: 'Pictures (PNG, SVG)',
  openCsvTitle: 'Choose a patient list',
  backupFolderTitle: 'Choose a folder for the backups, best on another disk',
  salvageFolderTitle: 'Choose a folder for the rescued records; they will not be encrypted',
  folderButton: 'Use this folder',
  backupFileTitle: 'Choose a backup to restore',
  backupFiles: 'Lasègue backups',
  pdfFiles: 'PDF',
  csvFiles: 'Comma-separated lists',
  allFiles: 'All files',
  /** File name of a sheet that came without one. */
  sheetName: 'Home-care sheet',

  notSavedTitle: 'Lasègue could not write what you typed last',
  notSavedDetail:
    'The window did not answer. What was typed in the last moments may be missing from the draft; everything before is kept. Keep it open to try again.',
  keepOpen: 'Keep it open',
  closeAnyway: 'Close anyway',

  windowFailedTitle: 'The Lasègue window cannot be shown',
  windowFailedDetail:
    'It stopped several times in a row. Your records are whole. Start Lasègue again; if this happens again, restart the computer.',
} as const;

/** The menu. Letters for the keys are in `electron/shell/menu.ts`. */
export const menuText = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  help: 'Help',
  newPatient: 'New patient',
  findPatient: 'Find a patient',
  today: 'Today',
  settings: 'Settings',
  lock: 'Lock',
  quit: 'Quit Lasègue',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  resetZoom: 'Usual size',
  fullScreen: 'Full screen',
  keys: 'Keys',
  about: 'About Lasègue',
  diagnostics: 'Copy diagnostics',
} as const;
