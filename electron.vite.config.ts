import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { LIBRARY_PARTS } from './electron/pdf/library-parts/parts.ts';
import { writeSheetLanguages } from './electron/runtime/sheet-languages.ts';
import packageFile from './package.json' with { type: 'json' };
import { channels, events } from './shared/contract/contract.ts';
import { NONCE_PLACEHOLDER } from './shared/contract/window-address.ts';

writeSheetLanguages();

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Two runtimes run this code: the pinned Electron and, where it cannot be downloaded, one with Chromium 130 and Node 20 (electron/runtime).
const NODE_TARGET = 'node20';
const CHROMIUM_TARGET = 'chrome130';

/** `npm run dev` only. */
const DEV_PORT = 5173;

export default defineConfig({
  main: {
    resolve: { alias: { ...LIBRARY_PARTS } },
    define: { __PRODUCT_ELECTRON__: JSON.stringify(packageFile.devDependencies.electron) },
    build: {
      target: NODE_TARGET,
      outDir: 'out/main',
      // `dependencies` stay outside (native binaries, data); `devDependencies` are bundled: a worker that is one file starts sooner.
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: from('electron/main.ts'),
          desk: from('electron/desk.ts'),
          'pdf-worker': from('electron/pdf/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    // The preload needs only the names, so the schemas and zod stay out of it.
    define: {
      __CHANNEL_NAMES__: JSON.stringify(Object.keys(channels)),
      __EVENT_NAMES__: JSON.stringify(Object.keys(events)),
    },
    build: {
      target: NODE_TARGET,
      outDir: 'out/preload',
      // A sandboxed preload cannot require anything but Electron: one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: from('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('renderer'),
    plugins: [react()],
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      target: CHROMIUM_TARGET,
      outDir: 'out/renderer',
      emptyOutDir: true,
      minify: true,
      // No data: URLs: the content security policy then needs no exception for them.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: { index: from('renderer/index.html'), 'print-sheet': from('renderer/print-sheet/index.html') } },
    },
    // The page comes through the shell's scheme, so the refresh socket must be told where Vite is.
    server: { host: '127.0.0.1', port: DEV_PORT, strictPort: true, hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: DEV_PORT } },
  },
});
