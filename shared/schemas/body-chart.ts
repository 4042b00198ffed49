import { z } from 'zod';

/** Regions of the body chart on one side (I07, spec 3.2). */
export const REGIONS = [
  'groin',
  'front_thigh',
  'inner_shin',
  'outer_shin',
  'top_foot',
  'big_toe',
  'outer_foot',
  'little_toe',
  'heel',
  'sole',
  'buttock',
  'back_thigh',
  'calf',
  'back',
] as const;
export const regionSchema = z.enum(REGIONS);
export type Region = z.infer<typeof regionSchema>;

/** What a symptom feels like (I08). A marked region may have several, or none stated. */
export const QUALITIES = ['ache', 'sharp', 'burning', 'tingling', 'numb', 'weak'] as const;
export const qualitySchema = z.enum(QUALITIES);
export type Quality = z.infer<typeof qualitySchema>;

/** Qualities by region on one side. A region without an entry, or with an empty one, has none stated. */
export const regionQualitiesSchema = z.partialRecord(regionSchema, z.array(qualitySchema));
export type RegionQualities = z.infer<typeof regionQualitiesSchema>;
