import { type Clinic, NEW_CLINIC, servicesWith } from './schemas/clinic.ts';

/** The demo desk's user. */
export const DEMO_USER_NAME = 'Robin Fairweather';

/** The demo desk's fixed passphrase. No secret: the window shows it, and the desk holds invented people only. */
export const DEMO_PASSPHRASE = 'seven lemons on a shelf';

/** Settings of the demo clinic. The telephone numbers are of ranges kept free for fiction. */
export const DEMO_CLINIC: Clinic = {
  ...NEW_CLINIC,
  name: 'Northfield Physiotherapy',
  phone: '01632 960001',
  emergencyNumber: '999',
  emergencyDepartment: 'A&E',
  address: '4 Mill Lane, Northfield',
  services: servicesWith({
    ED: { name: 'Northfield General Hospital', phone: '01632 960003' },
    SPINE: { name: 'On-call spinal service', phone: '01632 960002' },
  }),
  paper: 'A4',
  dateFormat: 'D MMM YYYY',
};
