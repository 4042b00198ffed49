import type { RedFlagRow } from '../schemas/assessment.ts';
import { EMERGENCY_ROUTES, type EmergencyRoute } from './handout-text.ts';

/** The route that names the sheet when several E rows are present (spec 5.3). A route without a sheet of its own goes by ED. */
export function emergencyRoute(rows: readonly Pick<RedFlagRow, 'route'>[]): EmergencyRoute {
  return EMERGENCY_ROUTES.find((route) => rows.some((row) => row.route === route)) ?? 'ED';
}

/** The E row that goes first on the screen: the first of the route that names the sheet, so that both send the patient the same way. */
export function leadingEmergency<T extends Pick<RedFlagRow, 'route' | 'urgency'>>(rows: readonly T[]): T | undefined {
  const emergencies = rows.filter((row) => row.urgency === 'E');
  const route = emergencyRoute(emergencies);
  return emergencies.find((row) => row.route === route) ?? emergencies[0];
}
