import '../shared/zod-setup.ts';
import { stdin, stderr, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { auditText } from '../shared/text/en/screens-audit.ts';
import { settleDatabase } from './db/open.ts';
import { createReader } from './db/store.ts';
import { verifyLog, type LogReport } from './db/verify-log.ts';
import { createVault } from './vault/vault.ts';

// `npm run verify-log -- <desk folder>`: recomputes both chains of a closed desk, with no window and no network. The passphrase is asked
// on the terminal, or is the first line of standard input; never an argument, which every user of the computer could read.

const words = auditText.verify;

/** Ends with 0 when everything fits, 1 when something does not, 2 when the desk could not be opened. */
async function run(folder: string | undefined): Promise<number> {
  if (folder === undefined) return stop(words.usage);
  const vault = createVault(folder);
  const { problem, state, users } = vault.status();
  if (state === 'missing') return stop(words.noDesk);
  if (problem !== null) return stop(words.cannotOpen(problem));
  const lines = createLines();
  const user = users.length === 1 ? users[0] : await chooseUser(users, lines);
  if (user === undefined) return stop(words.nobody);
  const passphrase = await lines.secret(words.passphrase(user.displayName));
  lines.close();
  const opened = await vault.unlock(user.userId, passphrase);
  if (!opened.ok) return stop(words.cannotOpen(opened.error.code));
  const { key, header } = opened.value;
  try {
    const looked = settleDatabase(vault.databasePath, key, (database) =>
      verifyLog(
        createReader((sql) => database.prepare(sql)),
        header.deskId,
      ),
    );
    if (!looked.ok) return stop(words.cannotOpen(looked.error.code));
    report(looked.value);
    return looked.value.intact ? 0 : 1;
  } finally {
    key.fill(0);
  }
}

function report({ entries, headHash, erased, broken }: LogReport): void {
  stdout.write(`${broken === null ? words.intact(entries) : words.broken(broken)}\n`);
  if (erased > 0) stdout.write(`${words.erased(erased)}\n`);
  stdout.write(`${words.anchor(entries, headHash)}\n`);
}

function stop(sentence: string): number {
  stderr.write(`${sentence}\n`);
  return 2;
}

async function chooseUser<U extends { displayName: string }>(users: readonly U[], lines: Lines): Promise<U | undefined> {
  const list = users.map(({ displayName }, index) => `  ${index + 1}  ${displayName}\n`).join('');
  const chosen = Number(await lines.ask(`${list}${words.who}`));
  return users[chosen - 1];
}

type Lines = { ask(question: string): Promise<string>; secret(question: string): Promise<string>; close(): void };

/** Lines of the terminal or of a pipe; what is typed after `secret` is not shown. */
function createLines(): Lines {
  let hidden = false;
  const terminal = createInterface({ input: stdin, terminal: false });
  const waiting: ((line: string) => void)[] = [];
  const read: string[] = [];
  let ended = false;
  terminal.on('line', (line) => {
    const next = waiting.shift();
    if (next) next(line);
    else read.push(line);
  });
  terminal.on('close', () => {
    ended = true;
    for (const next of waiting.splice(0)) next('');
  });
  const ask = (question: string): Promise<string> => {
    stderr.write(question);
    const line = read.shift();
    if (line !== undefined || ended) return Promise.resolve(line ?? '');
    return new Promise((resolve) => waiting.push(resolve));
  };
  const hide = (on: boolean): void => {
    if (stdin.isTTY && hidden !== on) {
      hidden = on;
      stdin.setRawMode(on);
    }
  };
  return {
    ask,
    secret: (question) => (stdin.isTTY ? typedSecret(question, hide) : ask(question)),
    close: () => terminal.close(),
  };
}

/** Reads one line key by key, so that the terminal shows none of it. */
function typedSecret(question: string, hide: (on: boolean) => void): Promise<string> {
  stderr.write(question);
  hide(true);
  return new Promise((resolve) => {
    let typed = '';
    const onKey = (chunk: Buffer): void => {
      for (const letter of chunk.toString('utf8')) {
        if (letter === '\r' || letter === '\n') {
          stdin.off('data', onKey);
          hide(false);
          stderr.write('\n');
          resolve(typed);
          return;
        }
        if (letter === '\u0003') {
          hide(false);
          process.exit(2);
        }
        typed = letter === '\u007f' || letter === '\b' ? Array.from(typed).slice(0, -1).join('') : typed + letter;
      }
    };
    stdin.on('data', onKey);
  });
}

process.exitCode = await run(process.argv[2]);
