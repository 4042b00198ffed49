/** States that say that nothing was found out; they are left out of the plain list. */
const SAYS_NOTHING: readonly unknown[] = [null, undefined, '', 'unasked', 'nt'];
/** Facts about the record itself. */
const NOT_AN_ANSWER: readonly string[] = ['schemaVersion', 'timeZone'];

/** A stored record field by field, as it was stored: its path and its value, in the order of the record, what was not asked left out. */
export function answersOf(record: unknown): { field: string; value: string }[] {
  return [...fieldsOf(record, '')];
}

function* fieldsOf(value: unknown, path: string): Generator<{ field: string; value: string }> {
  if (SAYS_NOTHING.includes(value) || NOT_AN_ANSWER.includes(path)) return;
  if (Array.isArray(value)) {
    const list = value as unknown[];
    if (list.length > 0 && list.every((each) => typeof each !== 'object')) yield { field: path, value: list.map(String).join(', ') };
    else for (const [index, each] of list.entries()) yield* fieldsOf(each, `${path} ${index + 1}`);
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* fieldsOf(each, path === '' ? key : `${path} ${key}`);
    return;
  }
  yield { field: path, value: String(value) };
}
