import { DEMO_CLINIC, DEMO_PASSPHRASE, DEMO_USER_NAME } from '../../../shared/demo.ts';
import type { Session } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { insertHandout } from '../../db/repositories/handout.ts';
import { countPatients } from '../../db/repositories/patient.ts';
import type { DeskContext, DeskHost, HostHandlers } from '../context.ts';
import { createDesk } from '../desk/create.ts';
import { sessionOf } from '../desk/session.ts';
import { openDesk } from '../desk/unlock.ts';
import { prepareSheet, toKeptHandout, type SheetRenderer } from '../handouts/prepare-sheet.ts';
import { fillDemoDesk } from './fill-demo-desk.ts';
import { generateDemoDesk, type DemoDesk } from './generate-demo-desk.ts';

/** The same invented clinic every time; only its dates follow the desk's clock. */
const DEMO_SEED = 'northfield';

/**
 * Makes the demo desk with its invented patients, or opens the one that is there. One that was cut off before its patients were
 * written gets them now. Errors:
 * `forbidden` (this is the clinic's own folder), and those of creating and of unlocking a desk.
 */
export function createDemoHandlers(renderer: SheetRenderer): HostHandlers<'desk.createDemo'> {
  return {
    'desk.createDemo': async (host) => {
      if (!host.isDemo) return fail('forbidden');
      const opened = await openOrCreate(host);
      if (!opened.ok) return opened;
      const desk = opened.value;
      if (countPatients(desk.read) === 0) {
        const { clock } = host;
        const demo = generateDemoDesk({
          seed: DEMO_SEED,
          now: clock.nowInstant(),
          timeZone: clock.timeZone,
          examiner: DEMO_USER_NAME,
        });
        fillDemoDesk(desk, demo);
        await keepDemoSheets(desk, renderer, demo);
        desk.checkpoint();
      }
      return ok<Session>(sessionOf(desk));
    },
  };
}

async function openOrCreate(host: DeskHost): Promise<Result<DeskContext>> {
  const current = host.current();
  if (current !== null) return ok(current);
  const { state, users } = host.vault.status();
  const [user] = users;
  if (state === 'missing' || user === undefined) {
    return createDesk(host, { displayName: DEMO_USER_NAME, passphrase: DEMO_PASSPHRASE, clinic: DEMO_CLINIC });
  }
  return openDesk(host, user.userId, DEMO_PASSPHRASE);
}

/** Keeps the sheets some demo patients were given, as they would have been made on the day of the visit. */
async function keepDemoSheets(desk: DeskContext, renderer: SheetRenderer, demo: DemoDesk): Promise<void> {
  for (const { patient, visits } of demo.patients) {
    for (const { visitId, record, keptSheet } of visits) {
      if (keptSheet === null) continue;
      const onTheDay: DeskContext = {
        ...desk,
        clock: { ...desk.clock, nowInstant: () => keptSheet.keptAt, today: () => record.visitOn },
      };
      const options = { kind: 'plan' as const, paper: DEMO_CLINIC.paper, largePrint: patient.largePrint };
      const prepared = await prepareSheet(onTheDay, renderer, visitId, options);
      if (!prepared.ok) throw new Error(`a demo sheet could not be made: ${prepared.error.code}`);
      const { pdf, problems } = prepared.value;
      if (pdf.length === 0) throw new Error(`a demo sheet was refused: ${problems.map(({ code }) => code).join(', ')}`);
      const kept = toKeptHandout(prepared.value, { ...keptSheet, keptBy: desk.user.displayName });
      desk.write((db) => insertHandout(db, kept, desk.user.userId));
    }
  }
}
