import type { Route } from '../../../../shared/schemas/assessment.ts';
import type { Clinic } from '../../../../shared/schemas/clinic.ts';

/** A number of the clinic settings: `own` belongs to the route itself; otherwise `name` says whose it is. */
export type NumberToCall = { own: boolean; name: string; phone: string };

/**
 * The number to show for a route, or null when the clinic settings hold none that may stand there. The settings know the emergency
 * number and the on-call spinal service; the latter may advise on the way to the emergency department, under its own name, but a
 * vascular, medical, clot or cancer route never shows it: the wrong service would be phoned.
 */
export function numberToCall(route: Route, clinic: Clinic): NumberToCall | null {
  if (route === 'NUMBER') return { own: true, name: '', phone: clinic.emergencyNumber };
  if ((route !== 'SPINE' && route !== 'ED') || clinic.urgentRoutePhone.trim() === '') return null;
  return { own: route === 'SPINE', name: clinic.urgentRouteName, phone: clinic.urgentRoutePhone };
}
