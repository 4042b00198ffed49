import { query } from '../query.ts';
import type { Reader } from '../store.ts';

/** What a backup is compared with when it is opened again. */
export type StoreFacts = {
  seq: number;
  hash: string;
  accessSeq: number;
  counts: { patients: number; visits: number; handouts: number; drafts: number };
};

/** Newest entries of both chains, and how many rows there are of what matters most. */
export function readStoreFacts(read: Reader): StoreFacts {
  const change = read.first(query.selectFrom('change_log').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1));
  const access = read.first(query.selectFrom('access_log').select('seq').orderBy('seq', 'desc').limit(1));
  const count = (table: 'patient' | 'visit' | 'handout' | 'draft'): number =>
    read.first(query.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('rows')))?.rows ?? 0;
  return {
    seq: change?.seq ?? 0,
    hash: change?.hash ?? '',
    accessSeq: access?.seq ?? 0,
    counts: { patients: count('patient'), visits: count('visit'), handouts: count('handout'), drafts: count('draft') },
  };
}

/** Something worth a backup was written after entry `seq`, or typed in a draft after `at`. What a backup says of itself is not. */
export function hasChangedSince(read: Reader, seq: number, at: string): boolean {
  const change = read.first(
    query
      .selectFrom('change_log')
      .select('seq')
      .where('seq', '>', seq)
      .where((is) => is.or([is('table_name', '!=', 'setting'), is('row_id', 'not like', 'backup.%')]))
      .limit(1),
  );
  const isTyped = (table: 'draft' | 'form_draft'): boolean =>
    read.first(query.selectFrom(table).select('saved_at').where('saved_at', '>', at).limit(1)) !== undefined;
  return change !== undefined || isTyped('draft') || isTyped('form_draft');
}
