import { Worker } from 'node:worker_threads';
import type { PaperDocument } from '../../shared/handouts/document-model.ts';
import type { RenderedHandout, RenderOptions } from './draw.ts';
import type { RenderReply, RenderRequest, StampRequest, WorkerStart } from './worker-messages.ts';

export type { RenderedHandout, RenderOptions } from './draw.ts';

/** Draws sheets in a worker thread of the desk. */
export type PdfRenderer = {
  /**
   * The PDF of a sheet, with what only drawing can find out. A home-care sheet with a hard problem has no bytes; an emergency
   * or safety sheet always has. Rejects only on a bug, or when the renderer is closed meanwhile.
   */
  render: (document: PaperDocument, options: RenderOptions) => Promise<RenderedHandout>;
  /** A kept sheet with a line in the top margin of each page, its own bytes unchanged in front. */
  stampCopy: (kept: Uint8Array, line: string) => Promise<Uint8Array>;
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

/** `fontsDir` is `resources/fonts`. The worker starts with the first sheet, and again after it ended unexpectedly. */
export function createPdfRenderer({ fontsDir, workerUrl }: { fontsDir: string; workerUrl: URL }): PdfRenderer {
  type Answer = Exclude<RenderReply, { trace: string }>;
  type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void };
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;
  let closed = false;

  const failAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(workerUrl, { workerData: { fontsDir } satisfies WorkerStart });
    started.on('message', (reply: RenderReply) => {
      const request = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('trace' in reply) request?.reject(new Error(`The sheet could not be drawn: ${reply.trace}`));
      else request?.resolve(reply);
    });
    started.on('error', failAll);
    started.on('exit', (code) => {
      if (worker === started) worker = null;
      failAll(new Error(`The PDF worker ended (${code}).`));
    });
    return started;
  };

  const ask = async (work: Omit<RenderRequest, 'id'> | Omit<StampRequest, 'id'>): Promise<Answer> => {
    if (closed) throw new Error('The PDF renderer is closed.');
    worker ??= start();
    lastId += 1;
    const id = lastId;
    const answer = new Promise<Answer>((resolve, reject) => waiting.set(id, { resolve, reject }));
    worker.postMessage({ id, ...work });
    return answer;
  };
  const render: PdfRenderer['render'] = async (document, options) => {
    const answer = await ask({ document, options });
    if (!('rendered' in answer)) throw new Error('The PDF worker answered something else.');
    return answer.rendered;
  };

  return {
    render,
    stampCopy: async (kept, line) => {
      const answer = await ask({ kept, line });
      if (!('stamped' in answer)) throw new Error('The PDF worker answered something else.');
      return answer.stamped;
    },
    warmUp: async () => {
      await render(WARM_UP_DOCUMENT, { paper: 'A4', largePrint: false });
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
