import { createHash } from 'node:crypto';
import { fail, ok } from '../../../shared/contract/result.ts';
import { buildBlankSheet, buildRecoveryKey } from '../../../shared/handouts/clinician/build-paper.ts';
import { fill } from '../../../shared/handouts/build-context.ts';
import { printDate } from '../../../shared/handouts/handout-text.ts';
import { readRecoveryKey } from '../../../shared/recovery-key.ts';
import type { PaperPreview } from '../../../shared/schemas/paper.ts';
import { handoutText } from '../../../shared/text/en/handouts.ts';
import { logOpening } from '../../db/repositories/access.ts';
import { readClinic } from '../../db/repositories/clinic.ts';
import { findKeptPaper, getPaperBytes, getPaperSummary, insertPaper } from '../../db/repositories/paper.ts';
import type { Handler, Handlers } from '../context.ts';
import { openingOf } from '../opening.ts';
import type { PreviewRenderer, SheetRenderer } from '../handouts/prepare-sheet.ts';
import { forPreview, unlessCancelled } from '../handouts/preview-handout.ts';
import { drawPaper, preparePaper, type PreparedPaper } from './prepare-paper.ts';

/**
 * Channels about papers for clinicians: the referral letter, the visit summary, the blank examination sheet, and the desk's own
 * recovery key. */
export function createPaperHandlers(renderer: PreviewRenderer): Handlers<`papers.${'preview' | 'blank' | 'recovery' | 'keep' | 'get'}`> {
  return {
    'papers.preview': createPreviewPaper(renderer),
    'papers.blank': createBlankSheet(renderer),
    'papers.recovery': createRecoveryKeyPaper(renderer),
    'papers.keep': createKeepPaper(renderer),
    'papers.get': createGetPaper(renderer),
  };
}

/** A letter or a summary of an open visit as last saved, or of a signed one. Errors: `not-found`, `forbidden`, `cancelled`. */
function createPreviewPaper(renderer: PreviewRenderer): Handler<'papers.preview'> {
  return async (desk, { visitId, kind, paper }) =>
    unlessCancelled(async () => {
      const prepared = await preparePaper(desk, forPreview(renderer), visitId, kind, paper);
      return prepared.ok ? ok(toPreview(prepared.value)) : prepared;
    });
}

function toPreview({ pdf, sha256, pageCount, problems, patientName }: PreparedPaper): PaperPreview {
  return { pdf, sha256, pageCount, problems, patientName };
}

/** The examination sheet to fill by hand. It is of no patient, so nothing is kept. */
function createBlankSheet(renderer: PreviewRenderer): Handler<'papers.blank'> {
  return async (desk, { paper }) =>
    unlessCancelled(async () => {
      const document = buildBlankSheet({ clinic: readClinic(desk.read), madeOn: desk.clock.today() }, paper);
      return ok({ ...(await drawPaper(desk, forPreview(renderer), document, '')), patientName: '' });
    });
}

/**
 * The recovery key that was just made, as a paper of one page. Drawn in memory from what the window shows: the desk itself knows no
 * recovery key, and keeps nothing of it here either. Error: `invalid-input` (groups that are no recovery key).
 */
function createRecoveryKeyPaper(renderer: PreviewRenderer): Handler<'papers.recovery'> {
  return async (desk, { groups, paper }) =>
    unlessCancelled(async () => {
      if (!readRecoveryKey(groups.join(' ')).ok) return fail('invalid-input', { fields: { groups: 'invalid' } });
      const input = { clinic: readClinic(desk.read), groups, madeBy: desk.user.displayName, madeOn: desk.clock.today() };
      return ok({ ...(await drawPaper(desk, forPreview(renderer), buildRecoveryKey(input, paper), '')), patientName: '' });
    });
}

/**
 * Keeps a letter or a summary as given: makes it again and stores the bytes when they are those that were previewed. Keeping the same one
 * again changes nothing. Errors: `conflict` (the record would now give other bytes), `duplicate` (the id belongs to another),
 * `not-found`, `forbidden`.
 */
function createKeepPaper(renderer: SheetRenderer): Handler<'papers.keep'> {
  return async (desk, { paperId, visitId, kind, paper, sha256, givenBy }) => {
    const known = getPaperSummary(desk.read, paperId);
    if (known !== null) return known.visitId === visitId && known.sha256 === sha256 ? ok(known) : fail('duplicate');
    const prepared = await preparePaper(desk, renderer, visitId, kind, paper);
    if (!prepared.ok) return prepared;
    const { pdf, pageCount, document, patientId, patientName, madeOn } = prepared.value;
    if (prepared.value.sha256 !== sha256) return fail('conflict');
    const summary = {
      paperId,
      visitId,
      kind,
      paper,
      madeOn,
      keptAt: desk.clock.nowInstant(),
      keptBy: desk.user.displayName,
      givenBy,
      sha256,
    };
    return desk.write((db) => {
      const same = findKeptPaper(db, visitId, sha256);
      if (same !== null) return ok(same);
      insertPaper(db, { summary, patientId, patientName, documentJson: JSON.stringify(document), pageCount, pdf }, desk.user.userId);
      return ok(summary);
    });
  };
}

/** A kept paper, byte for byte, and the copy that a reprint prints. Errors: `not-found`, `desk-damaged` (other bytes than were kept). */
function createGetPaper(renderer: SheetRenderer): Handler<'papers.get'> {
  return async (desk, { paperId }) => {
    const found = desk.write((db) => {
      const summary = getPaperSummary(db, paperId);
      const kept = getPaperBytes(db, paperId);
      if (summary === null || kept === null) return fail('not-found');
      if (createHash('sha256').update(kept.pdf).digest('hex') !== summary.sha256) return fail('desk-damaged');
      logOpening(db, openingOf(desk, kept.patientId, 'handout'));
      return ok({ summary, kept, dateFormat: readClinic(desk.read).dateFormat });
    });
    if (!found.ok) return found;
    const { summary, kept, dateFormat } = found.value;
    const line = fill(handoutText.copyOf, { date: printDate(summary.madeOn, dateFormat, handoutText) });
    const copy = new Uint8Array(await renderer.stampCopy(kept.pdf, line).catch(() => kept.pdf));
    return ok({ summary, pdf: kept.pdf, copy, patientName: kept.patientName });
  };
}
