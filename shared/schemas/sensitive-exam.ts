import { z } from 'zod';
import { lineSchema, noteSchema, perSide, SIDES } from './common.ts';

/** Skin areas of the saddle, from the buttock inwards: inner thigh (S2), sitting bone (S3), round the anus (S4, S5), private parts. */
export const SADDLE_AREAS = ['inner_thigh', 'sitting_bone', 'anus', 'genital'] as const;
export type SaddleArea = (typeof SADDLE_AREAS)[number];

/** Feeling in one area of the saddle. */
export const saddleFeelingSchema = z.enum(['normal', 'changed', 'absent', 'nt', 'declined']);
export type SaddleFeeling = z.infer<typeof saddleFeelingSchema>;

const saddleSideSchema = z.object({
  inner_thigh: saddleFeelingSchema,
  sitting_bone: saddleFeelingSchema,
  anus: saddleFeelingSchema,
  genital: saddleFeelingSchema,
} satisfies Record<SaddleArea, typeof saddleFeelingSchema>);

export const CHAPERONES = ['accepted', 'declined', 'not_offered'] as const;
export const SADDLE_DECLINE_REASONS = ['preference', 'pain', 'culture_or_faith', 'no_chaperone', 'time', 'other'] as const;
export const SADDLE_ALTERNATIVES = ['self_report', 'other_examiner', 'none'] as const;
export const RESIDUAL_METHODS = ['bladder_scan', 'ultrasound', 'catheter', 'other'] as const;

/**
 * Saddle and sensitive items (spec 12.3; E09, E10) beside `otherExam.saddle`, `saddleReason` and `postVoidResidualMl`. Never required, and
 * nothing here lowers a row: an abnormal area or tone makes the saddle abnormal, a normal one changes nothing (spec 5.1 rule 2).
 */
export const sensitiveExamSchema = z.object({
  /** The patient agreed to this examination, asked on the day. */
  consent: z.enum(['given', 'declined', 'unasked']),
  chaperone: z.enum(CHAPERONES).nullable(),
  chaperoneName: lineSchema,
  chaperoneRole: lineSchema,
  /** Why none was offered. */
  chaperoneReason: lineSchema,
  areas: perSide(saddleSideSchema),
  /** Squeeze on request. Never required (spec 12.1). */
  analTone: z.enum(['normal', 'reduced', 'absent', 'nt', 'declined']),
  declineReason: z.enum(SADDLE_DECLINE_REASONS).nullable(),
  /** What was explained to a patient who declined. */
  explained: noteSchema,
  alternative: z.enum(SADDLE_ALTERNATIVES).nullable(),
  /** The patient checks in private. `changed` asks for RF-04a. */
  selfReport: z.enum(['normal', 'changed', 'not_done', 'unasked']),
  residualMethod: z.enum(RESIDUAL_METHODS).nullable(),
  /** When it was measured, as typed: "10:40, 20 minutes after". */
  residualTime: lineSchema,
  residualDeclined: z.boolean(),
  residualReason: lineSchema,
});
export type SensitiveExam = z.infer<typeof sensitiveExamSchema>;

/** Whether an area of the saddle, or the tone, was found abnormal. */
export function hasSensitiveFinding({ sensitive }: { sensitive: SensitiveExam }): boolean {
  const { areas, analTone } = sensitive;
  if (analTone === 'reduced' || analTone === 'absent') return true;
  return SIDES.some((side) => SADDLE_AREAS.some((area) => areas[side][area] === 'changed' || areas[side][area] === 'absent'));
}

const untestedAreas = (): SensitiveExam['areas']['right'] => ({ inner_thigh: 'nt', sitting_bone: 'nt', anus: 'nt', genital: 'nt' });

/** Nothing asked, offered or tested. */
export function emptySensitiveExam(): SensitiveExam {
  return {
    consent: 'unasked',
    chaperone: null,
    chaperoneName: '',
    chaperoneRole: '',
    chaperoneReason: '',
    areas: { right: untestedAreas(), left: untestedAreas() },
    analTone: 'nt',
    declineReason: null,
    explained: '',
    alternative: null,
    selfReport: 'unasked',
    residualMethod: null,
    residualTime: '',
    residualDeclined: false,
    residualReason: '',
  };
}
