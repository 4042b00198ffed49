import type { DeskChannel, Input, Output } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { CalendarDate, Instant } from '../../shared/schemas/common.ts';
import type { Reader, Writer } from '../db/store.ts';

/** The desk's clock: the only source of "now" and "today". */
export type Clock = {
  /** UTC, ISO 8601 with `Z`. */
  nowInstant(): Instant;
  /** The calendar date in `timeZone`. */
  today(): CalendarDate;
  /** IANA zone, for instance `Europe/London`. */
  timeZone: string;
};

export type DeskUser = { userId: string; displayName: string };

/** What a use-case of an open desk works with. */
export type DeskContext = {
  deskId: string;
  isDemo: boolean;
  user: DeskUser;
  clock: Clock;
  /** A new UUIDv7. */
  newId(): string;
  /** Runs reads built with `query` (db/query.ts), synchronously. */
  read: Reader;
  /**
   * One durable transaction in the name of `user`, now. Rolled back when `work` throws or returns a failed `Result`, so a use-case
   * may write `return desk.write((db) => { ...; return ok(value); })`. Not async, not nested.
   */
  write<T>(work: (db: Writer) => T extends PromiseLike<unknown> ? never : T): T;
  /** Moves the write-ahead log into the file; called after each signing (design 6). */
  checkpoint(): void;
};

/** Answers one channel on an open desk. Input has been parsed by the channel's schema; the output will be. */
export type Handler<C extends DeskChannel> = (desk: DeskContext, input: Input<C>) => Result<Output<C>> | Promise<Result<Output<C>>>;

/** Channels answered whether the desk is open or not. */
export type LockedChannel = 'desk.status' | 'desk.create' | 'desk.createDemo' | 'desk.unlock' | 'desk.close' | 'desk.diagnostics';
export type OpenChannel = Exclude<DeskChannel, LockedChannel>;

/** The handlers of some open-desk channels, by name: what each feature's `index.ts` exports. */
export type Handlers<C extends OpenChannel> = { [K in C]: Handler<K> };
