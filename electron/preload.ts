import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { LasegueBridge } from '../shared/contract/bridge.ts';
import type { ChannelName, EventName } from '../shared/contract/contract.ts';
import { BRIDGE_CALL, BRIDGE_EVENT } from '../shared/contract/window-address.ts';

// The contract's keys, put in by the build (electron.vite.config.ts).
declare const __CHANNEL_NAMES__: readonly ChannelName[];
declare const __EVENT_NAMES__: readonly EventName[];

/** One function per channel and per event of the contract. The page never holds `ipcRenderer`, an event object or a free channel name. */
function buildBridge(): LasegueBridge {
  const call = Object.fromEntries(
    __CHANNEL_NAMES__.map((name) => [name, (input: unknown) => ipcRenderer.invoke(BRIDGE_CALL, name, input)]),
  );
  const on = Object.fromEntries(__EVENT_NAMES__.map((name) => [name, (listener: (payload: unknown) => void) => subscribe(name, listener)]));
  return { call, on } as unknown as LasegueBridge;
}

function subscribe(name: EventName, listener: (payload: unknown) => void): () => void {
  const relay = (_event: IpcRendererEvent, sent: EventName, payload: unknown): void => {
    if (sent === name) listener(payload);
  };
  ipcRenderer.on(BRIDGE_EVENT, relay);
  return () => void ipcRenderer.removeListener(BRIDGE_EVENT, relay);
}

contextBridge.exposeInMainWorld('lasegue', buildBridge());
