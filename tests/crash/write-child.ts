import { statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { LAST_STORED, openLastStored } from '../../electron/db/last-stored.ts';
import { openDatabase } from '../../electron/db/open.ts';
import { overwriteDraft } from '../../electron/db/repositories/draft.ts';
import { insertPatient } from '../../electron/db/repositories/patient.ts';
import { createStore } from '../../electron/db/store.ts';
import { uuidv7 } from '../../electron/ids.ts';
import { deriveKeys } from '../../electron/vault/derived-keys.ts';
import { emptyVisitRecord } from '../../shared/schemas/visit.ts';
import { PATIENT } from '../db/visits.ts';
import { draftSavedAt, NO_SALT, noteOfDraft, rowsOf, type ChildStart } from './kill-rounds.ts';

// Writes until it is killed. It says on stdout, each time before anything else happens: `B n` inside transaction n, `C n bytes` once it is
// acknowledged, with the length of the write-ahead log then, and `F n code` when it was refused.

const { folder, deskId, userId, visitId, keyHex, firstNumber, pauseMs } = JSON.parse(process.argv[2] ?? 'null') as ChildStart;
const key = Buffer.from(keyHex, 'hex');
const path = join(folder, 'desk.db');
const opened = openDatabase(path, key);
if (!opened.ok) throw new Error(opened.error.code);
const lastStored = openLastStored(join(folder, LAST_STORED), deriveKeys(key, NO_SALT).seen);
const store = createStore(opened.value, deskId, (stored) => lastStored.note(stored));
const pause = new Int32Array(new SharedArrayBuffer(4));
const empty = emptyVisitRecord('first', '2025-03-10', 'UTC');

for (let number = firstNumber; ; number += 1) {
  try {
    write(number);
    writeSync(1, `C ${number} ${statSync(`${path}-wal`).size}\n`);
  } catch (error) {
    writeSync(1, `F ${number} ${(error as { code?: string }).code ?? String(error)}\n`);
  }
}

/** A draft, and with most of them records, in one transaction. */
function write(number: number): void {
  const at = draftSavedAt(number);
  const record = { ...empty, note: noteOfDraft(number) };
  store.write({ userId, at }, (db) => {
    overwriteDraft(db, { visitId, userId, sequence: number, record, pendingText: {}, focusField: '', savedAt: at });
    for (let row = 0; row < rowsOf(number); row += 1) {
      insertPatient(db, uuidv7(), { ...PATIENT, familyName: `Write${number}`, note: 'n'.repeat((number * 37) % 4000) });
      if (row === 0) announce(number);
    }
    if (rowsOf(number) === 0) announce(number);
  });
}

function announce(number: number): void {
  writeSync(1, `B ${number}\n`);
  // Every third transaction stands open long enough for the kill to meet it.
  if (number % 3 === 0) Atomics.wait(pause, 0, 0, pauseMs);
}
