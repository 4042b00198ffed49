import type { ReactNode } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { PatientPage, SignedVisitPage } from '../features/history/index.ts';
import { PatientsPage } from '../features/patients/index.ts';
import { SettingsPage } from '../features/settings/index.ts';
import { TodayPage } from '../features/today/index.ts';
import { text } from '../text.ts';
import type { Route } from './routes.ts';

type Pages = { [P in Route['page']]: (route: Extract<Route, { page: P }>) => ReactNode };

const NotHereYet = ({ title }: { title: string }): ReactNode => (
  <Page title={title}>
    <EmptyState title={text.app.page.notReady}>{text.app.page.notReadyBody}</EmptyState>
  </Page>
);

/** Every page of the window. A feature puts its page here; keys make a page of another record start afresh. */
export const pages: Pages = {
  today: () => <TodayPage />,
  patients: () => <PatientsPage />,
  patient: ({ patientId }) => <PatientPage key={patientId} patientId={patientId} />,
  visit: () => <NotHereYet title={text.app.rail.patients} />,
  'signed-visit': ({ visitId }) => <SignedVisitPage key={visitId} visitId={visitId} />,
  settings: () => <SettingsPage />,
};

/** The page of a route. */
export function renderPage(route: Route): ReactNode {
  return (pages[route.page] as (route: Route) => ReactNode)(route);
}
