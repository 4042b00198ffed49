import type { DeskChannel, Input, Output } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { CalendarDate, Instant } from '../../shared/schemas/common.ts';
import type { Role } from '../../shared/schemas/user.ts';
import type { EncryptedDatabase } from 'better-sqlite3-multiple-ciphers';
import type { Loss } from '../db/last-stored.ts';
import type { Reader, Store, Writer } from '../db/store.ts';
import type { DeskKeys } from '../vault/derived-keys.ts';
import type { Vault } from '../vault/vault.ts';
import type { OpenSalvage } from './salvage/salvage.ts';

/** The desk's clock: the only source of "now" and "today". */
export type Clock = {
  /** UTC, ISO 8601 with `Z`. */
  nowInstant(): Instant;
  /** The calendar date in `timeZone`. */
  today(): CalendarDate;
  /** IANA zone, for instance `Europe/London`. */
  timeZone: string;
};

/** Who has unlocked. An administrator who changes their own role changes it here too. */
export type DeskUser = { userId: string; displayName: string; role: Role };

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
  /** Whether this is the user's own passphrase; wrong ones count for the delay. Errors: `wrong-passphrase`, `wait`. */
  checkPassphrase(passphrase: string): Promise<Result<null>>;
  /** Moves the write-ahead log into the file; called after each signing (design 6) and each erasure. */
  checkpoint(): void;
};

/** Answers one channel on an open desk. Input has been parsed by the channel's schema; the output will be. */
export type Handler<C extends DeskChannel> = (desk: DeskContext, input: Input<C>) => Result<Output<C>> | Promise<Result<Output<C>>>;

/** Channels answered whether the desk is open or not. */
export const LOCKED_CHANNELS = [
  'desk.status',
  'desk.create',
  'desk.createDemo',
  'desk.unlock',
  'desk.recover',
  'desk.close',
  'desk.diagnostics',
  'backup.inspect',
  'backup.restore',
  'salvage.open',
  'salvage.patients',
  'salvage.patient',
  'salvage.export',
] as const;
/** Channels that also need the desk folder, not only the open store. */
export const HOST_CHANNELS = [
  ...LOCKED_CHANNELS,
  'desk.changePassphrase',
  'desk.makeRecoveryKey',
  'people.list',
  'people.add',
  'people.setRole',
  'people.resetPassphrase',
  'people.remove',
  'people.rekey',
  'desk.notices',
  'clinic.save',
  'backup.status',
  'backup.configure',
  'backup.make',
  'backup.verify',
  'backup.checkAnchors',
] as const;
export type HostChannel = (typeof HOST_CHANNELS)[number];

/** The desk process: its folder, and the desk once it has been opened. */
export type DeskHost = {
  folder: string;
  isDemo: boolean;
  clock: Clock;
  vault: Vault;
  /** The open desk, or null while it is locked. */
  current(): DeskContext | null;
  /** The open desk's file and keys, for backups; null while it is locked. */
  file(): { copy: Store['copy']; keys: DeskKeys } | null;
  /** Runs jobs on the file one after another: a backup, a drill, closing. */
  alone<T>(job: () => Promise<T>): Promise<T>;
  /** Takes over an opened database in the name of `user`; it is closed by `end`, and the keys are filled with zeros. */
  begin(database: EncryptedDatabase, deskId: string, user: DeskUser, keys: DeskKeys): DeskContext;
  /** What is read of a damaged desk while it cannot be opened; ended with `end`. */
  salvage: { current(): OpenSalvage | null; begin(salvaged: OpenSalvage): void; end(): void };
  /** What was acknowledged before and was not there when the desk was opened; null when nothing is known to be missing. */
  loss(): Loss | null;
  /** Checkpoints and closes. Nothing happens when no desk is open. */
  end(): void;
  /** Incidents of this process, oldest first: id, channel and kind of each bug, never data. */
  incidents(): readonly string[];
};

/** Answers one channel that works on the folder; it may find the desk locked. */
export type HostHandler<C extends HostChannel> = (host: DeskHost, input: Input<C>) => Result<Output<C>> | Promise<Result<Output<C>>>;

/** The handlers of some channels, by name: what each feature's `index.ts` exports. */
export type HostHandlers<C extends HostChannel> = { [K in C]: HostHandler<K> };
export type Handlers<C extends Exclude<DeskChannel, HostChannel>> = { [K in C]: Handler<K> };
/** One handler for every channel of the desk. */
export type AllHandlers = { [C in DeskChannel]: C extends HostChannel ? HostHandler<C> : Handler<C> };
