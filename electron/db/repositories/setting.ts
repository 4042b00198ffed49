import type { z } from 'zod';
import { query } from '../query.ts';
import type { Reader, Writer } from '../store.ts';

/** A setting by its name, or null when it was never saved or no longer fits its schema. */
export function readSetting<T>(read: Reader, settingId: string, schema: z.ZodType<T>): T | null {
  const row = read.first(query.selectFrom('setting').select('value_json').where('setting_id', '=', settingId));
  const parsed = row === undefined ? null : schema.safeParse(JSON.parse(row.value_json));
  return parsed?.success === true ? parsed.data : null;
}

/** Saves a setting; every value it ever had stays in the change log. */
export function saveSetting(db: Writer, settingId: string, value: unknown): void {
  const value_json = JSON.stringify(value);
  const row = db.first(query.selectFrom('setting').select('revision').where('setting_id', '=', settingId));
  if (row === undefined) db.insert('setting', { setting_id: settingId, value_json });
  else if (!db.update('setting', settingId, row.revision, { value_json })) throw new Error('a setting changed within its own transaction');
}
