import { describe, expect, it } from 'vitest';
import { insertClinic } from '../../electron/db/repositories/clinic.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { createHandoutHandlers } from '../../electron/use-cases/handouts/index.ts';
import { DEMO_CLINIC } from '../../shared/demo.ts';
import { readPdf } from '../handouts/read-pdf.ts';
import { openTestDesk, valueOf } from './database.ts';
import { openRenderer } from './sheet-renderer.ts';
import { addPatient, askedRecord, openVisit } from './visits.ts';

const TODAY = '2025-03-10';
const handouts = createHandoutHandlers(openRenderer());

describe("hazard 3: wrong patient's sheet", () => {
  it('two sheets made at the same time carry their own patient on every page, and so does the name on the button', async () => {
    const { context } = openTestDesk();
    context.write((db) => insertClinic(db, uuidv7(), DEMO_CLINIC));
    const people = [
      { givenNames: 'Anneliese', familyName: 'Quittenbaum', birthDate: '1971-02-03' },
      { givenNames: 'Bartholomew', familyName: 'Zwetschgen', birthDate: '1964-11-30' },
    ];
    const visitIds: string[] = [];
    for (const person of people) visitIds.push(await openVisit(context, addPatient(context, person), askedRecord('first', TODAY)));
    const options = { kind: 'plan' as const, paper: 'A4' as const, largePrint: true };
    // B is opened while A is still being drawn.
    const sheets = await Promise.all(
      visitIds.map(async (visitId) => valueOf(await handouts['handouts.preview'](context, { visitId, options }))),
    );
    for (const [index, sheet] of sheets.entries()) {
      const [own, other] = [people[index], people[1 - index]];
      if (own === undefined || other === undefined) throw new Error('two people, two sheets');
      const name = `${own.givenNames} ${own.familyName}`;
      expect(sheet.patientName).toBe(name);
      const pages = await readPdf(sheet.pdf);
      expect(pages.length).toBeGreaterThan(0);
      for (const page of pages) {
        expect(page.text).toContain(name);
        expect(page.text).toContain(own.birthDate.slice(0, 4));
        expect(page.text).not.toContain(other.familyName);
      }
    }
  });
});
