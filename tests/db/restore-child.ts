import { readLabel } from '../../electron/exchange/backup-file.ts';
import { restore } from '../../electron/exchange/restore.ts';
import { valueOf } from './database.ts';

// A restore that is cut off: begins, says so, and goes on until its parent ends it or it is done.

const [path = '', deskFolder = '', keyHex = '', userId = ''] = process.argv.slice(2);
const label = valueOf(await readLabel(path));
process.stdout.write('begins\n');
valueOf(await restore(path, label, Buffer.from(keyHex, 'hex'), deskFolder, '2025-03-12T090000', userId));
process.stdout.write('done\n');
