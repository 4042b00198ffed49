import type { z } from 'zod';
import { FIELD_CODES, type FieldCode, type FieldErrors } from './errors.ts';

/** Most fields named in one answer. */
const FIELDS_MAX = 50;

/** Containers of a form in a request; the window knows its fields without them (`slr.right.p1AngleDeg`, `birthDate`). */
const FORM_CONTAINERS = new Set(['record', 'patient']);

/** Names the fields a schema refused, with one code each, the first found. The values themselves are not repeated. */
export function toFieldErrors(error: z.ZodError, input: unknown): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues.slice(0, FIELDS_MAX)) {
    const path = FORM_CONTAINERS.has(String(issue.path[0])) && issue.path.length > 1 ? issue.path.slice(1) : issue.path;
    const name = path.map(String).join('.');
    if (!Object.hasOwn(fields, name)) Object.defineProperty(fields, name, { value: toFieldCode(issue, input), enumerable: true });
  }
  return fields;
}

function toFieldCode(issue: z.core.$ZodIssue, input: unknown): FieldCode {
  const named = FIELD_CODES.find((code) => code === issue.message);
  if (named) return named;
  switch (issue.code) {
    case 'invalid_type': {
      if (valueAt(input, issue.path) === undefined) return 'required';
      if (issue.expected === 'int') return 'not-whole';
      return issue.expected === 'number' || issue.expected === 'nan' ? 'not-a-number' : 'invalid';
    }
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : 'out-of-range';
    case 'too_small':
      return issue.origin === 'string' ? 'required' : 'out-of-range';
    case 'invalid_format':
      return issue.format === 'regex' ? 'not-a-date' : 'invalid';
    case 'invalid_value':
      return 'not-one-of';
    case 'custom': {
      const value = valueAt(input, issue.path);
      if (typeof value !== 'string') return 'invalid';
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'not-a-date' : 'control-character';
    }
    default:
      return 'invalid';
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
