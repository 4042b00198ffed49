import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, screen, type BrowserWindow, type Rectangle } from 'electron';
import { z } from 'zod';

/** Smallest window every screen is drawn for, CSS pixels. */
export const MINIMUM_SIZE = { width: 1024, height: 700 } as const;
const FIRST_SIZE = { width: 1280, height: 800 } as const;

const stateSchema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximized: z.boolean() });

/** Size and place of the last window, or the first size. A place no screen shows any more is left out. */
export function readWindowState(): Partial<Rectangle> & { maximized: boolean } {
  const state = stateSchema.safeParse(readStored());
  if (!state.success) return { ...FIRST_SIZE, maximized: false };
  const { x, y, width, height, maximized } = state.data;
  const size = { width: Math.max(width, MINIMUM_SIZE.width), height: Math.max(height, MINIMUM_SIZE.height), maximized };
  const isSeen = screen.getAllDisplays().some(({ workArea }) => {
    return x < workArea.x + workArea.width && x + width > workArea.x && y >= workArea.y && y < workArea.y + workArea.height;
  });
  return isSeen ? { ...size, x, y } : size;
}

/** Remembers size and place when the window closes: the only file the shell keeps, and it says nothing of a patient. */
export function rememberWindowState(window: BrowserWindow): void {
  window.on('close', () => {
    const state = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(stateFile(), JSON.stringify(state));
    } catch {
      // A folder that cannot be written costs only the window's size.
    }
  });
}

function stateFile(): string {
  return join(app.getPath('userData'), 'window.json');
}

function readStored(): unknown {
  try {
    return JSON.parse(readFileSync(stateFile(), 'utf8'));
  } catch {
    return null;
  }
}
