import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawHandout } from '../../electron/pdf/draw.ts';
import { loadFonts } from '../../electron/pdf/fonts.ts';
import { assess } from '../../shared/clinical/assess.ts';
import type { AssessContext } from '../../shared/clinical/assess-types.ts';
import { buildHandout, type HandoutInput } from '../../shared/handouts/build.ts';
import { sentencesOf } from '../../shared/handouts/document-model.ts';
import { lintHandout } from '../../shared/handouts/lint.ts';
import type { VisitRecord } from '../../shared/schemas/visit.ts';
import { handoutText } from '../../shared/text/en/handouts.ts';
import { arbitraryContext, arbitraryMixedVisit, quietVisit } from '../helpers/arbitrary-quiet-visit.ts';
import { input, PATIENT } from './fixtures.ts';
import { FONTS_DIR, plain, readText } from './read-pdf.ts';

const fonts = loadFonts(FONTS_DIR);
const CONTEXT: AssessContext = { birthDate: PATIENT.birthDate, earlier: [] };

/** What a sheet is made from, with the rules' own assessment of the record. */
function assessed(record: VisitRecord, context = CONTEXT, options = input().options): HandoutInput {
  return input({ record, visitOn: record.visitOn, madeOn: record.visitOn, assessment: assess(record, context), options });
}

function quiet(change: (record: VisitRecord) => void): VisitRecord {
  const record = structuredClone(quietVisit());
  change(record);
  return record;
}

async function printed(given: HandoutInput): Promise<string> {
  return readText((await drawHandout(buildHandout(given), given.options, fonts)).pdf);
}

describe('a sheet made from the rules’ own assessment', () => {
  it('carries the modules of the plan, the words of each and nothing the linter objects to', async () => {
    const given = assessed(quietVisit());
    const { plan } = given.assessment;
    expect(plan.sheet).toBe('homecare');
    expect(plan.modules.length).toBeGreaterThan(4);
    const document = buildHandout(given);
    expect(lintHandout(document, given.assessment)).toEqual([]);
    const text = await printed(given);
    expect(text).toContain(plan.lead);
    for (const block of document.blocks) {
      if (block.type === 'module') for (const sentence of sentencesOf(block)) expect(text).toContain(plain(sentence.text));
    }
  });

  it('becomes the emergency sheet with the first emergency answer', async () => {
    const given = assessed(
      quiet((record) => {
        record.redFlags.answers['RF-02b'] = 'yes';
      }),
    );
    const text = await printed(given);
    expect(text).toContain('Go to A&E now');
    expect(text).toContain('Tell the staff: new bladder problem.');
    expect(text).not.toContain(handoutText.stopRules.good);
  });

  it('becomes the safety sheet while a question of spec 7.0 row 2 is not asked, whatever the reason', async () => {
    const given = assessed(
      quiet((record) => {
        record.redFlags.answers['RF-04a'] = 'unasked';
        record.unaskedReason = 'Interpreter left';
      }),
    );
    expect(await printed(given)).toContain('Some questions are still open.');
  });

  it('becomes the safety sheet with an open same-day discussion, and a home plan once it is recorded', async () => {
    const open = quiet((record) => {
      record.redFlags.answers['RF-06a'] = 'yes';
    });
    expect(await printed(assessed(open))).toContain('We will call an expert about you today.');
    const done = structuredClone(open);
    done.discussion = { service: 'Spinal', name: 'Dr Obi', time: '10:40', outcome: 'See in two weeks' };
    const text = await printed(assessed(done));
    expect(text).toContain(handoutText.homecare.title);
    expect(text).not.toContain('We will call an expert about you today.');
    expect(text).toMatch(/Get help now\. Go to A&E.*Good sign:/);
  });
});

describe('whatever a visit holds', () => {
  it('the plan’s sheet passes the linter’s gates, and so does the safety sheet on request', () => {
    fc.assert(
      fc.property(arbitraryMixedVisit, arbitraryContext, fc.constantFrom('plan' as const, 'safety' as const), (record, context, kind) => {
        const given = assessed(record, context, { kind, paper: 'A4', largePrint: false });
        const document = buildHandout(given);
        const hard = lintHandout(document, given.assessment).filter((problem) => problem.hard);
        expect(hard).toEqual([]);
        expect(document.modules).toContain('M19');
        if (document.sheet === 'emergency') expect(document.blocks.map((block) => block.type)).not.toContain('module');
      }),
      { numRuns: 300 },
    );
  });

  it('the sheet is drawn whole, on either paper, in either size', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryMixedVisit,
        arbitraryContext,
        fc.constantFrom('A4' as const, 'Letter' as const),
        fc.boolean(),
        async (record, context, paper, largePrint) => {
          const given = assessed(record, context, { kind: 'plan', paper, largePrint });
          const drawn = await drawHandout(buildHandout(given), given.options, fonts);
          expect(drawn.problems).toEqual([]);
          expect(drawn.pageCount).toBeGreaterThan(0);
          if (given.assessment.plan.sheet === 'emergency' && !largePrint) expect(drawn.pageCount).toBe(1);
        },
      ),
      { numRuns: 30 },
    );
  });
});
