import { mkdir, open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Output } from '../../../shared/contract/contract.ts';
import { salvageFilesText as words } from '../../../shared/text/en/salvage-files.ts';
import { writeCsv } from '../../exchange/write-csv.ts';
import { readEveryone, str } from './read-salvaged.ts';
import type { OpenSalvage } from './salvage.ts';

const NAME_MAX = 80;

/**
 * Writes what could be read into a new folder: a list of the patients, a list of their visits with every answer, and each kept sheet whose
 * bytes could be read. Not encrypted. `at` names the folder. Throws the file system's error; what was written until then stays.
 */
export async function writeSalvage(salvaged: OpenSalvage, folder: string, at: string): Promise<Output<'salvage.export'>> {
  const target = join(folder, `${words.folder}-${at.slice(0, 19).replaceAll(':', '')}`);
  await mkdir(target, { mode: 0o700 });
  const people = readEveryone(salvaged);

  await writeWhole(join(target, words.readMeFile), words.readMe);
  await writeWhole(join(target, words.patientsFile), listOfPatients(people));
  await writeWhole(join(target, words.visitsFile), listOfVisits(people));
  const sheetsFolder = join(target, words.sheetsFolder);
  await mkdir(sheetsFolder, { mode: 0o700 });
  let sheets = 0;
  for (const handout of salvaged.handouts) {
    const pdf = salvaged.pdf(handout);
    if (pdf === null) continue;
    sheets += 1;
    const [name, on, kind] = ['patient_name', 'made_on', 'sheet'].map((column) => str(handout, column));
    await writeWhole(join(sheetsFolder, `${String(sheets).padStart(4, '0')} ${fileNameOf(`${name} ${on} ${kind}`)}.pdf`), pdf);
  }
  const visits = people.reduce((sum, person) => sum + person.visits.length, 0);
  return { folderName: basename(target), patients: people.length, visits, sheets, sheetsUnreadable: salvaged.handouts.length - sheets };
}

type Person = Output<'salvage.patient'>;

function listOfPatients(people: readonly Person[]): string {
  const { name, birthDate, ownNumber, phone, email, address, note, visits, sheets } = words.columns;
  return writeCsv([
    [name, birthDate, ownNumber, phone, email, address, note, visits, sheets],
    ...people.map((one) => [
      one.name,
      one.birthDate,
      one.ownNumber,
      one.phone,
      one.email,
      one.address,
      one.note,
      one.visits.length,
      one.sheets.length,
    ]),
  ]);
}

function listOfVisits(people: readonly Person[]): string {
  const { name, birthDate, on, contact, status, signedBy, headline, answers, addenda } = words.columns;
  return writeCsv([
    [name, birthDate, on, contact, status, signedBy, headline, answers, addenda],
    ...people.flatMap((one) =>
      one.visits.map((visit) => [
        one.name,
        one.birthDate,
        visit.on,
        visit.contact,
        visit.status,
        visit.signedBy,
        visit.headline,
        visit.answers.map(({ field, value }) => `${field}: ${value}`).join('\n'),
        visit.addenda.map((addendum) => `${addendum.createdAt} ${addendum.createdBy}, ${addendum.reason}: ${addendum.text}`).join('\n'),
      ]),
    ),
  ]);
}

/** Without what a file system refuses. */
function fileNameOf(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, NAME_MAX)
    .replace(/[\s.]+$/g, '');
}

async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
