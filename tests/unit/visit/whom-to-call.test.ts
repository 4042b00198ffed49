import { expect, test } from 'vitest';
import { numbersToCall } from '../../../renderer/features/visit/assessment/whom-to-call.ts';
import { DEMO_CLINIC } from '../../../shared/demo.ts';
import { ROUTES } from '../../../shared/schemas/assessment.ts';
import { type Clinic, SERVICE_ROUTES, servicesWith } from '../../../shared/schemas/clinic.ts';
import { serviceOf } from '../../../shared/services.ts';
import { ROUTE_NAMES } from '../../../shared/text/en/red-flags.ts';

const NUMBERED: Clinic = {
  ...DEMO_CLINIC,
  services: servicesWith(
    Object.fromEntries(SERVICE_ROUTES.map((route, index) => [route, { name: `Service ${route}`, phone: `01632 96010${index}` }])),
  ),
};
const NONE: Clinic = { ...DEMO_CLINIC, services: servicesWith() };

test.each(SERVICE_ROUTES)('%s shows its own name and number, and no number of another route', (route) => {
  const { name, phone } = NUMBERED.services[route];
  const [own, ...others] = numbersToCall(route, NUMBERED);
  expect(own).toMatchObject({ isAdvice: false, phone });
  expect(own?.name).toContain(name);
  const advice = route === 'ED' ? [{ isAdvice: true, ...NUMBERED.services.SPINE }] : [];
  expect(others).toEqual(advice);
});

test.each(SERVICE_ROUTES)('%s without a number shows none, whatever the others have', (route) => {
  const services = { ...NUMBERED.services, [route]: { name: 'Somebody', phone: ' ' } };
  expect(numbersToCall(route, { ...NUMBERED, services }).filter(({ isAdvice }) => !isAdvice)).toEqual([]);
});

test('the ambulance and the clinic have the numbers every sheet prints', () => {
  expect(numbersToCall('NUMBER', NONE).map(({ phone }) => phone)).toEqual([NONE.emergencyNumber]);
  expect(numbersToCall('CLINIC', NONE).map(({ phone }) => phone)).toEqual([NONE.phone]);
});

test('a route nobody is named for keeps the name of the specification', () => {
  for (const route of ROUTES) {
    const expected = ROUTE_NAMES[route].replaceAll('{ED}', NONE.emergencyDepartment).replaceAll('{number}', NONE.emergencyNumber);
    expect(serviceOf(route, NONE).name).toBe(expected);
  }
  expect(serviceOf('ED', DEMO_CLINIC).name).toBe('A&E, phone ahead (Northfield General Hospital)');
});
