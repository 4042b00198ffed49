import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const project = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(project, file), 'utf8');

/** Rows of the table of SECURITY.md whose last column names tests. */
const rows = read('SECURITY.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.split(' | ').length === 3)
  .map((line) => line.slice(2, -2).split(' | '))
  .map(([criterion = '', , tests = '']) => ({ criterion, tests }));
const table = rows.slice(rows.findIndex(({ criterion }) => criterion === 'Criterion') + 1);
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);

describe('the table of SECURITY.md', () => {
  test('covers every criterion it says it is about', () => {
    const criteria = table.map(({ criterion }) => criterion).join('\n');
    for (let number = 1; number <= 13; number += 1) expect(criteria, `ONC (d)(${number})`).toContain(`(d)(${number})`);
    for (const safeguard of [
      '(a)(1)',
      '(a)(2)(i)',
      '(a)(2)(ii)',
      '(a)(2)(iii)',
      '(a)(2)(iv)',
      '(b)',
      '(c)(1)',
      '(c)(2)',
      '(d)',
      '(e)(1)',
      '(e)(2)',
    ]) {
      expect(criteria.split('HIPAA').slice(1).join(), `HIPAA ${safeguard}`).toContain(safeguard);
    }
    const chapters = `${criteria}\n${
      read('SECURITY.md')
        .split('\n')
        .find((line) => line.startsWith('ASVS V9')) ?? ''
    }`;
    for (let chapter = 1; chapter <= 17; chapter += 1)
      expect(chapters, `ASVS V${chapter}`).toMatch(new RegExp(chapter === 6 ? '6\\.2' : `V${chapter}\\b`));
  });

  test.each(table)('names tests that are there: $criterion', ({ tests }) => {
    const named = [...tests.matchAll(/`(tests\/[^`]+)`: "([^"]+)"/g)];
    const commands = [...tests.matchAll(/`npm run ([^`]+)`/g)].map(([, name]) => name);
    if (tests.trim() === 'none') return;
    expect(named.length).toBeGreaterThan(0);
    for (const [, file = '', title = ''] of named) {
      expect(existsSync(join(project, file)), file).toBe(true);
      expect(read(file).includes(title), `${file}: ${title}`).toBe(true);
    }
    for (const name of commands) expect(scripts).toContain(name);
    // Nothing in the cell is left unread.
    expect(tests.replaceAll(/`tests\/[^`]+`: "[^"]+"|`npm run [^`]+`|[;\s|]/g, '')).toBe('');
  });
});
