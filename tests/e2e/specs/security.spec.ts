import { channels, events } from '../../../shared/contract/contract.ts';
import { WINDOW_ORIGIN } from '../../../shared/contract/window-address.ts';
import { expect, test } from '../fixtures.ts';

// Each guard of the shell, with something that tries to get past it.

const OUTSIDE = 'https://example.com/';

test('the page carries a strict policy, with another nonce at each load', async ({ lasegue, page }) => {
  const policies = await lasegue.app.evaluate(async ({ BrowserWindow }, origin) => {
    const own = BrowserWindow.getAllWindows()[0]?.webContents.session;
    const read = async (): Promise<string> => (await own?.fetch(`${origin}/index.html`))?.headers.get('content-security-policy') ?? '';
    return [await read(), await read()];
  }, WINDOW_ORIGIN);
  expect(policies[0]).toContain("default-src 'none'");
  expect(policies[0]).toMatch(/style-src 'self' 'nonce-[\w+/=]{20,}'/);
  expect(policies[0]).not.toContain('unsafe');
  expect(policies[0]).not.toBe(policies[1]);
  expect(page.url()).toMatch(/^lasegue:\/\/app\//);
});

test.describe('what the policy refuses', () => {
  test.use({ expectedErrors: [/Content Security Policy/] });

  test('a script or style that is not ours does nothing', async ({ page }) => {
    const outcome = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.body.dataset.inline = "ran"';
      const style = document.createElement('style');
      style.textContent = 'body { --planted: 1 }';
      document.head.append(script, style);
      // Later, because what the debugger itself evaluates is let through.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            // oxlint-disable-next-line typescript/no-implied-eval -- the very thing the policy must refuse
            resolve(new Function('return "ran"')());
          } catch {
            resolve('refused');
          }
        });
      });
      return { inline: document.body.dataset['inline'], planted: getComputedStyle(document.body).getPropertyValue('--planted'), evaluated };
    });
    expect(outcome).toEqual({ inline: undefined, planted: '', evaluated: 'refused' });
  });

  test('no request leaves: fetch, image, socket, worker, frame', async ({ page }) => {
    const outcome = await page.evaluate(async (outside) => {
      const settled = (start: (yes: () => void, no: () => void) => void): Promise<string> =>
        new Promise((resolve) =>
          start(
            () => resolve('left'),
            () => resolve('refused'),
          ),
        );
      return {
        fetch: await fetch(outside).then(
          () => 'left',
          () => 'refused',
        ),
        image: await settled((yes, no) => {
          const image = new Image();
          image.addEventListener('load', yes);
          image.addEventListener('error', no);
          image.src = `${outside}x.png`;
        }),
        socket: await settled((yes, no) => {
          const socket = new WebSocket('wss://example.com/');
          socket.addEventListener('open', yes);
          socket.addEventListener('error', no);
        }),
        worker: await settled((yes, no) => {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' })));
          worker.addEventListener('message', yes);
          worker.addEventListener('error', no);
        }).catch(() => 'refused'),
        frame: await settled((yes, no) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => effectiveDirective === 'frame-src' && no());
          const frame = document.createElement('iframe');
          frame.src = outside;
          document.body.append(frame);
          setTimeout(yes, 3000);
        }),
      };
    }, OUTSIDE);
    expect(outcome).toEqual({ fetch: 'refused', image: 'refused', socket: 'refused', worker: 'refused', frame: 'refused' });
  });
});

test('the session lets no request leave even where no policy applies', async ({ lasegue }) => {
  const outcome = await lasegue.app.evaluate(async ({ BrowserWindow }, outside) => {
    const own = BrowserWindow.getAllWindows()[0]?.webContents.session;
    return own?.fetch(outside).then(
      () => 'left',
      (error: unknown) => String(error),
    );
  }, OUTSIDE);
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
});

test('no name is resolved, not even for the shell itself', async ({ lasegue }) => {
  const outcome = await lasegue.app.evaluate(
    async ({ app, net }, outside) => ({
      rules: app.commandLine.getSwitchValue('host-resolver-rules'),
      shell: await net.fetch(outside).then(
        () => 'left',
        (error: unknown) => String(error),
      ),
    }),
    OUTSIDE,
  );
  expect(outcome.rules).toBe('MAP * ~NOTFOUND');
  expect(outcome.shell).toContain('ERR_NAME_NOT_RESOLVED');
});

test('a page that is not the window gets no answer', async ({ lasegue }) => {
  const outcome = await lasegue.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
    await stranger.loadURL('data:text/html,<title>stranger</title>');
    const ask = "window.lasegue.call['desk.status']({}).then(() => 'answered', (error) => String(error))";
    const answer = (await stranger.webContents.executeJavaScript(ask)) as string;
    stranger.destroy();
    return answer;
  });
  expect(outcome).toContain('Refused: not the window');
});

test('the window goes nowhere else and opens no other', async ({ lasegue, page }) => {
  const before = page.url();
  const opened = await page.evaluate((outside) => {
    const link = document.createElement('a');
    link.href = outside;
    document.body.append(link);
    link.click();
    link.target = '_blank';
    link.click();
    link.remove();
    location.href = outside;
    return window.open(outside) === null;
  }, OUTSIDE);
  expect(opened).toBe(true);
  await page.waitForTimeout(500);
  expect(page.url()).toBe(before);
  expect(lasegue.app.windows()).toHaveLength(1);
});

test('nothing is downloaded', async ({ lasegue, page }) => {
  await lasegue.app.evaluate(({ BrowserWindow }) => {
    const own = BrowserWindow.getAllWindows()[0]?.webContents.session;
    own?.on('will-download', (event) => ((globalThis as { refused?: boolean }).refused = event.defaultPrevented));
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = './index.html';
    link.download = 'planted.html';
    link.click();
  });
  await expect.poll(() => lasegue.app.evaluate(() => (globalThis as { refused?: boolean }).refused)).toBe(true);
});

test('every permission is denied', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'persistent-storage'];
    return Promise.all(names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state)));
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('the page has no Node, and of the bridge only what the contract names', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process'), typeof Reflect.get(window, 'Buffer')],
    calls: Object.keys(window.lasegue.call),
    events: Object.keys(window.lasegue.on),
    more: Object.keys(window.lasegue),
  }));
  expect(seen.node).toEqual(['undefined', 'undefined', 'undefined']);
  expect(seen.calls).toEqual(Object.keys(channels));
  expect(seen.events).toEqual(Object.keys(events));
  expect(seen.more).toEqual(['call', 'on']);
});

test('a shell call with a wrong input is refused, not carried out', async ({ page }) => {
  const answers = await page.evaluate(async () => [
    await window.lasegue.call['shell.savePdf']({ pdf: 'text', suggestedName: 'x' } as never),
    await window.lasegue.call['shell.useDesk']({ desk: '../elsewhere' } as never),
  ]);
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
});

test('the window says what it may and no more', async ({ lasegue }) => {
  const preferences = await lasegue.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window === undefined) throw new Error('there is no window');
    const { session } = window.webContents;
    return {
      ...(window.webContents as unknown as { getLastWebPreferences: () => Electron.WebPreferences }).getLastWebPreferences(),
      onDisk: session.storagePath ?? null,
      isPersistent: session.isPersistent(),
      spellcheck: session.isSpellCheckerEnabled(),
      title: window.getTitle(),
      minimum: window.getMinimumSize(),
    };
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    onDisk: null,
    isPersistent: false,
    spellcheck: false,
    title: 'Lasègue',
    minimum: [1024, 700],
  });
});
