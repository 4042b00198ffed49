import type { Handlers } from '../context.ts';
import { create } from './create.ts';
import { findDuplicates } from './find-duplicates.ts';
import { get } from './get.ts';
import { importPatients } from './import.ts';
import { previewImport } from './preview-import.ts';
import { search } from './search.ts';
import { update } from './update.ts';

export const patientHandlers = {
  'patients.search': search,
  'patients.get': get,
  'patients.create': create,
  'patients.update': update,
  'patients.findDuplicates': findDuplicates,
  'patients.previewImport': previewImport,
  'patients.import': importPatients,
} satisfies Handlers<
  | 'patients.search'
  | 'patients.get'
  | 'patients.create'
  | 'patients.update'
  | 'patients.findDuplicates'
  | 'patients.previewImport'
  | 'patients.import'
>;
