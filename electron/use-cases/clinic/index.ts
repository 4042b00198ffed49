import type { Handlers, HostHandlers } from '../context.ts';
import { getClinic } from './get.ts';
import { getLogo, saveLogo } from './logo.ts';
import { saveClinic } from './save.ts';

export const clinicHandlers = {
  'clinic.get': getClinic,
  'clinic.logo': getLogo,
  'clinic.saveLogo': saveLogo,
} satisfies Handlers<`clinic.${'get' | 'logo' | 'saveLogo'}`>;
export const clinicHostHandlers = { 'clinic.save': saveClinic } satisfies HostHandlers<'clinic.save'>;
