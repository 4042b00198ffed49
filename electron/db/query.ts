import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Builds SQL; runs nothing (its `execute` throws). A `Reader` or `Writer` of `store.ts` runs what it builds, synchronously:
 * Kysely's own SQLite driver awaits between statements of one shared connection, so two requests could write into each other's
 * transaction.
 */
export const query = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});
