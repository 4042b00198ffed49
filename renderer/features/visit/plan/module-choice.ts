import type { ModuleChoice } from '../../../../shared/schemas/assessment.ts';
import type { ModuleId, Plan } from '../../../../shared/schemas/plan.ts';

export type ModuleAction = 'pick' | 'unpick' | 'remove' | 'putBack';

/** Modules that follow from other answers: never picked by hand (spec 7.0). */
const NEVER_PICKED: ReadonlySet<ModuleId> = new Set(['M12b', 'M12c', 'M15x', 'M13', 'M19']);

/** What a person may do with a module as it stands. M13 and M19 can never be taken off; the rules' gates hold whatever is picked. */
export function actionsFor(choice: ModuleChoice, plan: Pick<Plan, 'picked' | 'removed'>): readonly ModuleAction[] {
  if (choice.fixed) return [];
  if (plan.removed.includes(choice.id)) return ['putBack'];
  const actions: ModuleAction[] = [];
  if (choice.state === 'chosen') actions.push('remove');
  if (plan.picked.includes(choice.id)) actions.push('unpick');
  else if (choice.state === 'offered' && !NEVER_PICKED.has(choice.id)) actions.push('pick');
  return actions;
}

/** The plan after that action. */
export function afterAction(plan: Plan, id: ModuleId, action: ModuleAction): Plan {
  const without = (list: readonly ModuleId[]): ModuleId[] => list.filter((candidate) => candidate !== id);
  switch (action) {
    case 'pick':
      return { ...plan, picked: [...without(plan.picked), id], removed: without(plan.removed) };
    case 'unpick':
      return { ...plan, picked: without(plan.picked) };
    case 'remove':
      return { ...plan, removed: [...without(plan.removed), id] };
    case 'putBack':
      return { ...plan, removed: without(plan.removed) };
  }
}
