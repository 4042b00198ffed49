import type { Handlers, HostHandlers } from '../context.ts';
import { getClinic } from './get.ts';
import { saveClinic } from './save.ts';

export const clinicHandlers = { 'clinic.get': getClinic } satisfies Handlers<'clinic.get'>;
export const clinicHostHandlers = { 'clinic.save': saveClinic } satisfies HostHandlers<'clinic.save'>;
