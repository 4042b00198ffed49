import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../electron/runtime/find-electron.ts';
import { launchLasegue, removeFolder } from './launch.ts';
import { createDemoDesk } from './pages/desk.ts';

/** User data holding a demo desk, made through the real window before the first test. Each test that wants it gets a copy. */
export const DEMO_USER_DATA = join(projectFolder, 'out', 'tests', 'demo-user-data');

/** Playwright's global set-up. Making the demo's people up takes some seconds, so it is done once and not per test. */
async function makeDemoDesk(): Promise<void> {
  await removeFolder(DEMO_USER_DATA);
  await mkdir(DEMO_USER_DATA, { recursive: true });
  const lasegue = await launchLasegue({ userData: DEMO_USER_DATA });
  await createDemoDesk(lasegue.page);
  await lasegue.close();
}

export default makeDemoDesk;
