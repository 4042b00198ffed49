import type { ChannelName, EventName, EventPayload, Input, Output } from '../../shared/contract/contract.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { Result } from '../../shared/contract/result.ts';
import { bridge } from './bridge.ts';
import { DeskFailure } from './desk-failure.ts';

type FailureListener = (code: ErrorCode) => void;
const failureListeners = new Set<FailureListener>();

/** Called with the code of every failed request, so that the window can cover itself when the desk is gone or locked. */
export function onFailure(listener: FailureListener): () => void {
  failureListeners.add(listener);
  return () => failureListeners.delete(listener);
}

/**
 * Asks the desk or the shell and returns the value, or throws a `DeskFailure` with the code of its answer.
 * Nothing else of the window touches `window.lasegue`.
 */
export async function call<C extends ChannelName>(channel: C, input: Input<C>): Promise<Output<C>> {
  const send = bridge().call[channel] as (input: Input<C>) => Promise<Result<Output<C>>>;
  const result = await send(input).catch((): Result<Output<C>> => ({ ok: false, error: { code: 'bug' } }));
  if (result.ok) return result.value;
  for (const listener of failureListeners) listener(result.error.code);
  throw new DeskFailure(result.error);
}

/** Listens to an event of the shell. Returns the function that ends it. */
export function onShellEvent<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
  return bridge().on[event](listener);
}
