import type { ChannelName, EventName, EventPayload, Input, Output } from './contract.ts';
import type { Result } from './result.ts';

/** What the preload exposes as `window.lasegue`: one call per channel, one subscription per event, nothing generic. */
export type LasegueBridge = {
  call: { [C in ChannelName]: (input: Input<C>) => Promise<Result<Output<C>>> };
  /** Returns the function that ends the subscription. */
  on: { [E in EventName]: (listener: (payload: EventPayload<E>) => void) => () => void };
};
