import type { LasegueBridge } from '../../shared/contract/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload. Only `api/` may use it. */
    readonly lasegue: LasegueBridge;
  }
}

/** The bridge to the shell and the desk. */
export function bridge(): LasegueBridge {
  return window.lasegue;
}
