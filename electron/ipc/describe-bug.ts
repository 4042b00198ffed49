/** Places in the code named in one report. */
const PLACES_MAX = 8;

/** The kind of an error and where in the code it arose, on one line. Its message may quote a record, so it is left out. */
export function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, PLACES_MAX)
    // Only the file's name: its folder may be named after a person.
    .map((line) => line.trim().replace(/[^\s(]*[/\\]([^/\\]+)/g, '$1'));
  return `${error.constructor.name}${code} ${places.join(' < ')}`;
}
