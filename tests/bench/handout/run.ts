import { execFileSync, fork, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { LIBRARY_PARTS } from '../../../electron/pdf/library-parts/parts.ts';
import { buildHandout } from '../../../shared/handouts/build.ts';
import { PATIENT } from '../../handouts/fixtures.ts';
import { TYPICAL_VISITS } from '../../handouts/typical-visits.ts';
import type { Round } from './child.ts';
import { peerSheetOf } from './pieces.ts';

// How long a home plan takes from its document to its bytes, beside @react-pdf/renderer and Chromium's own printing, interleaved in one run.
// Ratios are the result; milliseconds are of this machine. Writes out/bench/bench.json and bench.md; ends with 1 when a target is missed.

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const OUT = join(PROJECT, 'out/bench');
const BUILT = join(OUT, 'engines');
const PEERS = join(OUT, 'peers');
/** Of the peer; React is the product's own version. It is installed here on demand, into a folder that is no part of the product. */
const REACT_PDF = '@react-pdf/renderer@4.9.0';
const REACT = 'react@19.3.1';

const DOCUMENTS = 40;
const ROUNDS = 5;
const PER_ROUND = 20;
const WARM_UP = 10;
const COLD_ROUNDS = 9;
/** Against @react-pdf/renderer; the last one is a wish. */
const TARGETS = { warm: 0.4, cold: 0.55, stretch: 0.2 };

type Engine = 'ours' | 'react-pdf' | 'chromium';
type Times = Map<Engine, number[]>;
const timesOf = (engines: readonly Engine[]): Times => new Map(engines.map((engine) => [engine, []]));
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Why this engine cannot be run here, or null. */
function missing(engine: Engine, chromium: string | undefined): string | null {
  if (engine === 'chromium') return chromium === undefined ? 'no Chromium was found; name one in CHROMIUM' : null;
  return engine === 'react-pdf' ? installPeer() : null;
}

function installPeer(): string | null {
  if (existsSync(join(PEERS, 'node_modules/@react-pdf/renderer/package.json'))) return null;
  mkdirSync(PEERS, { recursive: true });
  writeFileSync(join(PEERS, 'package.json'), '{ "private": true, "type": "module" }\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const arguments_ = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', REACT_PDF, REACT];
  const { status } = spawnSync(npm, arguments_, { cwd: PEERS, stdio: 'ignore', shell: process.platform === 'win32' });
  return status === 0 ? null : `${REACT_PDF} could not be installed (no network?)`;
}

function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  return [named, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
}

/**
 * Our engine as the build ships it, one file with its libraries; the others beside their packages, as they are installed
 * (@react-pdf/renderer asks for its fonts by name while it runs, and cannot be made one file).
 */
async function buildEngines(engines: readonly Engine[]): Promise<void> {
  for (const engine of engines) {
    await build({
      configFile: false,
      logLevel: 'error',
      root: PROJECT,
      ...(engine === 'ours' ? { ssr: { noExternal: true }, resolve: { alias: { ...LIBRARY_PARTS } } } : {}),
      build: {
        ssr: join(PROJECT, `tests/bench/handout/${engine}.ts`),
        outDir: BUILT,
        emptyOutDir: false,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: `${engine}.mjs`, chunkFileNames: `${engine}-[name].mjs` } },
      },
    });
  }
}

function writeInputs(): void {
  const [given] = Object.values(TYPICAL_VISITS);
  if (given === undefined) throw new Error('no typical visit');
  const documents = Array.from({ length: DOCUMENTS }, (_, index) =>
    buildHandout({ ...given, patient: { ...PATIENT, givenNames: `Patient${index}`, familyName: `Example${index * 7}` } }),
  );
  writeFileSync(join(OUT, 'documents.json'), JSON.stringify(documents));
  writeFileSync(join(OUT, 'sheets.json'), JSON.stringify(documents.map(peerSheetOf)));
}

function environment(chromium: string | undefined): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    BENCH_DOCUMENTS: join(OUT, 'documents.json'),
    BENCH_SHEETS: join(OUT, 'sheets.json'),
    BENCH_FONTS: join(PROJECT, 'resources/fonts'),
    BENCH_PEERS: PEERS,
    BENCH_CHROMIUM: chromium ?? '',
  };
}

function answerOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as T));
    child.once('exit', (code) => reject(new Error(`an engine ended (${code})`)));
  });
}

