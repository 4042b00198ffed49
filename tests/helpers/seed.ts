import fc from 'fast-check';

/**
 * Seed of every property test: the same in each run of `npm test`, so that a red run can be repeated; another one in each
 * `npm run properties`, which looks further and prints its seed. LASEGUE_SEED repeats a run.
 */
export const SEED = Number(process.env['LASEGUE_SEED'] ?? 20_260_316);

fc.configureGlobal({ seed: SEED });
