import type { Handlers } from '../context.ts';
import { getClinicNotes, saveClinicNotes } from './clinic-notes.ts';
import { createGetHandout } from './get-handout.ts';
import { createKeepHandout } from './keep-handout.ts';
import type { PreviewRenderer } from './prepare-sheet.ts';
import { createCancelPreviews, createPreviewHandout } from './preview-handout.ts';
import { recordGiving } from './record-giving.ts';
import { listSheetLanguages, reviewSheetLanguage } from './sheet-languages.ts';

/** Channels about sheets. `renderer` draws them, in a thread that never sees the key. */
export function createHandoutHandlers(
  renderer: PreviewRenderer,
): Handlers<`handouts.${'preview' | 'cancelPreviews' | 'keep' | 'get' | 'recordGiving' | 'languages' | 'reviewLanguage' | 'clinicNotes' | 'saveClinicNotes'}`> {
  return {
    'handouts.preview': createPreviewHandout(renderer),
    'handouts.cancelPreviews': createCancelPreviews(renderer),
    'handouts.keep': createKeepHandout(renderer),
    'handouts.get': createGetHandout(renderer),
    'handouts.recordGiving': recordGiving,
    'handouts.clinicNotes': getClinicNotes,
    'handouts.saveClinicNotes': saveClinicNotes,
    'handouts.languages': listSheetLanguages,
    'handouts.reviewLanguage': reviewSheetLanguage,
  };
}