/** One process each, alive for the whole run, taking turns. */
async function warm(engines: readonly Engine[], env: NodeJS.ProcessEnv): Promise<{ times: Times; cpu: Times }> {
  const children = new Map<Engine, ChildProcess>();
  for (const engine of engines) {
    const child = fork(join(BUILT, `${engine}.mjs`), { env });
    await answerOf(child);
    children.set(engine, child);
  }
  const times = timesOf(engines);
  // Chromium draws in processes of its own, whose time is not counted here.
  const cpu = timesOf(engines.filter((engine) => engine !== 'chromium'));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [engine, child] of children) {
      const answer = answerOf<Round>(child);
      child.send({ from: (round + 1) * PER_ROUND, count: round < 0 ? WARM_UP : PER_ROUND });
      const { timesMs, cpuMs } = await answer;
      if (round < 0) continue;
      times.get(engine)?.push(...timesMs);
      cpu.get(engine)?.push(cpuMs);
    }
  }
  for (const child of children.values()) {
    child.removeAllListeners('exit');
    child.send('end');
  }
  return { times, cpu };
}

/** Whole processes from start to end, taking turns, each making one sheet. The first turn fills the system's file cache. */
function cold(engines: readonly Engine[], env: NodeJS.ProcessEnv): Times {
  const times = timesOf(engines);
  for (let round = -1; round < COLD_ROUNDS; round += 1) {
    for (const engine of engines) {
      const before = performance.now();
      execFileSync(process.execPath, [join(BUILT, `${engine}.mjs`), join(OUT, `${engine}.pdf`)], { env, stdio: 'inherit' });
      if (round >= 0) times.get(engine)?.push(performance.now() - before);
    }
  }
  return times;
}

type Entry = {
  operation: string;
  unit: 'ms';
  ours: { p50: number; p95: number; n: number };
  versus: { name: string; p50: number; p95: number; n: number; ratio: number }[];
};

function entryOf(operation: string, times: ReadonlyMap<Engine, readonly number[]>): Entry {
  const figures = (list: readonly number[]): Entry['ours'] => ({ p50: percentile(list, 0.5), p95: percentile(list, 0.95), n: list.length });
  const ours = figures(times.get('ours') ?? []);
  const peers = [...times].filter(([engine]) => engine !== 'ours');
  return {
    operation,
    unit: 'ms',
    ours,
    versus: peers.map(([name, list]) => ({ name, ...figures(list), ratio: ours.p50 / figures(list).p50 })),
  };
}

function tableOf(entries: readonly Entry[], notRun: readonly string[]): string {
  const rows = entries.flatMap(({ operation, ours, versus }) =>
    versus.map(
      ({ name, p50, p95, ratio }) =>
        `| ${operation} | ${ours.p50.toFixed(1)} / ${ours.p95.toFixed(1)} | ${name} | ${p50.toFixed(1)} / ${p95.toFixed(1)} | ${ratio.toFixed(2)} |`,
    ),
  );
  return [
    '| Home plan | ours p50 / p95, ms | beside | p50 / p95, ms | ratio of p50 |',
    '|---|---:|---|---:|---:|',
    ...rows,
    ...notRun.map((line) => `\nNot run: ${line}.`),
    '\nOurs and Chromium’s files are tagged; @react-pdf/renderer writes no tags. Each engine lays the same words, lists, pictures and table out in its own way.',
    '',
  ].join('\n');
}

rmSync(BUILT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const chromiumPath = findChromium();
const notRun: string[] = [];
const engines = (['ours', 'react-pdf', 'chromium'] as const).filter((engine) => {
  const reason = missing(engine, chromiumPath);
  if (reason !== null) notRun.push(`${engine}: ${reason}`);
  return reason === null;
});
await buildEngines(engines);
writeInputs();
const env = environment(chromiumPath);
const warmed = await warm(engines, env);
const entries = [
  entryOf('warm, one after another', warmed.times),
  entryOf('cold, the whole process', cold(engines, env)),
  entryOf('warm, processor time of one', warmed.cpu),
];
writeFileSync(join(OUT, 'bench.json'), `${JSON.stringify(entries, null, 2)}\n`);
writeFileSync(join(OUT, 'bench.md'), tableOf(entries, notRun));
say(readFileSync(join(OUT, 'bench.md'), 'utf8'));
const [warmRatio, coldRatio] = entries.map(({ versus }) => versus.find(({ name }) => name === 'react-pdf')?.ratio);
const isMissed = (warmRatio ?? 0) > TARGETS.warm || (coldRatio ?? 0) > TARGETS.cold;
say(
  `Targets against react-pdf: warm at most ${TARGETS.warm} (wished: ${TARGETS.stretch}), cold at most ${TARGETS.cold}${isMissed ? ': MISSED' : ': kept'}.`,
);
if (isMissed) process.exitCode = 1;
