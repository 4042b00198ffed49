import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';

const USUAL = { width: 1280, height: 800 } as const;
/** The smallest window every screen is drawn for. */
const SMALL = { width: 1024, height: 700 } as const;
const THEMES = ['light', 'dark'] as const;

export type Album = {
  /** Takes the screen as it is, in both themes; `small` also in the smallest window. */
  shoot: (name: string, options?: { small?: boolean }) => Promise<void>;
  /** How many pictures there are by now. */
  count: () => number;
};

/** Pictures of the running window, numbered in the order of the story. The window follows the system's theme, which the driver plays. */
export async function createAlbum(app: ElectronApplication, page: Page, folder: string): Promise<Album> {
  await mkdir(folder, { recursive: true });
  let screens = 0;
  let pictures = 0;

  async function resize(size: { width: number; height: number }): Promise<void> {
    await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size);
    await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
  }

  async function setTheme(theme: (typeof THEMES)[number]): Promise<void> {
    await page.emulateMedia({ colorScheme: theme });
    await page.waitForFunction((wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted, theme);
  }

  async function shootBoth(file: (theme: string) => string): Promise<void> {
    for (const theme of THEMES) {
      await setTheme(theme);
      await page.screenshot({ path: join(folder, file(theme)), animations: 'disabled' });
      pictures += 1;
    }
    await setTheme('light');
  }

  await resize(USUAL);
  await setTheme('light');
  return {
    shoot: async (name, { small = false } = {}) => {
      screens += 1;
      const number = String(screens).padStart(2, '0');
      await shootBoth((theme) => `${number}-${name}-${theme}.png`);
      if (!small) return;
      await resize(SMALL);
      await shootBoth((theme) => `${number}-${name}-1024-${theme}.png`);
      await resize(USUAL);
    },
    count: () => pictures,
  };
}
