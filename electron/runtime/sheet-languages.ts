import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The list of the sheets' languages follows from the folders of `shared/text`: a folder with a `handouts.ts` is one of them. Run before
// every build and test, so that a new language is a new folder and nothing else. Run by hand: `npm run languages`.

const TEXT_FOLDER = fileURLToPath(new URL('../../shared/text', import.meta.url));
/** The language of the specification stands first. */
const FIRST = 'en';

/** Folders of a text folder that hold the words of the sheets, the specification's own first. */
export function foldersWithSheets(textFolder: string): string[] {
  const found = readdirSync(textFolder).filter((name) => existsSync(join(textFolder, name, 'handouts.ts')));
  return [FIRST, ...found.filter((name) => name !== FIRST).toSorted()];
}

/** The source of the list. A name such as `pt-BR` is no name of a variable, so they are numbered. */
export function listOf(folders: readonly string[]): string {
  const imports = folders.map((folder, index) => `import { handoutText as text${index} } from './${folder}/handouts.ts';\n`);
  return `// Written by electron/runtime/sheet-languages.ts from the folders beside this file.
import type { HandoutText } from '../handouts/handout-text.ts';
${imports.join('')}
/** The words of the sheets in each language there is a folder of, English first. */
export const SHEET_TEXTS: readonly [HandoutText, ...HandoutText[]] = [${folders.map((_, index) => `text${index}`).join(', ')}];
`;
}

/** Writes the list where it differs from the folders. Returns whether it did. */
export function writeSheetLanguages(textFolder: string = TEXT_FOLDER): boolean {
  const file = join(textFolder, 'sheet-texts.ts');
  const source = listOf(foldersWithSheets(textFolder));
  if (existsSync(file) && readFileSync(file, 'utf8') === source) return false;
  writeFileSync(file, source);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeSheetLanguages();
