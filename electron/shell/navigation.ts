import { app } from 'electron';

/**
 * The window shows one page for its whole life. Whatever tries to lead it elsewhere, open another window or embed a page is
 * refused, in every web contents there will ever be.
 */
export function refuseNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // Peer connections would go round the request filter.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}
