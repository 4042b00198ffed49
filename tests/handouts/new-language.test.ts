import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldersWithSheets, listOf, writeSheetLanguages } from '../../electron/runtime/sheet-languages.ts';
import { assessment, EMERGENCIES, input, PATIENT } from './fixtures.ts';

// A language is a folder of text. A made-up one is added to a copy of the shared code as a translator would add it, and nothing else is
// touched; plain Node then makes a sheet in it.

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const TAG = 'qps';

/** The words of the made-up language: English with every letter accented, placeholders left alone. */
const PSEUDO = `import type { HandoutText } from '../../handouts/handout-text.ts';
import { handoutText as en } from '../en/handouts.ts';

const LETTERS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', A: 'Á', E: 'É' };
const odd = (text: string): string =>
  text.replace(/\\{[^}]*\\}|[aeiounAE]/g, (found) => (found.startsWith('{') ? found : (LETTERS[found] ?? found)));
function oddly(value: unknown, key = ''): unknown {
  if (key === 'messages' || value instanceof RegExp) return value;
  if (typeof value === 'string') return odd(value);
  if (Array.isArray(value)) return value.map((one) => oddly(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, oddly(inner, name)]));
}

export const handoutText: HandoutText = { ...(oddly(en) as HandoutText), language: '${TAG}', readability: 'lix', speaksToYou: /yóú/i };
`;

const MAKE = `import { buildHandout } from './shared/handouts/build.ts';
import { sentencesOf } from './shared/handouts/document-model.ts';
import { blockGrades, lintHandout } from './shared/handouts/lint.ts';
import { HANDOUT_LANGUAGES } from './shared/text/handout-languages.ts';
const inputs = JSON.parse(await new Response(process.stdin).text());
const sheets = inputs.map((input) => {
  const document = buildHandout(input);
  return {
    language: document.language,
    sentences: document.blocks.flatMap(sentencesOf),
    problems: lintHandout(document, input.assessment),
    grades: blockGrades(document),
  };
});
console.log(JSON.stringify({ languages: HANDOUT_LANGUAGES.map(({ language }) => language), sheets }));
`;

type Made = {
  languages: string[];
  sheets: {
    language: string;
    sentences: { id: string; text: string }[];
    problems: { hard: boolean; message: string }[];
    grades: { index: string }[];
  }[];
};

describe('a language added as a folder of text', () => {
  let folder = '';
  let made: Made;
  let changed: string[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lasegue-language-'));
    cpSync(join(PROJECT, 'shared'), join(folder, 'shared'), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const text = join(folder, 'shared/text');
    const before = contentsOf(text);
    mkdirSync(join(text, TAG));
    writeFileSync(join(text, TAG, 'handouts.ts'), PSEUDO);
    writeSheetLanguages(text);
    const after = contentsOf(text);
    changed = [...after].filter(([file, source]) => before.get(file) !== source).map(([file]) => file);
    writeFileSync(join(folder, 'make.ts'), MAKE);
    const chosen = { patient: { ...PATIENT, preferredLanguage: TAG }, reviewedLanguages: [TAG] };
    const inputs = [
      input(chosen),
      input({ ...chosen, assessment: EMERGENCIES.ED }),
      input({ ...chosen, assessment: assessment({ phase: 'P1' }) }),
    ];
    const printed = execFileSync(process.execPath, ['--experimental-strip-types', '--no-warnings', 'make.ts'], {
      cwd: folder,
      input: JSON.stringify(inputs),
      encoding: 'utf8',
    });
    made = JSON.parse(printed) as Made;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('needs no code: beside its own folder only the written list is another', () => {
    expect(changed.toSorted()).toEqual([`${TAG}/handouts.ts`, 'sheet-texts.ts']);
    expect(made.languages).toEqual(['en-GB', 'es', TAG]);
  });

  it('prints every sheet, with the same ids as English and no hard problem', () => {
    expect(made.sheets.map(({ language }) => language)).toEqual([TAG, TAG, TAG]);
    for (const { sentences, problems } of made.sheets) {
      expect(sentences.length).toBeGreaterThan(20);
      expect(sentences.map(({ text }) => text).join(' ')).not.toMatch(/\b(?:the|you|your|leg)\b/);
      expect(problems.filter(({ hard }) => hard)).toEqual([]);
    }
    // No line ends within a range.
    expect(made.sheets[0]?.sentences.find(({ id }) => id === 'M03.3')?.text).toBe('Stáy 5\u00a0tó\u00a010 míñútés.');
  });

  it('is measured by an index that needs no rules of its own', () => {
    expect(new Set(made.sheets[0]?.grades.map(({ index }) => index))).toEqual(new Set(['lix']));
  });
});

it('the written list is that of the folders there are', () => {
  const text = join(PROJECT, 'shared/text');
  expect(readFileSync(join(text, 'sheet-texts.ts'), 'utf8')).toBe(listOf(foldersWithSheets(text)));
});

function contentsOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}
