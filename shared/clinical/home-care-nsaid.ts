import { moduleWords } from '../text/en/home-care.ts';
import type { HomeCareFacts } from './home-care-inputs.ts';

/** Outcome of the anti-inflammatory gate (spec 7.3): which of M12, M12b, M12c the set leads to, null = none, and why. */
export type NsaidOutcome = { module: 'M12' | 'M12b' | 'M12c' | null; because: string };

/**
 * First match wins (spec 7.3): a hard stop gives M12b; discussed, complete and clear or cleared gives M12; otherwise M12c asks first.
 * Nothing without a discussion or a pick.
 */
export function nsaidOutcome(f: HomeCareFacts): NsaidOutcome {
  const { discussed, hardItems, holdItems, openItems, cleared } = f.nsaid;
  const raised = discussed || f.activePicks.includes('M12');
  if (!raised) return { module: null, because: moduleWords.nsaidNotDiscussed };
  if (hardItems.length > 0) return { module: 'M12b', because: moduleWords.nsaidHard(hardItems) };
  if (discussed && openItems.length === 0 && (holdItems.length === 0 || cleared)) {
    return { module: 'M12', because: holdItems.length === 0 ? moduleWords.nsaidClear : moduleWords.nsaidCleared };
  }
  const reasons = [
    ...(discussed ? [] : [moduleWords.nsaidPicked]),
    ...(holdItems.length > 0 && !cleared ? [moduleWords.nsaidHold(holdItems)] : []),
    ...(openItems.length > 0 ? [moduleWords.nsaidOpen(openItems)] : []),
  ];
  return { module: 'M12c', because: reasons.join('; ') };
}
