/** Puts the cursor in the field of a path and brings it into view. False when no such field is on show. */
export function focusField(fieldPath: string): boolean {
  const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(fieldPath)}"]`);
  if (field === null) return false;
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
  return true;
}

/** Path of the field that has the focus, or empty. */
export function focusedFieldPath(): string {
  return document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? '';
}
