import type { z } from 'zod';
import { fieldCodeSchema, type FieldCode, type FieldErrors } from './errors.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, addressed to the fields: the first finding of each path counts. */
export function toFieldErrors(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    fields[path] ??= codeOf(issue);
  }
  return fields;
}

function codeOf(issue: Issue): FieldCode {
  // A schema names the code of its own check as the message ("required", "birth-date-too-early").
  const named = fieldCodeSchema.safeParse(issue.message);
  if (named.success) return named.data;
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'out-of-range';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'required' : 'out-of-range';
    case 'invalid_type':
      return issue.expected === 'int' ? 'not-whole' : issue.expected === 'number' ? 'not-a-number' : 'required';
    case 'invalid_value':
      return 'not-one-of';
    default:
      return 'invalid';
  }
}
