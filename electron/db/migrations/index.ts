import * as desk from './0001-desk.ts';
import * as people from './0002-people.ts';
import * as givenAndSettings from './0003-given-and-settings.ts';
import * as papers from './0004-papers.ts';

/** A step from one version of the database to the next. Frozen once it has been released. */
export type Migration = { version: number; purpose: string; sql: string };

/** Every step in order. The number of a step is the `user_version` it leaves behind. */
export const migrations: readonly Migration[] = [
  { version: 1, ...desk },
  { version: 2, ...people },
  { version: 3, ...givenAndSettings },
  { version: 4, ...papers },
];
