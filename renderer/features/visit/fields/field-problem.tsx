import type { ReactElement } from 'react';
import { fieldMessage } from '../../../api/messages.ts';
import { FieldError } from '../../../components/field.tsx';
import { useFieldProblem } from '../state/visit-session.tsx';

/** What is impossible about a field whose control shows no sentence of its own. */
export function FieldProblem({ path }: { path: string }): ReactElement | null {
  const message = fieldMessage(useFieldProblem(path));
  return message === undefined ? null : <FieldError>{message}</FieldError>;
}
