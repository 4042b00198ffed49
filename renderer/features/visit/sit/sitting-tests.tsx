import type { ReactElement } from 'react';
import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import { Panel } from '../../../components/panel.tsx';
import { text } from '../../../text.ts';
import { FindingChoice } from '../fields/exam-choices.tsx';
import { countRecorded, FurtherTests } from '../fields/further-tests.tsx';
import { ReasonField } from '../fields/reason-field.tsx';
import { FormRow, FormRows } from '../fields/rows.tsx';
import { TensionRows } from '../fields/tension-rows.tsx';
import { opensCordSigns } from '../state/opened-blocks.ts';
import { useRecord } from '../state/visit-session.tsx';

const exam = text.visit.exam;
const words = text.visit.further;

const slumps = ({ neuro }: VisitRecord): number => countRecorded(neuro.left.slump, neuro.right.slump);
const cordSigns = ({ neuro }: VisitRecord): number => countRecorded(neuro.plantarUp, neuro.clonus, neuro.toneUp);

/** Slump and the cord signs, in sitting (E08, E14). */
export function SittingTests(): ReactElement {
  const asksForCord = useRecord(opensCordSigns);
  return (
    <Panel id="visit-sitting" title={words.furtherSitting} flush>
      <FurtherTests
        sections={[
          {
            name: words.sections.slump,
            recorded: slumps,
            paths: ['neuro.left.slump', 'neuro.right.slump', 'neuro.left.tensionDetail.slump', 'neuro.right.tensionDetail.slump'],
            content: <TensionRows tests={['slump']} />,
          },
          {
            name: words.sections.cord,
            recorded: cordSigns,
            isAsked: asksForCord,
            paths: ['neuro.plantarUp', 'neuro.clonus', 'neuro.toneUp', 'otherExam.notTestedReasons.E08'],
            content: (
              <>
                <FormRows>
                  <FormRow label={exam.plantarUp}>
                    <FindingChoice path="neuro.plantarUp" label={exam.plantarUp} />
                  </FormRow>
                  <FormRow label={exam.clonus}>
                    <FindingChoice path="neuro.clonus" label={exam.clonus} />
                  </FormRow>
                  <FormRow label={exam.toneUp}>
                    <FindingChoice path="neuro.toneUp" label={exam.toneUp} />
                  </FormRow>
                </FormRows>
                <ReasonField item="E08" />
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
