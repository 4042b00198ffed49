import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawHandout } from '../../electron/pdf/draw.ts';
import { loadFonts } from '../../electron/pdf/fonts.ts';
import { assess } from '../../shared/clinical/assess.ts';
import { DEMO_USER_NAME } from '../../shared/demo.ts';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import { buildBlankSheet, buildLetter, buildSummary, type VisitPaperInput } from '../../shared/handouts/clinician/build-paper.ts';
import type { PaperDocument } from '../../shared/handouts/document-model.ts';
import { assessment, CLINIC, EMERGENCIES, input, SAFETY } from '../handouts/fixtures.ts';
import { FONTS_DIR } from '../handouts/read-pdf.ts';
import { inLanguage, TYPICAL_PHASE_1, TYPICAL_VISITS } from '../handouts/typical-visits.ts';

/** Pixels for each point: 96 dots an inch, which shows the smallest type. */
const SCALE = 96 / 72;

/** Draws one paper of each kind as PDF and each of its pages as a picture, to be looked at. Invented people. Returns how many pages. */
export async function drawPapers(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const fonts = loadFonts(FONTS_DIR);
  let pages = 0;
  for (const [name, { document, largePrint }] of Object.entries(papers())) {
    const { pdf } = await drawHandout(document, { paper: document.paper, largePrint }, fonts);
    if (pdf.length === 0) throw new Error(`${name} was refused.`);
    await writeFile(join(folder, `${name}.pdf`), pdf);
    const images = await pageImages(pdf);
    for (const [index, image] of images.entries()) await writeFile(join(folder, `${name}-${index + 1}.png`), image);
    pages += images.length;
  }
  return pages;
}

type Sample = { document: PaperDocument; largePrint: boolean };

function papers(): Record<string, Sample> {
  const { 'a flare since yesterday': phase1, 'an irritable leg': irritable } = TYPICAL_PHASE_1;
  const { 'the first visit of the demo': phase2 } = TYPICAL_VISITS;
  if (phase1 === undefined || irritable === undefined || phase2 === undefined) throw new Error('A sample is missing.');
  const sheet = (given: HandoutInput): Sample => ({ document: buildHandout(given), largePrint: given.options.largePrint });
  const paper = (document: PaperDocument): Sample => ({ document, largePrint: false });
  const phase3 = assessment({ phase: 'P3', leadId: 'LEAD-3', modules: ['M05', 'M08', 'M13', 'M14', 'M17', 'M18', 'M19'] });
  const emergency = emergencyVisit(phase2);
  return {
    'home-plan-phase-1': sheet(phase1),
    'home-plan-phase-1-letter': sheet({ ...phase1, options: { ...phase1.options, paper: 'Letter' } }),
    'home-plan-phase-2': sheet(phase2),
    'home-plan-phase-3': sheet(input({ assessment: phase3, previous: { madeOn: '2026-11-01', modules: ['M03', 'M05', 'M08'] } })),
    'home-plan-large-print': sheet({ ...irritable, options: { ...irritable.options, largePrint: true } }),
    'home-plan-spanish': sheet(inLanguage(irritable, 'es')),
    'emergency-sheet': sheet(input({ assessment: EMERGENCIES.ED })),
    'safety-sheet': sheet(input({ assessment: SAFETY.openDiscussion })),
    'referral-letter': paper(buildLetter(emergency)),
    'visit-summary': paper(buildSummary(emergency)),
    'blank-examination-sheet': paper(buildBlankSheet({ clinic: CLINIC, madeOn: emergency.madeOn }, 'A4')),
  };
}

/** The visit with a weak stream and a numb saddle. */
function emergencyVisit({ patient, record: quiet, visitOn }: HandoutInput): VisitPaperInput {
  const record = structuredClone(quiet);
  Object.assign(record.redFlags.answers, { 'RF-01b': 'yes', 'RF-04a': 'yes' });
  record.redFlags.onsets['RF-01b'] = { startedOn: '2026-11-18', worse: 'yes', causeKnown: false };
  record.emergency = { ...record.emergency, told: 'Dr Imogen Castellane, registrar', toldTime: '10:40', transport: 'ambulance' };
  return {
    patient,
    record,
    assessment: assess(record, { birthDate: patient.birthDate, earlier: [] }),
    clinic: CLINIC,
    clinicianName: DEMO_USER_NAME,
    signedOn: visitOn,
    addenda: [],
    given: [{ sheet: 'emergency', madeOn: visitOn }],
    paper: 'A4',
    madeOn: visitOn,
  };
}

/** What pdf.js draws on in Node. */
type NodeCanvas = { canvas: { toBuffer: (type: 'image/png') => Buffer }; context: object };

async function pageImages(pdf: Uint8Array): Promise<Buffer[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  try {
    const images: Buffer[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: SCALE });
      const factory = document.canvasFactory as { create: (width: number, height: number) => NodeCanvas };
      const { canvas, context } = factory.create(Math.round(viewport.width), Math.round(viewport.height));
      await page.render({ canvas: null, canvasContext: context as CanvasRenderingContext2D, viewport }).promise;
      images.push(canvas.toBuffer('image/png'));
    }
    return images;
  } finally {
    await document.destroy();
  }
}
