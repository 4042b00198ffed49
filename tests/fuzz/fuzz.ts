import { deskChannels, type DeskChannel } from '../../shared/contract/contract.ts';
import { ERROR_CODES, FIELD_CODES } from '../../shared/contract/errors.ts';
import type { Result } from '../../shared/contract/result.ts';
import { mayCall } from '../../shared/contract/roles.ts';
import type { Role } from '../../shared/schemas/user.ts';
import type { DemoRandom } from '../../electron/use-cases/demo/generate-random.ts';
import { malformed } from './payloads.ts';
import { forged, NOT_CHANNELS, samplesOf, type Ask, type Ids } from './samples.ts';

export type FuzzReport = {
  payloads: number;
  malformed: number;
  forged: number;
  /** Valid payloads for channels that are another role's. */
  otherRole: number;
  /** Payloads of each channel: at least one of every channel there is. */
  channels: number;
  /** Answers by their code. */
  codes: Record<string, number>;
  /** What must not be: another answer than a listed error, and every change of the store. One line each, without the payload's values. */
  wrong: string[];
};

const CHANNELS = Object.keys(deskChannels) as [DeskChannel, ...DeskChannel[]];
/** Each so many payloads the store is compared with what it was. */
const LOOK_EVERY = 1000;
const FORGED_SHARE = 0.2;
const OTHER_ROLE_SHARE = 0.3;
const WRONG_MAX = 20;

/**
 * Sends `count` payloads that must be refused over every channel of a desk that is open for somebody of this role, and looks at each answer,
 * and at the store. `random` decides all of it, so a seed repeats a run.
 */
export async function fuzz(ask: Ask, ids: Ids, count: number, random: DemoRandom, role: Role): Promise<FuzzReport> {
  const report: FuzzReport = { payloads: 0, malformed: 0, forged: 0, otherRole: 0, channels: 0, codes: {}, wrong: [] };
  const samples: { readonly [C in DeskChannel]?: unknown } = samplesOf(ids);
  const seen = new Set<DeskChannel>();
  const before = await storeOf(ask);
  const look = async (): Promise<void> => {
    const now = await storeOf(ask);
    if (now !== before) report.wrong.push(`the store changed within ${LOOK_EVERY} payloads: ${before} became ${now}`);
  };
  const judge = (what: string, answered: Result<unknown>): void => {
    report.payloads += 1;
    const code = answered.ok ? 'ok' : answered.error.code;
    report.codes[code] = (report.codes[code] ?? 0) + 1;
    const fields = answered.ok ? [] : Object.values(answered.error.fields ?? {});
    const isListed =
      !answered.ok && code !== 'bug' && ERROR_CODES.some((each) => each === code) && fields.every((field) => FIELD_CODES.includes(field));
    if (!isListed) report.wrong.push(`${what} was answered with ${code}`);
  };

  for (const channel of NOT_CHANNELS) judge('a name that is no channel', await ask(channel, {}));
  const reaching = forged(ids);
  const ofOthers = CHANNELS.filter((channel) => !mayCall(role, channel));
  while (report.payloads < count && report.wrong.length < WRONG_MAX) {
    if (ofOthers.length > 0 && random.fraction() < OTHER_ROLE_SHARE) {
      const channel = ofOthers[report.otherRole % ofOthers.length] ?? random.pick(CHANNELS);
      const answered = await ask(channel, samples[channel] ?? {});
      judge(`${channel}, of another role`, answered);
      if (answered.ok || answered.error.code !== 'forbidden') report.wrong.push(`${channel} was not refused to the role ${role}`);
      report.otherRole += 1;
    } else if (random.fraction() < FORGED_SHARE) {
      const [channel, input] = reaching[report.forged % reaching.length] ?? ['desk.status', null];
      judge(`${channel}, forged no. ${report.forged % reaching.length}`, await ask(channel, input));
      report.forged += 1;
    } else {
      const channel = CHANNELS[report.malformed % CHANNELS.length] ?? random.pick(CHANNELS);
      judge(`${channel}, malformed`, await ask(channel, malformed(channel, samples[channel] ?? null, random)));
      seen.add(channel);
      report.malformed += 1;
    }
    if (report.payloads % LOOK_EVERY === 0) await look();
  }
  await look();
  report.channels = seen.size;
  return report;
}

/** Head of the log, rows of the tables, and the draft, as one line. */
async function storeOf(ask: Ask): Promise<string> {
  const log = await ask('desk.verifyLog', {});
  const diagnostics = await ask('desk.diagnostics', {});
  const rows = diagnostics.ok ? (diagnostics.value as { lines: string[] }).lines.filter((line) => line.startsWith('rows:')) : [];
  return JSON.stringify([log, rows]);
}
