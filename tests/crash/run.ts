import { parseArgs } from 'node:util';
import { runKillRounds, type KillReport, type RoundKind } from './kill-rounds.ts';
import { canMount } from './small-disk.ts';

// `npm run crash -- --kills 500 --unsynced 200 --full-disk 50`: a process that writes records and drafts is killed so many times at a
// random moment; in the second kind, what it had not flushed is dropped too, as when the power fails; in the third the disk runs full and
// writes are refused before the kill. Each time the desk is opened again and compared with what had been acknowledged. Ends with 1 when
// anything was lost, duplicated or damaged.

/** Part of the kills that must meet an open transaction. */
const INSIDE_AT_LEAST = 0.3;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    unsynced: { type: 'string', default: '40' },
    'full-disk': { type: 'string', default: '10' },
  },
});

function isClean(report: KillReport): boolean {
  return report.lost + report.duplicated + report.damaged === 0 && report.chainsIntact === report.rounds;
}

function describe(name: string, report: KillReport): string {
  const { rounds, insideTransaction, acknowledged, refused, lost, duplicated, damaged, chainsIntact } = report;
  const share = rounds === 0 ? 0 : Math.round((100 * insideTransaction) / rounds);
  return `${name}: ${rounds} rounds, ${insideTransaction} (${share} %) inside an open transaction, ${acknowledged} writes acknowledged, ${refused} refused: lost ${lost}, duplicated ${duplicated}, damaged ${damaged}, chain intact ${chainsIntact}/${rounds}\n`;
}

async function run(name: string, rounds: string, kind: RoundKind, insideAtLeast: number): Promise<void> {
  const report = await runKillRounds(Number(rounds), kind, Math.random);
  process.stdout.write(describe(name, report));
  if (!isClean(report) || report.insideTransaction < report.rounds * insideAtLeast) process.exitCode = 1;
}

await run('killed', values.kills, 'kill', INSIDE_AT_LEAST);
await run('killed, unflushed writes dropped', values.unsynced, 'unsynced', INSIDE_AT_LEAST);
const disk = canMount() ? 'a small disk of its own, ENOSPC' : 'a limit on the size of files, EFBIG';
await run(`killed on a full disk (${disk})`, values['full-disk'], 'full-disk', 0);
