/**
 * Content security policy of the window. Nothing but our own files runs or loads; the only inline styles are those that carry
 * this load's nonce (Mantine injects them). In development (`devServer`) the page is passed through from Vite, whose refresh
 * script carries the nonce too and whose socket must be reachable.
 */
export function contentSecurityPolicy(nonce: string, devServer: string | undefined): string {
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': devServer === undefined ? ["'self'"] : ["'self'", `'nonce-${nonce}'`],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'font-src': ["'self'"],
    // A picture the window made or was given itself (the clinic's logo); nothing outside can make a blob of this origin.
    'img-src': ["'self'", 'blob:'],
    'worker-src': ["'self'"],
    'connect-src': devServer === undefined ? ["'self'"] : ["'self'", devServer.replace(/^http/, 'ws')],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
