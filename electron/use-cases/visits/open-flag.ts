import type { OpenFlag } from '../../../shared/contract/contract.ts';
import type { OpenFlagRows } from '../../db/repositories/flag.ts';

/** An open flag as lists show it: the text of the first row of its urgency, and how many rows more there are of it. */
export function toOpenFlag({ visitId, visitOn, openFlag, rows }: OpenFlagRows): OpenFlag {
  const ofUrgency = rows.filter(({ urgency }) => urgency === openFlag);
  return {
    visitId,
    visitOn,
    urgency: openFlag,
    text: ofUrgency[0]?.clinicianText ?? '',
    more: Math.max(0, ofUrgency.length - 1),
  };
}
