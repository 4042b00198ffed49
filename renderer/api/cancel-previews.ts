import { call } from './call.ts';
import { queryClient } from './query.ts';

/** Calls off the previews the desk still makes, when the dialog that waits for them closes, and forgets that they were asked for. */
export function cancelPreviews(isMaking: boolean): void {
  if (!isMaking) return;
  void queryClient.cancelQueries({ predicate: ({ queryKey }) => PREVIEWS.has(String(queryKey[0])) });
  call('handouts.cancelPreviews', {}).catch(() => undefined);
}

const PREVIEWS = new Set(['handouts.preview', 'papers.preview', 'papers.blank']);
