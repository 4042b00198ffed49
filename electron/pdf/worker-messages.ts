import type { PaperDocument } from '../../shared/handouts/document-model.ts';
import type { ReportTable } from './draw-report.ts';
import type { RenderedHandout, RenderOptions } from './draw.ts';

/** What the worker is started with. It never sees a key or the database. */
export type WorkerStart = { fontsDir: string };
export type RenderRequest = { id: number; document: PaperDocument; options: RenderOptions };
export type ReportRequest = { id: number; report: ReportTable };
export type StampRequest = { id: number; kept: Uint8Array; line: string };
/** `trace` is the error's name and call sites, without its message, which could hold a patient's words. */
export type RenderReply =
  | { id: number; rendered: RenderedHandout }
  | { id: number; stamped: Uint8Array }
  | { id: number; drawn: Uint8Array }
  | { id: number; trace: string };
