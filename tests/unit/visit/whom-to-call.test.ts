import { expect, test } from 'vitest';
import { numberToCall } from '../../../renderer/features/visit/assessment/whom-to-call.ts';
import { ROUTES } from '../../../shared/schemas/assessment.ts';
import { DEMO_CLINIC } from '../../../shared/demo.ts';

test('the spinal number stands under its own name, and under no other service', () => {
  const shown = Object.fromEntries(ROUTES.map((route) => [route, numberToCall(route, DEMO_CLINIC)]));
  expect(shown['SPINE']).toEqual({ own: true, name: DEMO_CLINIC.urgentRouteName, phone: DEMO_CLINIC.urgentRoutePhone });
  expect(shown['ED']).toEqual({ own: false, name: DEMO_CLINIC.urgentRouteName, phone: DEMO_CLINIC.urgentRoutePhone });
  expect(shown['NUMBER']?.phone).toBe(DEMO_CLINIC.emergencyNumber);
  for (const route of ['COORD', 'VASC', 'MED', 'CLOT', 'CANCER', 'RHEUM', 'MATERNITY', 'CLINIC']) expect(shown[route]).toBeNull();
});

test('no number in the settings shows none', () => {
  expect(numberToCall('SPINE', { ...DEMO_CLINIC, urgentRoutePhone: ' ' })).toBeNull();
});
