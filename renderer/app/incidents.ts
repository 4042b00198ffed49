/** A mistake of the window, for "copy diagnostics": a code and the kind of error, never its message, which might hold what was typed. */
export type Incident = { code: string; kind: string; at: string };

const KEPT = 20;
let incidents: readonly Incident[] = [];

const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 6;

function newCode(): string {
  return [...crypto.getRandomValues(new Uint8Array(CODE_LENGTH))].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('');
}

/** Notes a mistake and returns its code. */
export function recordIncident(thrown: unknown): string {
  const incident = { code: newCode(), kind: thrown instanceof Error ? thrown.name : typeof thrown, at: new Date().toISOString() };
  incidents = [...incidents, incident].slice(-KEPT);
  // The code alone, so that a person looking at the console finds the same incident as in the diagnostics.
  // oxlint-disable-next-line no-console
  console.error(`window incident ${incident.code} ${incident.kind}`);
  // oxlint-disable-next-line no-console
  if (import.meta.env.DEV) console.error(thrown);
  return incident.code;
}

/** The mistakes noted since the window was loaded, one line each. */
export function incidentLines(): string[] {
  return incidents.map((incident) => `window incident ${incident.code} ${incident.kind} ${incident.at}`);
}
