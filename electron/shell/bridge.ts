import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import {
  deskChannels,
  shellChannels,
  type DeskChannel,
  type EventName,
  type EventPayload,
  type Input,
  type Output,
  type ShellChannel,
} from '../../shared/contract/contract.ts';
import { fail, type Result } from '../../shared/contract/result.ts';
import { BRIDGE_CALL, BRIDGE_EVENT, WINDOW_ORIGIN } from '../../shared/contract/window-address.ts';
import type { DeskHost } from './desk-host.ts';
import { reportBug } from './log.ts';

/** What the shell answers itself, one handler a channel. */
export type ShellHandlers = { [C in ShellChannel]: (input: Input<C>) => Promise<Result<Output<C>>> };

/** Answers the window's calls: the desk's channels are passed on unread, the shell's own are parsed and handled here. */
export function answerWindow(window: BrowserWindow, desk: DeskHost, handlers: ShellHandlers): void {
  ipcMain.handle(BRIDGE_CALL, (event, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    // The sender first, then the name; the payload is not looked at.
    if (!isOwnPage(event, window)) throw new Error('Refused: not the window');
    if (isDeskChannel(channel)) return desk.request(channel, input);
    if (isShellChannel(channel)) return handle(channel, input, handlers);
    throw new Error('Refused: no such channel');
  });
}

/** Sends an event to the window, if there is still one. */
export function sendEvent<E extends EventName>(window: BrowserWindow, name: E, payload: EventPayload<E>): void {
  if (!window.isDestroyed() && !window.webContents.isCrashed()) window.webContents.send(BRIDGE_EVENT, name, payload);
}

function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return frame !== null && !window.isDestroyed() && frame === window.webContents.mainFrame && frame.origin === WINDOW_ORIGIN;
}

function isDeskChannel(channel: unknown): channel is DeskChannel {
  return typeof channel === 'string' && Object.hasOwn(deskChannels, channel);
}

function isShellChannel(channel: unknown): channel is ShellChannel {
  return typeof channel === 'string' && Object.hasOwn(shellChannels, channel);
}

async function handle<C extends ShellChannel>(channel: C, input: unknown, handlers: ShellHandlers): Promise<Result<unknown>> {
  try {
    const parsed = shellChannels[channel].input.safeParse(input);
    if (!parsed.success) return fail('invalid-input');
    const result = await handlers[channel](parsed.data as Input<C>);
    if (!result.ok) return result;
    return { ok: true, value: shellChannels[channel].output.parse(result.value) };
  } catch (error) {
    return fail('bug', { incident: reportBug(channel, error) });
  }
}
