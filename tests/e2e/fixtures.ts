import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { freshFolder, launchLasegue, removeFolder, type Lasegue } from './launch.ts';
import { DEMO_USER_DATA } from './make-demo-desk.ts';
import { chooseDemoDesk } from './pages/desk.ts';

export { expect };
export type { Lasegue };

/** How a test's world begins. */
type Options = {
  /** `none`: the first run. `demo`: the demo desk exists and is chosen, locked. */
  startWith: 'none' | 'demo';
  /** More environment for the app, for instance a fixed clock. */
  appEnv: Record<string, string>;
  /** Patterns of log lines and page errors a test brings about on purpose. Any other one fails it. */
  expectedErrors: RegExp[];
};

type Fixtures = {
  /** A running app on a folder of this test's own, removed afterwards. */
  lasegue: Lasegue;
  page: Page;
};

export const test = base.extend<Options & Fixtures>({
  startWith: ['none', { option: true }],
  appEnv: [{}, { option: true }],
  expectedErrors: [[], { option: true }],

  lasegue: async ({ startWith, appEnv, expectedErrors }, use) => {
    const userData = await freshFolder();
    if (startWith === 'demo') await cp(join(DEMO_USER_DATA, 'demo-desk'), join(userData, 'demo-desk'), { recursive: true });
    const lasegue = await launchLasegue({ userData, env: appEnv });
    const pageErrors: string[] = [];
    lasegue.page.on('pageerror', (error) => pageErrors.push(error.message));
    lasegue.page.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
    if (startWith === 'demo') await chooseDemoDesk(lasegue.page);

    await use(lasegue);

    await lasegue.close();
    await removeFolder(userData);
    // The shell writes "lasegue bug", the desk "desk:"; either is a programming error.
    const bugs = lasegue
      .log()
      .split('\n')
      .filter((line) => /^(lasegue bug|desk:)/.test(line));
    const unexpected = [...bugs, ...pageErrors].filter((line) => !expectedErrors.some((pattern) => pattern.test(line)));
    expect(unexpected, 'errors the app reported').toEqual([]);
  },

  page: async ({ lasegue }, use) => use(lasegue.page),
});

/** What axe finds on the page now. Electron has no second page for axe's frames, hence the legacy mode. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary ?? ''})`));
}
