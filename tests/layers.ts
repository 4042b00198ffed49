import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// Proves that the layer rules of .oxlintrc.json hold anything back: each is broken on purpose in a throw-away folder and must be
// reported there, and what is allowed must not be. A rule whose pattern no longer matches would otherwise pass in silence.

const project = join(import.meta.dirname, '..');

/** A file that breaks a rule: where it would lie, and what it would import. */
const FORBIDDEN: readonly [file: string, imported: string][] = [
  ['shared/clinical/x.ts', 'node:fs'],
  ['shared/clinical/x.ts', 'react'],
  ['shared/clinical/x.ts', 'electron'],
  ['shared/clinical/x.ts', '../../electron/db/open.ts'],
  ['shared/clinical/x.ts', '../../renderer/text.ts'],
  ['shared/clinical/x.ts', 'syllable'],
  ['shared/handouts/lint.ts', 'syllable'],
  ['shared/handouts/reading-grade.ts', 'syllable/cli.js'],
  ['shared/handouts/reading-grade.ts', 'pluralize'],
  ['shared/handouts/reading-grade.ts', 'node:fs'],
  ['shared/handouts/reading-ease.ts', '../../electron/db/open.ts'],
  ['renderer/app/x.ts', 'electron'],
  ['renderer/app/x.ts', 'node:fs'],
  ['renderer/app/x.ts', '../../electron/desk.ts'],
  ['renderer/features/today/x.ts', '../visit/visit-screen.tsx'],
  ['renderer/features/visit/plan/x.ts', '../../patients/duplicates.tsx'],
  ['renderer/app/x.ts', '../features/visit/visit-screen.tsx'],
  ['renderer/components/x.ts', '../features/visit/index.ts'],
  ['electron/desk.ts', 'electron'],
  ['electron/use-cases/visits/x.ts', 'electron'],
  ['electron/use-cases/visits/x.ts', 'better-sqlite3-multiple-ciphers'],
  ['electron/use-cases/visits/x.ts', '../../../renderer/text.ts'],
  ['electron/ipc/x.ts', 'better-sqlite3-multiple-ciphers'],
  ['electron/db/x.ts', 'electron'],
  ['electron/vault/x.ts', 'electron'],
  ['electron/db/migrations/x.ts', '../tables.ts'],
  ['electron/db/migrations/x.ts', '../../../shared/schemas/visit.ts'],
  ['electron/pdf/x.ts', '../db/open.ts'],
  ['electron/pdf/x.ts', 'better-sqlite3-multiple-ciphers'],
  ['electron/shell/x.ts', '../vault/vault.ts'],
  ['electron/shell/x.ts', '../db/open.ts'],
  ['electron/shell/x.ts', '../../shared/clinical/assess.ts'],
  ['electron/shell/x.ts', '../../shared/schemas/visit.ts'],
  ['electron/main.ts', './vault/vault.ts'],
  ['electron/main.ts', '../shared/clinical/assess.ts'],
  ['electron/preload.ts', './ipc/router.ts'],
  ['electron/db/x.ts', '../../tests/db/database.ts'],
];

const ALLOWED: readonly [file: string, imported: string][] = [
  ['shared/clinical/x.ts', 'zod'],
  ['shared/clinical/x.ts', '../schemas/visit.ts'],
  ['shared/handouts/reading-grade.ts', 'syllable'],
  ['shared/handouts/reading-grade.ts', 'flesch-kincaid'],
  ['shared/handouts/reading-ease.ts', 'silabea'],
  ['shared/handouts/reading-ease.ts', './reading-grade.ts'],
  ['renderer/app/x.ts', '../features/visit/index.ts'],
  ['renderer/features/visit/plan/x.ts', '../state/visit-session.tsx'],
  ['renderer/app/x.ts', '../../shared/clinical/assess.ts'],
  ['electron/main.ts', 'electron'],
  ['electron/main.ts', './shell/window.ts'],
  ['electron/shell/x.ts', 'electron'],
  ['electron/shell/x.ts', '../../shared/contract/contract.ts'],
  ['electron/db/x.ts', 'better-sqlite3-multiple-ciphers'],
  ['electron/vault/x.ts', 'better-sqlite3-multiple-ciphers'],
  ['electron/use-cases/visits/x.ts', '../../db/repositories/visit.ts'],
  ['electron/pdf/x.ts', '../../shared/handouts/document-model.ts'],
];

const folder = mkdtempSync(join(tmpdir(), 'lasegue-layers-'));
try {
  const planted = [...FORBIDDEN, ...ALLOWED];
  planted.forEach(plant);
  const refused = lint();
  const wrong = [
    ...planted.flatMap(([file, imported], index) => {
      const mustBeRefused = index < FORBIDDEN.length;
      if (refused.has(`planted-${index}`) === mustBeRefused) return [];
      return [`${file} ${mustBeRefused ? 'may import what it must not' : 'may not import what it should'}: ${imported}`];
    }),
    ...usersOfTheBridge(),
  ];
  for (const line of wrong) process.stderr.write(`${line}\n`);
  process.stdout.write(`layers: ${FORBIDDEN.length} planted violations, ${ALLOWED.length} allowed imports, ${wrong.length} wrong\n`);
  if (wrong.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Plants one import alone in a folder of its own that has the project's lint configuration. */
function plant([file, imported]: readonly [string, string], index: number): void {
  const root = join(folder, `planted-${index}`);
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import { thing } from '${imported}';\nexport const kept = thing;\n`);
  const config = JSON.parse(readFileSync(join(project, '.oxlintrc.json'), 'utf8')) as { options?: unknown };
  // A planted file has no types to be aware of.
  delete config.options;
  writeFileSync(join(root, '.oxlintrc.json'), JSON.stringify(config));
}

/** The folders in which the linter refused an import. It takes the nearest configuration for each file. */
function lint(): Set<string> {
  const oxlint = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'unix'], { cwd: folder, encoding: 'utf8' });
  const findings = stdout.split('\n').filter((line) => line.includes('no-restricted-imports'));
  return new Set(findings.flatMap((line) => /planted-\d+/.exec(line) ?? []));
}

/** No import leads to `window.lasegue`, so the linter cannot guard it: it is looked for in the text. */
function usersOfTheBridge(): string[] {
  const files = readdirSync(join(project, 'renderer'), { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return files
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('api/'))
    .filter((name) => readFileSync(join(project, 'renderer', name), 'utf8').includes('window.lasegue'))
    .map((name) => `renderer/${name} uses window.lasegue; only renderer/api may`);
}
