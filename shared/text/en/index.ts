import { appText } from './screens-app.ts';
import { auditText } from './screens-audit.ts';
import { backupText } from './screens-backup.ts';
import { deskText } from './screens-desk.ts';
import { errorText } from './screens-errors.ts';
import { handoutsText } from './screens-handouts.ts';
import { historyText } from './screens-history.ts';
import { screenPapersText } from './screens-papers.ts';
import { patientsText } from './screens-patients.ts';
import { salvageText } from './screens-salvage.ts';
import { peopleText } from './screens-people.ts';
import { settingsText } from './screens-settings.ts';
import { todayText } from './screens-today.ts';
import { visitText } from './screens-visit.ts';

/** The words of the screens in English. */
export const en = {
  app: appText,
  audit: auditText,
  backup: backupText,
  desk: deskText,
  errors: errorText,
  handouts: handoutsText,
  history: historyText,
  papers: screenPapersText,
  patients: patientsText,
  salvage: salvageText,
  people: peopleText,
  settings: settingsText,
  today: todayText,
  visit: visitText,
};
export type ScreenText = typeof en;
