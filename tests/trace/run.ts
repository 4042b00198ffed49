import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutate } from './mutate.ts';
import { type Place, SPEC_IDS } from './spec-ids.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const complain = (line: string): boolean => process.stderr.write(`${line}\n`);

// `npm run trace`: where each id of the clinical specification is carried and tested; fails when one is not. With `--mutate` each rule is
// disabled in turn and the tests must notice; `--only=<words>` limits that to the rules whose name contains the words.

const project = join(import.meta.dirname, '../..');
const sources = new Map<string, string>();

function sourceOf(file: string): string {
  const known = sources.get(file);
  if (known !== undefined) return known;
  let source = '';
  try {
    source = readFileSync(join(project, file), 'utf8');
  } catch {
    // A file that is not there holds no words; the id is then reported as missing.
  }
  sources.set(file, source);
  return source;
}

/** `file:line` of the words, or null when they do not stand there. */
function find([file, words]: Place): string | null {
  const source = sourceOf(file);
  const at = source.indexOf(words);
  return at === -1 ? null : `${file}:${source.slice(0, at).split('\n').length}`;
}

function trace(): number {
  const missing: string[] = [];
  for (const { id, carriedBy, test } of SPEC_IDS) {
    const [rule, proof] = [find(carriedBy), find(test)];
    say(`${id} -> ${rule ?? 'MISSING'} -> ${proof ?? 'MISSING'}`);
    if (rule === null) missing.push(`${id}: no "${carriedBy[1]}" in ${carriedBy[0]}`);
    if (proof === null) missing.push(`${id}: no test with "${test[1]}" in ${test[0]}`);
  }
  const ids = new Set(SPEC_IDS.map(({ id }) => id));
  if (ids.size !== SPEC_IDS.length) missing.push('an id stands twice in tests/trace/spec-ids.ts');
  const gaps = new Set(missing.map((line) => line.slice(0, line.indexOf(':'))));
  say(`\n${ids.size - gaps.size} of ${ids.size} ids carried and tested.`);
  for (const line of missing) complain(line);
  return missing.length;
}

const wrong = trace();
if (wrong > 0) process.exitCode = 1;
else if (process.argv.includes('--mutate')) {
  const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
  process.exitCode = (await mutate(project, only)) ? 0 : 1;
}
