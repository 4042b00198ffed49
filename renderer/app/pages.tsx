import type { ReactNode } from 'react';
import { PatientPage, SignedVisitPage } from '../features/history/index.ts';
import { PatientsPage } from '../features/patients/index.ts';
import { SettingsPage } from '../features/settings/index.ts';
import { TodayPage } from '../features/today/index.ts';
import { VisitPage } from '../features/visit/index.ts';
import type { Route } from './routes.ts';

type Pages = { [P in Route['page']]: (route: Extract<Route, { page: P }>) => ReactNode };

/** Every page of the window. A feature puts its page here; keys make a page of another record start afresh. */
export const pages: Pages = {
  today: () => <TodayPage />,
  patients: () => <PatientsPage />,
  patient: ({ patientId, handoutId }) => <PatientPage key={patientId} patientId={patientId} handoutId={handoutId ?? null} />,
  visit: ({ visitId, focusField }) => <VisitPage key={visitId} visitId={visitId} focusField={focusField} />,
  'signed-visit': ({ visitId }) => <SignedVisitPage key={visitId} visitId={visitId} />,
  settings: ({ section }) => <SettingsPage key={section} section={section} />,
};

/** The page of a route. */
export function renderPage(route: Route): ReactNode {
  return (pages[route.page] as (route: Route) => ReactNode)(route);
}
