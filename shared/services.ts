import type { Route } from './schemas/assessment.ts';
import type { Clinic, Service } from './schemas/clinic.ts';
import { ROUTE_NAMES } from './text/en/red-flags.ts';

/** What the services of a clinic are read from. */
type OfClinic = Pick<Clinic, 'name' | 'phone' | 'emergencyNumber' | 'emergencyDepartment' | 'services'>;

/** Puts the clinic's own names into a text: {ED} and {number}. */
export function withClinicNames(text: string, clinic: Pick<Clinic, 'emergencyDepartment' | 'emergencyNumber'>): string {
  return text.replaceAll('{ED}', clinic.emergencyDepartment).replaceAll('{number}', clinic.emergencyNumber);
}

/**
 * Who takes a route here, in words, and their own number; empty where the settings hold none (spec 0.1). The name is the clinic's own,
 * else that of the specification. No route ever has the number of another: the wrong service would be phoned.
 */
export function serviceOf(route: Route, clinic: OfClinic): Service {
  const known = withClinicNames(ROUTE_NAMES[route], clinic);
  if (route === 'NUMBER') return { name: known, phone: clinic.emergencyNumber };
  if (route === 'CLINIC') return { name: known, phone: clinic.phone };
  const { name, phone } = clinic.services[route];
  // The department keeps the name that the sheets give it; what the clinic adds says which one.
  const own = route === 'ED' && name.trim() !== '' ? `${known} (${name.trim()})` : name.trim();
  return { name: own === '' ? known : own, phone: phone.trim() };
}
