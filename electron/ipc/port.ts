// The desk process is started either by Electron's utilityProcess or, on older runtimes, by child_process with `advanced`
// serialization. Both carry the same messages.

/** What the shell sends; `input` is unread until the router parses it. */
export type RequestMessage = { id: number | string; channel: unknown; input: unknown };

/** The desk's end of the line to the shell. */
export type Port = {
  onRequest(listener: (request: RequestMessage) => void): void;
  /** The shell has gone: nobody is there to lock the desk. */
  onGone(listener: () => void): void;
  answer(id: number | string, result: unknown): void;
};

/** `process.parentPort` of Electron's utility process; declared here because the desk does not import Electron. */
type ParentPort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
};

/** Finds the line to the shell. Throws when the process was started by hand. */
export function openPort(): Port {
  const { parentPort } = process as typeof process & { parentPort?: ParentPort };
  if (parentPort) {
    return {
      onRequest: (listener) => parentPort.on('message', (event) => deliver(event.data, listener)),
      // A utility process ends together with the application.
      onGone: () => undefined,
      answer: (id, result) => parentPort.postMessage({ id, result }),
    };
  }
  const send = process.send?.bind(process);
  if (!send) throw new Error('the desk process is started by the shell');
  return {
    onRequest: (listener) => void process.on('message', (message) => deliver(message, listener)),
    onGone: (listener) => void process.on('disconnect', listener),
    // The shell may go while an answer is on its way; `disconnect` follows and ends the desk, so the failed send is no error of its own.
    answer: (id, result) => void (process.connected && send({ id, result }, undefined, {}, () => undefined)),
  };
}

function deliver(message: unknown, listener: (request: RequestMessage) => void): void {
  if (typeof message !== 'object' || message === null || !('id' in message)) return;
  const { id } = message;
  if (typeof id !== 'number' && typeof id !== 'string') return;
  listener({ id, channel: 'channel' in message ? message.channel : undefined, input: 'input' in message ? message.input : undefined });
}
