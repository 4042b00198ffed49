// The package publishes no types its `exports` can reach; it is better-sqlite3 with keys.
declare module 'better-sqlite3-multiple-ciphers' {
  import type BetterSqlite3 from 'better-sqlite3';

  export type EncryptedDatabase = BetterSqlite3.Database & {
    /** Gives the key of the file; `raw:` followed by 32 bytes is used as it is, without derivation. Throws on failure. */
    key(key: Buffer): void;
    /** Writes every page again under a new key. */
    rekey(key: Buffer): void;
  };

  const Database: {
    new (filename: string, options?: BetterSqlite3.Options): EncryptedDatabase;
    SqliteError: new (message: string, code: string) => Error & { code: string };
  };
  export default Database;
}
