import type { Route } from '../../../../shared/schemas/assessment.ts';
import type { Clinic } from '../../../../shared/schemas/clinic.ts';
import { serviceOf } from '../../../../shared/services.ts';

/** A service with a number. `isAdvice`: not the route itself; asked on the way, and shown under its own name. */
export type NumberToCall = { isAdvice: boolean; name: string; phone: string };

/**
 * The numbers to show for a route: its own, and for the emergency department also the on-call spinal service, which may advise on the
 * way. Empty where the clinic's settings hold none.
 */
export function numbersToCall(route: Route, clinic: Clinic): NumberToCall[] {
  const own = { isAdvice: false, ...serviceOf(route, clinic) };
  const advice = { isAdvice: true, ...serviceOf('SPINE', clinic) };
  return [own, ...(route === 'ED' ? [advice] : [])].filter(({ phone }) => phone !== '');
}
