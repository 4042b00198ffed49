import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { ChannelName, Input, Output } from '../../shared/contract/contract.ts';
import { call } from './call.ts';
import { asDeskFailure, type DeskFailure } from './desk-failure.ts';

/**
 * One cache over the bridge. `networkMode: 'always'` because there is no network to wait for; no retry, since a refused request
 * is an answer. Entries are dropped a minute after their page is left, and all of them when the desk locks.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 0,
      gcTime: 60_000,
    },
    mutations: { networkMode: 'always', retry: false, gcTime: 0 },
  },
});

/** Forgets every answer of the desk. Called when it locks. */
export function forgetAnswers(): void {
  void queryClient.cancelQueries();
  queryClient.clear();
}

/** Key of a read: the channel, then its input. Invalidating `[channel]` refreshes every input of it. */
export function queryKey<C extends ChannelName>(channel: C, input?: Input<C>): readonly unknown[] {
  return input === undefined ? [channel] : [channel, input];
}

/** Marks reads as out of date so that the pages on show ask again. */
export async function invalidate(...channels: readonly ChannelName[]): Promise<void> {
  await Promise.all(channels.map((channel) => queryClient.invalidateQueries({ queryKey: [channel] })));
}

type DeskQueryOptions = {
  enabled?: boolean;
  /** Keeps the last answer on show while the next one is on its way (lists). */
  keepPrevious?: boolean;
  staleTimeMs?: number;
};

/** Reads a channel and keeps its answer. `error` is a `DeskFailure`. */
export function useDeskQuery<C extends ChannelName>(
  channel: C,
  input: Input<C>,
  options: DeskQueryOptions = {},
): UseQueryResult<Output<C>, DeskFailure> {
  return useQuery<Output<C>, DeskFailure>({
    queryKey: queryKey(channel, input),
    queryFn: () => call(channel, input),
    enabled: options.enabled ?? true,
    staleTime: options.staleTimeMs ?? 0,
    placeholderData: options.keepPrevious === true ? keepPreviousData : undefined,
  } as UseQueryOptions<Output<C>, DeskFailure>);
}

type DeskMutationOptions<C extends ChannelName> = {
  /** Channels whose answers this write changes. */
  invalidates?: readonly ChannelName[];
  onSuccess?: (value: Output<C>, input: Input<C>) => void;
};

/** Writes through a channel, then refreshes the reads it changed. `error` is a `DeskFailure`. */
export function useDeskMutation<C extends ChannelName>(
  channel: C,
  options: DeskMutationOptions<C> = {},
): UseMutationResult<Output<C>, DeskFailure, Input<C>> {
  return useMutation<Output<C>, DeskFailure, Input<C>>({
    mutationFn: (input) =>
      call(channel, input).catch((thrown: unknown) => {
        throw asDeskFailure(thrown);
      }),
    onSuccess: (value, input) => {
      if (options.invalidates !== undefined) void invalidate(...options.invalidates);
      options.onSuccess?.(value, input);
    },
  });
}
