import type { VisitRecord } from '../../../../shared/schemas/visit.ts';
import type { Answer } from '../../../../shared/schemas/common.ts';

// A field of the visit is named by its path in the record, for instance `slr.right.p1AngleDeg`. The same path names its input
// (`data-field`), its message, its pending text and its place in the undo history.

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Present<T> = Exclude<T, undefined>;
type Step<K extends string, T, V> =
  Same<Present<T>, V> extends true
    ? K
    : Exclude<T, undefined | null> extends infer U
      ? U extends readonly unknown[]
        ? never
        : U extends object
          ? `${K}.${PathIn<U, V>}`
          : never
      : never;

/** Paths inside `T` to values of exactly the type `V`. */
export type PathIn<T, V> = { [K in keyof T & string]-?: Step<K, T[K], V> }[keyof T & string];

/** Paths of the visit record to values of exactly the type `V`. */
export type PathTo<V> = PathIn<VisitRecord, V>;

export type AnswerPath = PathTo<Answer>;
export type NumberPath = PathTo<number | null>;
export type DatePath = PathTo<string | null>;
export type TextPath = Exclude<PathTo<string>, 'visitOn' | 'timeZone'>;
export type TickPath = PathTo<boolean>;

type ValueIn<T, P extends string> = P extends `${infer K}.${infer Rest}`
  ? K extends keyof T
    ? ValueIn<Exclude<T[K], undefined | null>, Rest>
    : never
  : P extends keyof T
    ? T[P]
    : never;

/** The type of the value at a path of the visit record. */
export type ValueAt<P extends string> = ValueIn<VisitRecord, P>;

type Branch = Record<string, unknown>;
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the value at a path; `undefined` where the record holds nothing yet. */
export function readAt<P extends string>(record: VisitRecord, path: P): ValueAt<P> | undefined {
  let value: unknown = record;
  for (const key of path.split('.')) value = isBranch(value) ? value[key] : undefined;
  return value as ValueAt<P> | undefined;
}

/** What a branch the record does not hold yet starts from: an onset is stored whole or not at all. */
function newBranch(path: string): Branch {
  return path.startsWith('redFlags.onsets.') ? { startedOn: null, worse: 'unasked', causeKnown: false } : {};
}

/** The record with one value replaced. Branches that do not change keep their identity, so that memoised rows stay still. */
export function writeAt<P extends string>(record: VisitRecord, path: P, value: ValueAt<P>): VisitRecord {
  const write = (branch: unknown, before: string, keys: readonly string[]): unknown => {
    const [key, ...rest] = keys;
    if (key === undefined) return value;
    const old = isBranch(branch) ? branch : newBranch(before);
    return { ...old, [key]: write(old[key], `${before}${key}.`, rest) };
  };
  return write(record, '', path.split('.')) as VisitRecord;
}
