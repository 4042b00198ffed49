import { parentPort, workerData } from 'node:worker_threads';
import { drawHandout } from './draw.ts';
import { drawReport } from './draw-report.ts';
import { loadFonts } from './fonts.ts';
import { stampCopy } from './stamp-copy.ts';
import type { RenderReply, RenderRequest, ReportRequest, StampRequest, WorkerStart } from './worker-messages.ts';

// Entry of the worker thread that draws sheets, so that a long sheet never holds up the desk. Built as its own file.
if (parentPort === null) throw new Error('pdf/worker.ts runs only as a worker thread.');
const port = parentPort;
const fonts = loadFonts((workerData as WorkerStart).fontsDir);

port.on('message', (request: RenderRequest | StampRequest | ReportRequest) => {
  void answer(request);
});

async function answer(request: RenderRequest | StampRequest | ReportRequest): Promise<void> {
  const { id } = request;
  try {
    if ('kept' in request) {
      port.postMessage({ id, stamped: stampCopy(request.kept, request.line, fonts) } satisfies RenderReply);
      return;
    }
    if ('report' in request) {
      const drawn = await drawReport(request.report, fonts);
      port.postMessage({ id, drawn } satisfies RenderReply, [drawn.buffer as ArrayBuffer]);
      return;
    }
    const { document, options } = request;
    const rendered = await drawHandout(document, options, fonts);
    // The bytes are moved, not copied; pdfkit's own buffers are not touched again.
    port.postMessage({ id, rendered } satisfies RenderReply, [rendered.pdf.buffer as ArrayBuffer]);
  } catch (error) {
    port.postMessage({ id, trace: traceOf(error) } satisfies RenderReply);
  }
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const calls = (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
  return [error.name, ...calls].join('\n');
}
