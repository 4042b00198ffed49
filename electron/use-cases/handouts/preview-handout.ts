import type { Output } from '../../../shared/contract/contract.ts';
import { ok } from '../../../shared/contract/result.ts';
import type { Handler } from '../context.ts';
import { prepareSheet, type PreparedSheet, type SheetRenderer } from './prepare-sheet.ts';

/**
 * The sheet of an open visit as last saved, or of a signed one. A hard problem leaves the bytes empty and says why. Errors:
 * `not-found`, `forbidden`.
 */
export function createPreviewHandout(renderer: SheetRenderer): Handler<'handouts.preview'> {
  return async (desk, { visitId, options }) => {
    const prepared = await prepareSheet(desk, renderer, visitId, options);
    return prepared.ok ? ok(toPreview(prepared.value)) : prepared;
  };
}

function toPreview({ document, pdf, sha256, pageCount, problems, patientName }: PreparedSheet): Output<'handouts.preview'> {
  return { sheet: document.sheet, pdf, sha256, pageCount, problems, patientName };
}
