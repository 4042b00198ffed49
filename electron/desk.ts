import '../shared/zod-setup.ts';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { DeskStart } from '../shared/contract/desk-messages.ts';
import { createClock } from './clock.ts';
import { createHost } from './host.ts';
import { describeBug } from './ipc/describe-bug.ts';
import { openPort, type RequestMessage } from './ipc/port.ts';
import { createRouter } from './ipc/router.ts';
import { createPdfRenderer, pdfWorkerUrl } from './pdf/render.ts';
import { backUpIfDue } from './use-cases/backup/index.ts';
import { createHandlers } from './use-cases/handlers.ts';

// Entry of the desk process, the only one that ever holds the key or a record: vault -> database -> use-cases -> router.

const startSchema: z.ZodType<DeskStart> = z.object({ folder: z.string().min(1), desk: z.enum(['own', 'demo']) });

/** How often the desk looks whether a backup is due, milliseconds. */
const BACKUP_CHECK_MS = 60_000;

// Nobody else on this computer may read what the desk writes.
process.umask(0o077);

const start = startSchema.parse(JSON.parse(process.argv[2] ?? 'null'));
const startAt = process.argv.includes('--allow-fixed-clock') ? (process.env['LASEGUE_FIXED_NOW'] ?? null) : null;
const host = createHost({ folder: start.folder, isDemo: start.desk === 'demo', clock: createClock(startAt) });
const renderer = createPdfRenderer({ fontsDir: findFonts(import.meta.url), workerUrl: pdfWorkerUrl(import.meta.url) });
const route = createRouter(host, createHandlers(renderer), report);
const port = openPort();
let warm = false;

port.onRequest((request) => void answer(request));
port.onGone(() => leave(0));
setInterval(() => void host.alone(() => backUpIfDue(host, false)), BACKUP_CHECK_MS);
process.on('uncaughtException', (error) => {
  report(`uncaught ${describeBug(error)}`);
  leave(1);
});

async function answer({ id, channel, input }: RequestMessage): Promise<void> {
  port.answer(id, await route(channel, input));
  if (warm || host.current() === null) return;
  // The first sheet takes eight times as long as the others; it is drawn while the clinician looks for the patient.
  warm = true;
  renderer.warmUp().catch((error: unknown) => report(`warm-up ${describeBug(error)}`));
}

/** Closes the records in good order and ends the process, and with it the key. */
function leave(code: number): void {
  try {
    host.end();
  } finally {
    process.exit(code);
  }
}

function report(line: string): void {
  host.report(line);
  process.stderr.write(`desk: ${line}\n`);
}

/** `resources/fonts`, from the built desk or from its source. */
function findFonts(deskUrl: string): string {
  return fileURLToPath(new URL(deskUrl.endsWith('.ts') ? '../resources/fonts' : '../../resources/fonts', deskUrl));
}
