import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Input, Output } from '../../../shared/contract/contract.ts';
import type { PatientRow } from '../../../shared/schemas/patient.ts';
import { call } from '../../api/call.ts';
import type { DeskFailure } from '../../api/desk-failure.ts';

/** What the list asks the desk for; the rows come 50 at a time. */
export type PatientSearch = Omit<Input<'patients.search'>, 'offset' | 'limit'>;

const PAGE_ROWS = 50;
const NO_ROWS: PatientRow[] = [];

export type PatientList = {
  rows: PatientRow[];
  /** How many fit the search, and how many the desk holds. */
  total: number;
  stored: number;
  isFirstLoad: boolean;
  failure: DeskFailure | null;
  /** Asks for the next rows when there are any. */
  loadMore: () => void;
};

/** The patient list, searched, filtered and sorted by the desk over the whole store. */
export function usePatientList(search: PatientSearch): PatientList {
  const query = useInfiniteQuery<Output<'patients.search'>, DeskFailure, Output<'patients.search'>[], readonly unknown[], number>({
    queryKey: ['patients.search', search],
    initialPageParam: 0,
    queryFn: ({ pageParam }) => call('patients.search', { ...search, offset: pageParam, limit: PAGE_ROWS }),
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && loaded < last.total ? loaded : undefined;
    },
    placeholderData: (previous) => previous,
    select: (data) => data.pages,
  });
  const pages = query.data;
  // The table rebuilds its rows when this array changes, so it must not change on every render.
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? NO_ROWS, [pages]);
  return {
    rows,
    total: pages?.at(-1)?.total ?? 0,
    stored: pages?.at(-1)?.stored ?? 0,
    isFirstLoad: query.isPending,
    failure: query.error,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
  };
}
