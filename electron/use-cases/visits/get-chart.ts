import { fail, ok } from '../../../shared/contract/result.ts';
import { listHandouts } from '../../db/repositories/handout.ts';
import { listOpenFlags } from '../../db/repositories/flag.ts';
import { listPapers } from '../../db/repositories/paper.ts';
import { getPatient } from '../../db/repositories/patient.ts';
import { findOpenVisit, listVisitSummaries } from '../../db/repositories/visit.ts';
import { logOpening } from '../../db/repositories/access.ts';
import type { Handler } from '../context.ts';
import { openingOf } from '../opening.ts';
import { toOpenFlag } from './open-flag.ts';

/** The patient page: timeline newest first, kept sheets, open flags highest first. Errors: `not-found`. */
export const getChart: Handler<'patients.chart'> = (desk, { patientId }) =>
  desk.write((db) => {
    const patient = getPatient(db, patientId);
    if (patient === null) return fail('not-found');
    logOpening(db, openingOf(desk, patientId, 'chart'));
    return ok({
      patient,
      visits: listVisitSummaries(db, patientId),
      handouts: listHandouts(db, patientId),
      papers: listPapers(db, patientId),
      openFlags: listOpenFlags(db, patientId).map(toOpenFlag),
      openVisitId: findOpenVisit(db, patientId)?.visitId ?? null,
    });
  });
