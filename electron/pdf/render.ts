import { Worker } from 'node:worker_threads';
import type { PaperDocument } from '../../shared/handouts/document-model.ts';
import type { ReportTable } from './draw-report.ts';
import type { RenderedHandout, RenderOptions } from './draw.ts';
import type { RenderReply, RenderRequest, ReportRequest, StampRequest, WorkerStart } from './worker-messages.ts';

export type { RenderedHandout, RenderOptions } from './draw.ts';

/** Draws sheets in a worker thread of the desk. */
export type PdfRenderer = {
  /**
   * The PDF of a sheet, with what only drawing can find out. A home-care sheet with a hard problem has no bytes; an emergency
   * or safety sheet always has. Rejects only on a bug, or when the renderer is closed meanwhile.
   */
  render: (document: PaperDocument, options: RenderOptions) => Promise<RenderedHandout>;
  /** As `render`, for somebody who looks at it: rejects with `PreviewCancelled` when they stop waiting. */
  preview: (document: PaperDocument, options: RenderOptions) => Promise<RenderedHandout>;
  /** Ends every preview that is being drawn or waits; what is drawn to be kept goes on. */
  cancelPreviews: () => void;
  /** A kept sheet with a line in the top margin of each page, its own bytes unchanged in front. */
  stampCopy: (kept: Uint8Array, line: string) => Promise<Uint8Array>;
  /** A table on paper, as bytes. */
  renderReport: (report: ReportTable) => Promise<Uint8Array>;
  /** Starts the worker and draws one sheet of no patient, so that the first real one is quick. Call it when the desk is idle. */
  warmUp: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Where the worker lies for a desk entry: `pdf-worker.js` beside the built `desk.js`, or the source when the desk itself runs
 * from its source. Pass the desk's `import.meta.url`.
 */
export function pdfWorkerUrl(deskUrl: string): URL {
  return deskUrl.endsWith('.ts') ? new URL('./pdf/worker.ts', deskUrl) : new URL('./pdf-worker.js', deskUrl);
}

type Answer = Exclude<RenderReply, { trace: string }>;
type Work = Omit<RenderRequest, 'id'> | Omit<StampRequest, 'id'> | Omit<ReportRequest, 'id'>;
type Job = { work: Work; isPreview: boolean; resolve: (answer: Answer) => void; reject: (error: Error) => void };

/** Why a preview that nobody waits for any more has no answer. */
export class PreviewCancelled extends Error {}

/** `fontsDir` is `resources/fonts`. The worker starts with the first sheet, and again after it ended. */
export function createPdfRenderer({ fontsDir, workerUrl }: { fontsDir: string; workerUrl: URL }): PdfRenderer {
  /** Only one piece of work is with the worker; the others wait here, where they can still be called back. */
  const waiting: Job[] = [];
  let running: { id: number; job: Job } | null = null;
  let worker: Worker | null = null;
  let lastId = 0;
  let closed = false;

  const failAll = (error: Error): void => {
    running?.job.reject(error);
    running = null;
    for (const job of waiting.splice(0)) job.reject(error);
  };
  const sendNext = (): void => {
    if (running !== null) return;
    const job = waiting.shift();
    if (job === undefined) return;
    lastId += 1;
    running = { id: lastId, job };
    worker ??= start();
    worker.postMessage({ id: lastId, ...job.work });
  };
  const start = (): Worker => {
    const started = new Worker(workerUrl, { workerData: { fontsDir } satisfies WorkerStart });
    started.on('message', (reply: RenderReply) => {
      if (running?.id !== reply.id) return;
      const { job } = running;
      running = null;
      if ('trace' in reply) job.reject(new Error(`The sheet could not be drawn: ${reply.trace}`));
      else job.resolve(reply);
      sendNext();
    });
    const isCurrent = (): boolean => worker === started;
    started.on('error', (error) => isCurrent() && failAll(error));
    started.on('exit', (code) => {
      if (!isCurrent()) return;
      worker = null;
      failAll(new Error(`The PDF worker ended (${code}).`));
    });
    return started;
  };

  const ask = async (work: Work, isPreview = false): Promise<Answer> => {
    if (closed) throw new Error('The PDF renderer is closed.');
    return new Promise<Answer>((resolve, reject) => {
      waiting.push({ work, isPreview, resolve, reject });
      sendNext();
    });
  };
  const draw = async (document: PaperDocument, options: RenderOptions, isPreview: boolean): Promise<RenderedHandout> => {
    const answer = await ask({ document, options }, isPreview);
    if (!('rendered' in answer)) throw new Error('The PDF worker answered something else.');
    return answer.rendered;
  };

  return {
    render: async (document, options) => draw(document, options, false),
    preview: async (document, options) => draw(document, options, true),
    cancelPreviews: () => {
      const cancelled = waiting.filter((job) => job.isPreview);
      waiting.splice(0, waiting.length, ...waiting.filter((job) => !job.isPreview));
      if (running?.job.isPreview === true) {
        // Drawing cannot be interrupted from within: the thread ends, and the next piece of work starts another.
        cancelled.unshift(running.job);
        running = null;
        const stopped = worker;
        worker = null;
        void stopped?.terminate();
      }
      for (const job of cancelled) job.reject(new PreviewCancelled());
      sendNext();
    },
    stampCopy: async (kept, line) => {
      const answer = await ask({ kept, line });
      if (!('stamped' in answer)) throw new Error('The PDF worker answered something else.');
      return answer.stamped;
    },
    renderReport: async (report) => {
      const answer = await ask({ report });
      if (!('drawn' in answer)) throw new Error('The PDF worker answered something else.');
      return answer.drawn;
    },
    warmUp: async () => {
      await draw(WARM_UP_DOCUMENT, { paper: 'A4', largePrint: false }, false);
    },
    close: async () => {
      closed = true;
      await worker?.terminate();
    },
  };
}

/** A sheet of no patient, with text in both weights. */
const WARM_UP_DOCUMENT: PaperDocument = {
  sheet: 'safety',
  language: 'en',
  documentTitle: '',
  author: '',
  paper: 'A4',
  largePrint: false,
  madeOn: '2000-01-01',
  patient: { name: 'A', latinName: '', born: '', ownNumber: '', preferredLanguage: '', languageReason: '' },
  header: { clinic: '', page: '', person: '', date: '', logo: null },
  nameByHand: { name: '', ownNumber: '' },
  modules: [],
  blocks: [
    { type: 'title', sentence: { id: 'warm-up', text: 'The quick brown fox jumps over the lazy dog 0123456789' }, inverted: false },
    { type: 'patient-line', sentences: [{ id: 'warm-up', text: 'Ćwikła, Γ, Ж, ễ. The quick brown fox jumps over the lazy dog.' }] },
  ],
};
