import type { DeskChannel } from './contract.ts';
import type { Result } from './result.ts';

// What the shell and the desk process say to each other, over `process.parentPort` (a utility process) or `process.send` (a plain Node).
// One number per request pairs the answer with it; the shell reads neither `input` nor `result`.

/** Which desk folder is open: the clinic's own records, or the synthetic people of the demo. */
export type DeskKind = 'own' | 'demo';

/** How a desk process is started: `process.argv[2]` holds this as JSON. The folder may not exist yet. */
export type DeskStart = { folder: string; desk: DeskKind };

/** Shell to desk. Messages sent before the desk listens wait in the pipe. */
export type DeskRequest = { id: number; channel: DeskChannel; input: unknown };

/** Desk to shell. */
export type DeskReply = { id: number; result: Result<unknown> };
