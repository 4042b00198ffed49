import { parseArgs } from 'node:util';
import { runKillRounds, type KillReport } from './kill-rounds.ts';

// `npm run crash -- --kills 500 --unsynced 200`: a process that writes records and a draft is killed so many times at a random moment;
// in the second kind, what it had not flushed is dropped too, as when the power fails. Each time the desk is opened again and compared
// with what had been acknowledged. Ends with 1 when anything was lost, duplicated or damaged.

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' }, unsynced: { type: 'string', default: '40' } } });

function isClean(report: KillReport): boolean {
  return report.lost + report.duplicated + report.damaged === 0 && report.chainsIntact === report.rounds;
}

function describe(name: string, report: KillReport): string {
  const { rounds, insideTransaction, acknowledged, lost, duplicated, damaged, chainsIntact } = report;
  return `${name}: ${rounds} rounds, ${insideTransaction} inside an open transaction, ${acknowledged} writes acknowledged: lost ${lost}, duplicated ${duplicated}, damaged ${damaged}, chain intact ${chainsIntact}/${rounds}\n`;
}

const kills = await runKillRounds(Number(values.kills), 'kill', Math.random);
process.stdout.write(describe('killed', kills));
const unsynced = await runKillRounds(Number(values.unsynced), 'unsynced', Math.random);
process.stdout.write(describe('killed, unflushed writes dropped', unsynced));
if (!isClean(kills) || !isClean(unsynced)) process.exitCode = 1;
