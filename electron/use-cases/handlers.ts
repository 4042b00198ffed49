import type { AllHandlers } from './context.ts';
import type { ReportRenderer } from './audit/export.ts';
import { createAuditHandlers } from './audit/index.ts';
import { backupHostHandlers } from './backup/index.ts';
import { clinicHandlers, clinicHostHandlers } from './clinic/index.ts';
import { createDemoHandlers } from './demo/index.ts';
import { deskHandlers, deskHostHandlers } from './desk/index.ts';
import { createHandoutHandlers } from './handouts/index.ts';
import type { PreviewRenderer } from './handouts/prepare-sheet.ts';
import { createPaperHandlers } from './papers/index.ts';
import { formHandlers } from './forms/index.ts';
import { peopleHandlers, peopleHostHandlers } from './people/index.ts';
import { patientHandlers } from './patients/index.ts';
import { salvageHostHandlers } from './salvage/index.ts';
import { todayHandlers } from './today/index.ts';
import { visitHandlers } from './visits/index.ts';

/** The handler of every channel of the desk. A channel without one does not compile. `renderer` draws the sheets. */
export function createHandlers(renderer: PreviewRenderer & ReportRenderer): AllHandlers {
  return {
    ...deskHostHandlers,
    ...createDemoHandlers(renderer),
    ...deskHandlers,
    ...backupHostHandlers,
    ...salvageHostHandlers,
    ...clinicHostHandlers,
    ...clinicHandlers,
    ...peopleHostHandlers,
    ...peopleHandlers,
    ...patientHandlers,
    ...formHandlers,
    ...visitHandlers,
    ...todayHandlers,
    ...createHandoutHandlers(renderer),
    ...createPaperHandlers(renderer),
    ...createAuditHandlers(renderer),
  };
}
