import type { VisitRecord } from '../../schemas/visit.ts';
import { historyText } from '../../text/en/screens-history.ts';
import type { Recorded } from './paper-context.ts';

const words = historyText.signed;

/** The emergency record (spec 5.6), every field; what is empty says "not recorded". */
export function emergencyRows({ emergency }: Pick<VisitRecord, 'emergency'>): Recorded[] {
  const { fields } = words;
  return [
    [fields.told, emergency.told],
    [fields.toldTime, emergency.toldTime],
    [fields.transport, emergency.transport === null ? null : words.transports[emergency.transport]],
    [fields.companion, emergency.companion],
    [
      fields.edTold,
      emergency.edTold === null
        ? null
        : [words.yesNo[emergency.edTold], emergency.edToldName, emergency.edToldTime].filter((part) => part !== '').join(', '),
    ],
    [fields.outcome, emergency.outcome === null ? null : words.outcomes[emergency.outcome]],
    ...(emergency.outcome === 'excluded' ? [[fields.excludedBy, emergency.excludedBy] satisfies Recorded] : []),
    ...(emergency.outcome === 'refused'
      ? [
          [fields.refusedReason, emergency.refusedReason] satisfies Recorded,
          [fields.refusedExplained, emergency.refusedExplained] satisfies Recorded,
          [fields.callBackTime, emergency.callBackTime] satisfies Recorded,
        ]
      : []),
  ];
}

/** The outcome of a same-day discussion (spec 5.6). */
export function discussionRows({ discussion }: Pick<VisitRecord, 'discussion'>): Recorded[] {
  const { fields } = words;
  return [
    [fields.service, discussion.service],
    [fields.name, discussion.name],
    [fields.time, discussion.time],
    [fields.discussion, discussion.outcome],
  ];
}
