import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { deskChannels, type DeskChannel } from '../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { mayCall } from '../../shared/contract/roles.ts';
import { storageErrorCode } from '../db/open.ts';
import { HOST_CHANNELS, LOCKED_CHANNELS, type AllHandlers, type DeskHost } from '../use-cases/context.ts';
import { describeBug } from './describe-bug.ts';
import { toFieldErrors } from '../../shared/contract/field-errors.ts';

/** Answers one request. Never rejects: a bug is a `Result` too. */
export type Router = (channel: unknown, input: unknown) => Promise<Result<unknown>>;

/** `report` takes one line for each bug: incident, channel, kind of error and places in the code, never a message or a value. */
export function createRouter(host: DeskHost, handlers: AllHandlers, report: (line: string) => void): Router {
  let writes: Promise<unknown> = Promise.resolve();

  const answer = async (channel: DeskChannel, input: unknown): Promise<Result<unknown>> => {
    const { input: inputSchema, output: outputSchema } = deskChannels[channel];
    const role = host.current()?.user.role;
    if (role !== undefined && !mayCall(role, channel)) return fail('forbidden');
    const parsed = parseInput(inputSchema, input);
    if (!parsed.ok) return parsed;
    const wasOpen = host.current() !== null;
    if (!wasOpen && !isLockedChannel(channel)) return fail('locked');
    let stage = 'use-case';
    try {
      const result = await run(host, handlers, channel, parsed.value);
      if (!result.ok) return result;
      stage = 'output';
      return ok(outputSchema.parse(result.value));
    } catch (error) {
      // A read that was still at work when the desk was locked.
      if (wasOpen && host.current() === null && channel !== 'desk.close') return fail('locked');
      const code = storageErrorCode(error);
      if (code !== null) return fail(code);
      const incident = randomUUID();
      report(`incident ${incident} ${channel} ${stage} ${describeBug(error)}`);
      return fail('bug', { incident });
    }
  };

  return (channel, input) => {
    if (!isDeskChannel(channel)) return Promise.resolve(fail('invalid-input'));
    // Writes are carried out one after another in the order they came; a read sees every write that came before it.
    const answered = writes.then(() => answer(channel, input));
    if (deskChannels[channel].kind === 'write') writes = answered;
    return answered;
  };
}

/** Some objects make the parser itself throw, for instance one whose `length` is no number and cannot become one. */
function parseInput(schema: z.ZodType, input: unknown): Result<unknown> {
  try {
    const parsed = schema.safeParse(input);
    return parsed.success ? ok(parsed.data) : fail('invalid-input', { fields: toFieldErrors(parsed.error, input) });
  } catch {
    return fail('invalid-input');
  }
}

function isDeskChannel(channel: unknown): channel is DeskChannel {
  return typeof channel === 'string' && Object.hasOwn(deskChannels, channel);
}

function isLockedChannel(channel: DeskChannel): boolean {
  return (LOCKED_CHANNELS as readonly DeskChannel[]).includes(channel);
}

async function run(host: DeskHost, handlers: AllHandlers, channel: DeskChannel, input: unknown): Promise<Result<unknown>> {
  // The input was parsed by this very channel's schema, which the type of the registry ties to its handler.
  const handler = handlers[channel] as (subject: unknown, input: unknown) => Promise<Result<unknown>>;
  const needsHost = (HOST_CHANNELS as readonly DeskChannel[]).includes(channel);
  return handler(needsHost ? host : host.current(), input);
}
