import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { lockProblems, pinProblems } from './lock-rules.ts';

// `npm run sbom`: lists every package of the lock, with its hash, as CycloneDX in out/sbom.cdx.json, and checks the rules of the lock.
// Needs no network.

const project = join(import.meta.dirname, '../..');
const target = join(project, 'out', 'sbom.cdx.json');
const bomSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.object({ name: z.string(), version: z.string(), hashes: z.array(z.unknown()).optional() })),
});

const npm = process.env['npm_execpath'];
const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
const listed = spawnSync(command, [...first, 'sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'], {
  cwd: project,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (listed.status !== 0) throw new Error(`npm sbom failed: ${listed.stderr}`);
const bom = bomSchema.parse(JSON.parse(listed.stdout));
mkdirSync(join(project, 'out'), { recursive: true });
writeFileSync(target, listed.stdout);

const readJson = (name: string): never => JSON.parse(readFileSync(join(project, name), 'utf8')) as never;
const problems = [
  ...lockProblems(readJson('package-lock.json'), readJson('package.json')),
  ...pinProblems(readJson('package.json')),
  ...bom.components.filter(({ hashes = [] }) => hashes.length === 0).map(({ name }) => `${name} has no hash in the list`),
];
process.stdout.write(`${bom.components.length} packages listed in ${relative(process.cwd(), target)}, ${problems.length} problems.\n`);
for (const line of problems) process.stderr.write(`${line}\n`);
if (problems.length > 0) process.exitCode = 1;
