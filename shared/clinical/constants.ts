/**
 * The constants of spec 0.3. Every threshold of the rules lives here, or in the one table that uses it (spec 3.4 step 4,
 * 6.9, 7.3, 8.2). The comment gives the test as the spec writes it and where the number comes from; `(default)` is a product default
 * and not from a study. K35 is unused in the spec: any pregnancy is a hard stop in 7.3.
 */
export const K = {
  /** p1 >= 30 degrees. */
  K01_SLR_LOW_DEG: 30,
  /** p1 <= 70 degrees. */
  K02_SLR_HIGH_DEG: 70,
  /** p1 >= 70 degrees: range reached. */
  K03_SLR_REACHED_DEG: 70,
  /** absolute change >= 10 degrees (default): same examiner, not an estimate. */
  K04_SLR_CHANGE_DEG: 10,
  /** absolute change >= 15 degrees (default): other examiner or an estimate. */
  K05_SLR_CHANGE_WIDE_DEG: 15,
  /** side difference >= 12 degrees, ankle plantarflexed or relaxed [32]. */
  K06_SLR_ASYMMETRY_PLANTARFLEXED_DEG: 12,
  /** side difference >= 10 degrees, ankle neutral or dorsiflexed [32]. */
  K07_SLR_ASYMMETRY_DORSIFLEXED_DEG: 10,
  /** level >= 4. */
  K08_BELOW_KNEE_LEVEL: 4,
  /** level >= 2. */
  K09_IN_LEG_LEVEL: 2,
  /** days <= 14 [9]. */
  K10_CE_NEW_DAYS: 14,
  /** biDays > 42 (default). */
  K11_BILATERAL_STABLE_DAYS: 42,
  /** days > 42 (default). */
  K12_WEAK_OLD_DAYS: 42,
  /** tempC >= 38.0 (default). */
  K13_FEVER_C: 38,
  /** age > 70 years; a modifier. */
  K14_FRAIL_AGE_YEARS: 70,
  /** age > 60 years; a modifier. */
  K15_ANEURYSM_AGE_YEARS: 60,
  /** calfCm > 3, 10 cm below the tibial tubercle [61]. */
  K16_CALF_DIFFERENCE_CM: 3,
  /** coldDays > 14 (default). */
  K17_COLD_OLD_DAYS: 14,
  /** backDays > 90 (default). */
  K18_SPONDYLOARTHRITIS_DAYS: 90,
  /** count >= 3 items (default). */
  K19_SPONDYLOARTHRITIS_COUNT: 3,
  /** hcDays >= 7 consecutive days of home care. */
  K20_HOME_CARE_DAYS: 7,
  /** daysSinceFirst >= 42 [10,13]. */
  K21_WEEK6_DAYS: 42,
  /** legNprs >= 7 (default). */
  K22_WEEK6_PAIN_NPRS: 7,
  /** age < 18 years. */
  K23_UNDER_AGE_YEARS: 18,
  /** grade <= 3 MRC. */
  K24_MRC_LOW: 3,
  /** grade <= 4 MRC. */
  K25_MRC_WEAK: 4,
  /** reflex grade <= 1. */
  K26_REFLEX_LOW: 1,
  /** other side minus this side >= 5 heel rises of 10 (default). */
  K27_HEEL_RAISE_GAP: 5,
  /** reflex grade >= 3. */
  K28_REFLEX_BRISK: 3,
  /** legNprs >= 7 (default). */
  K29_IRRITABLE_PAIN_NPRS: 7,
  /** settleMin > 30 minutes (default). */
  K30_IRRITABLE_SETTLE_MIN: 30,
  /** flareDay <= 2 days. */
  K31_EARLY_DAYS: 2,
  /** episodeDays > 42 (default). */
  K32_LONG_DAYS: 42,
  /** flares in 6 months, this one included >= 3 (default). */
  K33_FLARES: 3,
  /** weeks of pregnancy >= 16 (default): limit of lying flat. */
  K34_FLAT_LIMIT_WEEKS: 16,
  /** weeks of pregnancy >= 28: wording of N-MATERNITY. */
  K36_SIDE_SLEEP_WEEKS: 28,
  /** abdoSurgeryDays <= 42 (default). */
  K37_BELLY_OPERATION_DAYS: 42,
  /** flareDay >= 3 days. */
  K38_ROLL_DAY: 3,
  /** legNprs <= 5 (default). */
  K39_ROLL_PAIN_NPRS: 5,
  /** legNprs < 7 (default). */
  K40_GLIDE_PAIN_NPRS: 7,
  /** triggers >= 2 (default). */
  K41_TRIGGERS: 2,
  /** loss >= 5 percent of weight in 6 months, or a tick (default). */
  K42_WEIGHT_LOSS_PERCENT: 5,
  /** days <= 90 (default): RF-12c, d, e. */
  K43_RISK_RECENT_DAYS: 90,
  /** days <= 42 (default): RF-22a, b. */
  K44_PROCEDURE_RECENT_DAYS: 42,
  /** months >= 3 (default). */
  K45_STEROID_LONG_MONTHS: 3,
  /** fall from a height > 1 metre, or any vehicle crash (default). */
  K46_BIG_FALL_M: 1,
  /** days from the injury to the pain <= 14 (default). */
  K47_TRAUMA_WINDOW_DAYS: 14,
  /** minutes of morning stiffness > 30. */
  K48_STIFF_MIN: 30,
  /** age at first back pain < 45 years. */
  K49_SPONDYLOARTHRITIS_AGE_YEARS: 45,
  /** hours since the last edit > 12 (default). */
  K50_DRAFT_AGE_HOURS: 12,
  /** rise >= 3 points on the NPRS within 7 days, or a tick (default). */
  K51_JUMP_NPRS: 3,
  /** NPRS >= 8 reached within 60 minutes, or a tick (default). */
  K52_SUDDEN_BAD_NPRS: 8,
  /** age >= 60 years (default): opens blocks of 12.1. */
  K53_CORE_AGE_YEARS: 60,
} as const satisfies Record<string, number>;
