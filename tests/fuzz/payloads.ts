import { z } from 'zod';
import { deskChannels, type DeskChannel } from '../../shared/contract/contract.ts';
import type { DemoRandom } from '../../electron/use-cases/demo/generate-random.ts';

// Payloads that the contract does not allow: hostile values by themselves, and valid payloads with one or more places spoiled.

/** Longer than any field, and held once however often it is sent. */
const HUGE = 'x'.repeat(2_000_000);
/** As deep as a message between processes can be; a deeper one is refused by the sender. */
const DEEP = nested(500);
const MANY: Record<string, string> = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`key${index}`, HUGE.slice(0, 20)]));
const LONG_LIST = Array.from({ length: 20_000 }, (_, index) => index);

/** Keys that reach for the prototype, and others no form has. */
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '0',
  'length',
  'then',
  'toJSON',
  '\0',
  'a.b',
  '$ne',
] as const;

const STRINGS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u0007',
  '\u202Egnp.exe',
  '\ud800',
  '\udfff\ud800',
  "'; DROP TABLE patient; --",
  '" OR 1=1 --',
  '../../../../etc/passwd',
  'C:\\Windows\\system32',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  '${7*7}',
  '%s%s%n',
  '0',
  '-1',
  'NaN',
  '1e309',
  'null',
  '2025-02-30',
  '9999-99-99',
  '00000000-0000-0000-0000-000000000000',
  'not-a-uuid',
  HUGE,
  'ﷺ'.repeat(300),
  'e\u0301'.repeat(6000),
  '%PDF-1.7',
  'x'.repeat(201),
] as const;

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  1e308,
  -1e308,
  Infinity,
  -Infinity,
  NaN,
  2 ** 53,
  -(2 ** 53) - 2,
  2 ** 31,
  1e-320,
  4_294_967_296,
] as const;

function makers(random: DemoRandom): readonly [() => unknown, ...(() => unknown)[]] {
  return [
    () => undefined,
    () => null,
    () => random.fraction() < 0.5,
    () => random.pick(STRINGS),
    () => random.pick(NUMBERS),
    () => BigInt(random.whole(0, 9)),
    () => new Date(random.pick(NUMBERS)),
    () => [],
    () => ({}),
    () => Object.create(null) as unknown,
    () => new Map([['visitId', 'x']]),
    () => new Set([1]),
    () => new Uint8Array(random.whole(0, 300)),
    () => new Float64Array([NaN]),
    () => new ArrayBuffer(8),
    () => new Error('not a payload'),
    () => /^/,
    () => DEEP,
    () => MANY,
    () => LONG_LIST,
    () => [hostileValue(random)],
    () => ({ [random.pick(KEYS)]: hostileValue(random) }),
    () => withOwnKey({}, random.pick(KEYS), hostileValue(random)),
  ];
}

/** A value of another kind than a form sends, or of the right kind and absurd. All of them cross a process boundary. */
export function hostileValue(random: DemoRandom): unknown {
  return random.pick(makers(random))();
}

/** A payload this channel must refuse: hostile by itself, or made from `sample` (null: there is none). */
export function malformed(channel: DeskChannel, sample: unknown, random: DemoRandom): unknown {
  const { input } = deskChannels[channel];
  for (;;) {
    const made = sample === null || random.fraction() < 0.15 ? bare(input, random) : mutated(sample, random);
    if (isRefused(input, made)) return made;
  }
}

function isRefused(schema: z.ZodType, input: unknown): boolean {
  try {
    return !schema.safeParse(input).success;
  } catch {
    // Some objects make the parser throw; the desk must refuse them all the same.
    return true;
  }
}

/** Hostile values, alone or under the names this channel knows. */
function bare(schema: z.ZodType, random: DemoRandom): unknown {
  const shape = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  if (shape.length === 0 || random.fraction() < 0.5) return hostileValue(random);
  return Object.fromEntries(shape.map((key) => [key, hostileValue(random)]));
}

/** A copy of `sample` with one to three places spoiled. */
function mutated(sample: unknown, random: DemoRandom): unknown {
  let value = structuredClone(sample);
  for (let left = random.whole(1, 3); left > 0; left -= 1) value = spoiled(value, random);
  return value;
}

function spoiled(value: unknown, random: DemoRandom): unknown {
  const isContainer = typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
  if (!isContainer || random.fraction() < 0.08) return hostileValue(random);
  const keys = Object.keys(value);
  const key = keys[random.whole(0, keys.length - 1)];
  const container = value as Record<string, unknown>;
  const way = random.fraction();
  if (key === undefined || way < 0.1) return withOwnKey(container, random.pick(KEYS), hostileValue(random));
  if (way < 0.2) {
    // oxlint-disable-next-line typescript/no-dynamic-delete -- a payload that lacks one of its keys
    delete container[key];
    return container;
  }
  return withOwnKey(container, key, spoiled(container[key], random));
}

/** Sets an own property, also one named `__proto__`. */
function withOwnKey<T extends object>(target: T, key: string, value: unknown): T {
  // The length of a list takes no other value.
  if (Array.isArray(target) && key === 'length') return target;
  return Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function nested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? { visitId: value } : [value];
  return value;
}
