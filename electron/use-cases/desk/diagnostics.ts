import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { RULE_VERSION } from '../../../shared/clinical/rule-version.ts';
import { SCHEMA_VERSION } from '../../db/migrate.ts';
import { query } from '../../db/query.ts';
import type { DeskContext, DeskHost } from '../context.ts';

/** Versions, counts and incident codes, one a line, to be copied into a report. Never a name, a date of a patient or an id. */
export function getDiagnostics(host: DeskHost): Result<Output<'desk.diagnostics'>> {
  const desk = host.current();
  return ok({
    lines: [
      `node ${process.versions.node}, ${process.platform} ${process.arch}`,
      `schema ${SCHEMA_VERSION}, rules ${RULE_VERSION}`,
      `desk ${desk ? 'open' : 'locked'}${host.isDemo ? ', demo' : ''}`,
      ...(desk ? describeStore(desk) : []),
      ...host.incidents(),
    ],
  });
}

function describeStore({ read }: DeskContext): string[] {
  const sqlite = read.first(sql<{ version: string }>`SELECT sqlite_version() AS version`.compile(query))?.version ?? '';
  const counts = (['patient', 'visit', 'draft', 'handout', 'change_log', 'access_log'] as const).map((table) => {
    const row = read.first(query.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('rows')));
    return `${table} ${row?.rows ?? 0}`;
  });
  return [`sqlite ${sqlite}`, `rows: ${counts.join(', ')}`];
}
