import type { ReactElement } from 'react';
import { LinkButton } from '../../../components/link-button.tsx';
import { text } from '../../../text.ts';
import classes from './rows.module.css';

type FieldLink = { name: string; field: string };

/** Fields by name; choosing one goes to it. */
export function FieldLinks({ items, onGo }: { items: readonly FieldLink[]; onGo: (field: string) => void }): ReactElement {
  return (
    <ul className={classes['links']}>
      {items.map((item) => (
        <li key={item.field}>
          <LinkButton onClick={() => onGo(item.field)}>{item.name}</LinkButton>
        </li>
      ))}
    </ul>
  );
}

/** A field as people know it: the words of its label on the page, or what kind of field it is. */
export function fieldName(field: string): string {
  const control = document.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const label = control?.getAttribute('aria-label') ?? control?.closest('label')?.textContent ?? labelFor(control);
  if (label !== undefined && label.trim() !== '') return label.trim();
  return field.endsWith('On') ? text.visit.fieldNames.date : text.visit.fieldNames.text;
}

function labelFor(control: Element | null): string | undefined {
  const group = control?.closest('[role="radiogroup"]');
  const labelledBy = group?.getAttribute('aria-labelledby');
  if (labelledBy) return document.getElementById(labelledBy)?.textContent ?? undefined;
  if (group) return group.getAttribute('aria-label') ?? undefined;
  return control?.id ? (document.querySelector(`label[for="${CSS.escape(control.id)}"]`)?.textContent ?? undefined) : undefined;
}
