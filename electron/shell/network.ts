import { app } from 'electron';

/**
 * Switches off what Chromium does on the network by itself. The request filter holds back the pages; these hold back the browser:
 * no name is ever resolved, no component or certificate list is fetched. Must run before the app is ready.
 */
export function cutNetwork(devServer: string | undefined): void {
  const { commandLine } = app;
  commandLine.appendSwitch('host-resolver-rules', devServer === undefined ? 'MAP * ~NOTFOUND' : 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings']) {
    commandLine.appendSwitch(name);
  }
  // The name of the app is part of the user agent, and a header takes no "è": every request of the page would fail.
  app.userAgentFallback = app.userAgentFallback.replaceAll(/[^ -~]/g, '');
  // Compiled shaders would be the only thing the page leaves on disk.
  commandLine.appendSwitch('disable-gpu-shader-disk-cache');
}
