import type { ReactElement } from 'react';
import { SIDES } from '../../../../shared/schemas/common.ts';
import { MOVEMENTS } from '../../../../shared/schemas/movement-tests.ts';
import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import { Panel } from '../../../components/panel.tsx';
import { text } from '../../../text.ts';
import { countRecorded, FurtherTests } from '../fields/further-tests.tsx';
import { TensionRows } from '../fields/tension-rows.tsx';
import { opensUpperRoots } from '../state/opened-blocks.ts';
import { useRecord } from '../state/visit-session.tsx';
import { MovementTests } from './movement-tests.tsx';

const exam = text.visit.exam;
const words = text.visit.further;

const stretches = ({ neuro }: VisitRecord): number =>
  countRecorded(...SIDES.flatMap((side) => [neuro[side].femoralStretch, neuro[side].crossedFemoralStretch]));
const movements = ({ otherExam }: VisitRecord): number =>
  countRecorded(...MOVEMENTS.map((movement) => otherExam.movementTests[movement].done));

/**
 * Lying face down: the femoral nerve stretch, asked for when the front of the thigh, groin or inner shin is marked (E15), and the repeated
 * movements (E17), which wait until a position is wanted for the sheet.
 */
export function PronePanel(): ReactElement {
  const isAsked = useRecord(opensUpperRoots);
  return (
    <Panel id="visit-prone" title={exam.prone} remark={isAsked ? undefined : exam.proneNone} flush>
      <FurtherTests
        sections={[
          {
            name: words.sections.femoral,
            recorded: stretches,
            isAsked,
            paths: SIDES.flatMap((side) =>
              ['femoral', 'crossedFemoral', 'tensionDetail.femoral', 'tensionDetail.crossed'].map((test) => `neuro.${side}.${test}`),
            ),
            content: <TensionRows tests={['femoralStretch', 'crossedFemoralStretch']} />,
          },
          { name: words.sections.movements, recorded: movements, paths: ['otherExam.movementTests.'], content: <MovementTests /> },
        ]}
      />
    </Panel>
  );
}
