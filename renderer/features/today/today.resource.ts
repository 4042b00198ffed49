import type { Output } from '../../../shared/contract/contract.ts';
import type { Id } from '../../../shared/schemas/common.ts';
import type { Contact } from '../../../shared/schemas/visit.ts';
import type { DeskFailure } from '../../api/desk-failure.ts';
import { newId } from '../../api/new-id.ts';
import { useDeskMutation, useDeskQuery } from '../../api/query.ts';
import { navigate } from '../../app/routes.ts';

export type Today = Output<'today.get'>;
export type FlagItem = Today['flags'][number];
export type ReviewItem = Today['reviewsDue'][number];
export type DraftItem = Today['drafts'][number];
export type FormItem = Today['forms'][number];
export type ColleagueItem = Today['colleagueFlags'][number];
export type TodayPatient = FlagItem['patient'];

const FIND_LIMIT = 8;

/** Open flags, reviews due and open drafts. */
export function useToday(): ReturnType<typeof useDeskQuery<'today.get'>> {
  return useDeskQuery('today.get', {});
}

/** Reviews due today or before; the list also shows those of the coming week. */
export function countDueNow(today: Today): number {
  return today.reviewsDue.filter((review) => review.dueOn <= today.today).length;
}

/** How many flags and reviews wait, for the rail. */
export function useWaitingCount(): number {
  const today = useToday().data;
  return today === undefined ? 0 : today.flags.length + today.colleagueFlags.length + countDueNow(today);
}

/** The first patients a typed name, birth date or number finds. */
export function useFindPatient(query: string): Output<'patients.search'>['rows'] | undefined {
  const found = useDeskQuery(
    'patients.search',
    { query, filter: 'all', sort: 'updated', descending: true, offset: 0, limit: FIND_LIMIT },
    { enabled: query.trim() !== '', keepPrevious: true },
  );
  return query.trim() === '' ? undefined : found.data?.rows;
}

/** Opens a new visit of a patient and goes to it; to the chart where a visit is open already. */
export function useStartVisit(): { start: (patientId: Id, contact: Contact) => void; busy: boolean; error: DeskFailure | null } {
  const mutation = useDeskMutation('visits.start', {
    invalidates: ['today.get', 'patients.chart', 'patients.search'],
    onSuccess: (visit) => navigate({ page: 'visit', visitId: visit.visitId, focusField: '' }),
  });
  return {
    start: (patientId, contact) =>
      mutation.mutate(
        { visitId: newId(), patientId, contact },
        { onError: (failure) => failure.code === 'conflict' && navigate({ page: 'patient', patientId }) },
      ),
    busy: mutation.isPending,
    error: mutation.error,
  };
}
