import type { Output } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { PreviewCancelled } from '../../pdf/render.ts';
import type { Handler } from '../context.ts';
import { prepareSheet, type PreparedSheet, type PreviewRenderer, type SheetRenderer } from './prepare-sheet.ts';

/**
 * The sheet of an open visit as last saved, or of a signed one. A hard problem leaves the bytes empty and says why. Errors:
 * `not-found`, `forbidden`, `cancelled`.
 */
export function createPreviewHandout(renderer: PreviewRenderer): Handler<'handouts.preview'> {
  return async (desk, { visitId, options }) =>
    unlessCancelled(async () => {
      const prepared = await prepareSheet(desk, forPreview(renderer), visitId, options);
      return prepared.ok ? ok(toPreview(prepared.value)) : prepared;
    });
}

/** Calls off every preview that is being made: nobody waits for it any more. */
export function createCancelPreviews(renderer: PreviewRenderer): Handler<'handouts.cancelPreviews'> {
  return () => {
    renderer.cancelPreviews();
    return ok({});
  };
}

/** The same renderer, drawing what can be called off. */
export function forPreview(renderer: PreviewRenderer): SheetRenderer {
  return {
    render: async (document, options) => renderer.preview(document, options),
    stampCopy: async (kept, line) => renderer.stampCopy(kept, line),
  };
}

/** Error: `cancelled`, where the preview was called off. */
export async function unlessCancelled<T>(make: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof PreviewCancelled) return fail('cancelled');
    throw error;
  }
}

function toPreview({ document, pdf, sha256, pageCount, problems, patientName }: PreparedSheet): Output<'handouts.preview'> {
  return { sheet: document.sheet, pdf, sha256, pageCount, problems, patientName };
}
