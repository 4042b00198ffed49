/** A seeded source of numbers: the same seed gives the same sequence on every machine. Not for secrets. */
export type DemoRandom = {
  /** Fraction from 0 (included) to 1 (excluded). */
  fraction: () => number;
  /** Whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number;
  /** One item of a list that is not empty. */
  pick: <T>(items: readonly [T, ...T[]]) => T;
};

/** FNV-1a over UTF-16 code units, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Mulberry32 seeded with a text. */
export function createDemoRandom(seed: string): DemoRandom {
  let state = hashText(seed);
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(fraction() * (high - low + 1));
  // The index stays below the length, and the list has at least one item.
  const pick = <T>(items: readonly [T, ...T[]]): T => items[whole(0, items.length - 1)] ?? items[0];
  return { fraction, whole, pick };
}

/** A UUIDv7 made from an instant in epoch milliseconds and the seeded numbers, so that demo rows sort and repeat. */
export function demoUuid(epochMs: number, random: DemoRandom): string {
  const time = Math.trunc(epochMs).toString(16).padStart(12, '0');
  const digit = (): string => random.whole(0, 15).toString(16);
  const digits = (count: number): string => Array.from({ length: count }, digit).join('');
  const variant = random.whole(8, 11).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${variant}${digits(3)}-${digits(12)}`;
}
