import type { ReactNode } from 'react';
import { SERVICE_ROUTES, type ServiceRoute, type Services } from '../../../shared/schemas/clinic.ts';
import { withClinicNames } from '../../../shared/services.ts';
import { ROUTE_NAMES } from '../../../shared/text/en/red-flags.ts';
import { fieldMessage } from '../../api/messages.ts';
import { useSession } from '../../app/desk-state.ts';
import { TextField } from '../../components/text-field.tsx';
import { text } from '../../text.ts';
import { ClinicFormPanel } from './clinic-form.tsx';
import classes from './clinic.module.css';
import { useClinicForm } from './use-clinic-form.ts';

const words = text.settings.services;

/** Whom to phone for each route of the red flags: the service's own name here and its own number (spec 0.1). */
export function ServicesPanel(): ReactNode {
  const { clinic } = useSession();
  const form = useClinicForm<Services>(
    'clinic-services',
    ({ services }) => services,
    (services) => ({ services }),
  );
  const set = (route: ServiceRoute, change: Partial<Services[ServiceRoute]>): void =>
    form.set({ [route]: { ...form.value[route], ...change } });
  return (
    <ClinicFormPanel title={words.title} lead={words.lead} form={form} saveLabel={words.save}>
      <div className={classes['services']}>
        {SERVICE_ROUTES.map((route) => {
          const path = `services.${route}`;
          const called = withClinicNames(ROUTE_NAMES[route], clinic);
          return (
            <div key={route} role="group" aria-label={words.routes[route]} className={classes['service']}>
              <div>
                <h3>{words.routes[route]}</h3>
                <p>{words.when[route]}</p>
              </div>
              <TextField
                fieldPath={`${path}.name`}
                label={words.name}
                hint={form.value[route].name.trim() === '' ? words.calledSo(called) : undefined}
                value={form.value[route].name}
                onChange={(name) => set(route, { name })}
                error={fieldMessage(form.fields[`${path}.name`])}
              />
              <TextField
                fieldPath={`${path}.phone`}
                label={words.phone}
                value={form.value[route].phone}
                onChange={(phone) => set(route, { phone })}
                error={fieldMessage(form.fields[`${path}.phone`])}
                inputMode="tel"
              />
            </div>
          );
        })}
      </div>
    </ClinicFormPanel>
  );
}
