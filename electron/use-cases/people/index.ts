import type { Handlers, HostHandlers } from '../context.ts';
import { addPerson, resetPassphrase, setRole } from './add.ts';
import { listColleagues, listPeople } from './list.ts';
import { rekeyDesk, removePerson } from './remove.ts';

export const peopleHostHandlers = {
  'people.list': listPeople,
  'people.add': addPerson,
  'people.setRole': setRole,
  'people.resetPassphrase': resetPassphrase,
  'people.remove': removePerson,
  'people.rekey': rekeyDesk,
} satisfies HostHandlers<'people.list' | 'people.add' | 'people.setRole' | 'people.resetPassphrase' | 'people.remove' | 'people.rekey'>;

export const peopleHandlers = { 'people.colleagues': listColleagues } satisfies Handlers<'people.colleagues'>;
