import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { net, protocol, type Session } from 'electron';
import { NONCE_PLACEHOLDER, PRINT_PAGE_PATH, SHEET_PATH, WINDOW_ORIGIN } from '../../shared/contract/window-address.ts';
import { contentSecurityPolicy } from './csp.ts';
import { builtFile } from './paths.ts';

const SCHEME = new URL(WINDOW_ORIGIN).protocol.slice(0, -1);
const HOST = new URL(WINDOW_ORIGIN).host;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Must run before the app is ready. A standard, secure scheme has a real origin, which `file:` has not. */
export function registerWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/**
 * Serves the built window to this session. `loadFile` could not set the security policy's header, and a fresh nonce needs one.
 * `sheet` is given for the print session alone: the bytes about to be printed.
 */
export function serveWindow(
  session: Session,
  devServer: string | undefined,
  sheet: () => Uint8Array<ArrayBuffer> | null = () => null,
): void {
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== HOST) return new Response(null, { status: 404 });
    const path = url.pathname === '/' ? '/index.html' : decodeURIComponent(url.pathname);
    const isPage = path === '/index.html' || path === PRINT_PAGE_PATH;
    const file =
      path === SHEET_PATH
        ? pdfFile(sheet())
        : devServer === undefined
          ? await readBuilt(path)
          : await readFromVite(devServer, path + url.search);
    if (file === null) return new Response(null, { status: 404 });

    const headers = new Headers({
      'content-type': file.contentType,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    if (!isPage) return new Response(file.body, { headers });
    const nonce = randomBytes(16).toString('base64');
    headers.set('content-security-policy', contentSecurityPolicy(nonce, devServer));
    headers.set('cross-origin-opener-policy', 'same-origin');
    return new Response(Buffer.from(file.body).toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce), { headers });
  });
}

type ServedFile = { body: Uint8Array<ArrayBuffer>; contentType: string };

function pdfFile(body: Uint8Array<ArrayBuffer> | null): ServedFile | null {
  return body === null ? null : { body, contentType: 'application/pdf' };
}

async function readBuilt(path: string): Promise<ServedFile | null> {
  const root = builtFile('renderer') + sep;
  const file = normalize(join(root, path));
  const contentType = CONTENT_TYPES[extname(file)];
  if (!file.startsWith(root) || contentType === undefined) return null;
  try {
    return { body: new Uint8Array(await readFile(file)), contentType };
  } catch {
    return null;
  }
}

async function readFromVite(devServer: string, path: string): Promise<ServedFile | null> {
  const response = await net.fetch(new URL(path, devServer).href, { bypassCustomProtocolHandlers: true });
  if (!response.ok) return null;
  return {
    body: new Uint8Array(await response.arrayBuffer()),
    contentType: response.headers.get('content-type') ?? 'application/octet-stream',
  };
}
