import type { Generated } from 'kysely';
import type { Urgency } from '../../shared/schemas/assessment.ts';
import type { Clinic } from '../../shared/schemas/clinic.ts';
import type { FormName } from '../../shared/schemas/form-draft.ts';
import type { PaperSummary } from '../../shared/schemas/paper.ts';
import type { Patient } from '../../shared/schemas/patient.ts';
import type { Role } from '../../shared/schemas/user.ts';
import type { HandoutSummary, TeachBack } from '../../shared/schemas/handout.ts';
import type { VisitSummary } from '../../shared/schemas/visit.ts';

// The columns of every table as the newest migration leaves them. Instants and dates are ISO text, booleans 0 or 1.

type Flag = 0 | 1;

/** Columns of a row that can be edited: who and when, and the revision that refuses a stale write (design D12). */
export type Revisioned = { created_at: string; updated_at: string; revision: number };
type Authored = Revisioned & { created_by: string; updated_by: string };

export type DeskTable = { only_row: 1; desk_id: string; is_demo: Flag; created_at: string };

export type UserTable = Revisioned & {
  user_id: string;
  display_name: string;
  role: Role;
  state: Generated<'active' | 'removed'>;
  passphrase_set_at: string | null;
  passphrase_set_by: string | null;
};

export type ClinicTable = Revisioned & {
  clinic_id: string;
  name: string;
  phone: string;
  emergency_number: string;
  emergency_department: string;
  urgent_route_name: string;
  urgent_route_phone: string;
  paper: Clinic['paper'];
  date_format: Clinic['dateFormat'];
};

export type ClinicLogoTable = {
  logo_id: string;
  png: Buffer;
  sha256: string;
  width_px: number;
  height_px: number;
  created_at: string;
  created_by: string;
};

export type SettingTable = Revisioned & { setting_id: string; value_json: string };

export type PatientTable = Authored & {
  search_rowid: Generated<number>;
  patient_id: string;
  given_names: string;
  family_name: string;
  latin_name: string;
  birth_date: string;
  sex: Patient['sex'];
  phone: string;
  email: string;
  address: string;
  preferred_language: string;
  large_print: Flag;
  own_number: string;
  note: string;
  sort_name: string;
  search_text: string;
  name_key: string;
  own_number_key: string | null;
  import_id: string | null;
};

export type VisitTable = Authored & {
  visit_id: string;
  patient_id: string;
  status: VisitSummary['status'];
  contact: VisitSummary['contact'];
  visit_on: string;
  time_zone: string;
  side: VisitSummary['side'];
  urgency: Urgency | null;
  result: string | null;
  /** Leg NPRS, 24 h average of the worse leg. */
  leg_nprs: number | null;
  /** P1 of the straight-leg raise. */
  slr_right_deg: number | null;
  slr_left_deg: number | null;
  headline: string;
  next_review_on: string | null;
  age_years: number | null;
  schema_version: number | null;
  rule_version: string | null;
  record_json: string | null;
  assessment_json: string | null;
  signed_at: string | null;
  signed_by: string | null;
  signed_by_name: string | null;
  /** Highest E, D or U of this visit still without an outcome. May change after signing; nothing else clinical may. */
  open_flag: 'E' | 'D' | 'U' | null;
  /** Of a signed visit that was set aside; null for every other. */
  voided_at: string | null;
  voided_by: string | null;
  voided_by_name: string | null;
  void_reason: string | null;
};

export type AddendumTable = {
  addendum_id: string;
  visit_id: string;
  text: string;
  reason: string;
  created_at: string;
  created_by: string;
  created_by_name: string;
};

export type FlagActionTable = {
  action_id: string;
  visit_id: string;
  urgency: 'E' | 'D';
  action_json: string;
  recorded_at: string;
  recorded_by: string;
  recorded_by_name: string;
};

export type HandoutTable = {
  handout_id: string;
  visit_id: string;
  patient_id: string;
  sheet: HandoutSummary['sheet'];
  language: string;
  paper: HandoutSummary['paper'];
  large_print: Flag;
  modules_json: string;
  options_json: string;
  document_json: string;
  patient_name: string;
  page_count: number;
  pdf: Buffer;
  sha256: string;
  made_on: string;
  given_by: HandoutSummary['givenBy'];
  kept_at: string;
  kept_by: string;
  kept_by_name: string;
};

export type PaperTable = {
  paper_id: string;
  visit_id: string;
  patient_id: string;
  kind: PaperSummary['kind'];
  paper: PaperSummary['paper'];
  document_json: string;
  patient_name: string;
  page_count: number;
  pdf: Buffer;
  sha256: string;
  made_on: string;
  given_by: PaperSummary['givenBy'];
  kept_at: string;
  kept_by: string;
  kept_by_name: string;
};

export type HandoutGivingTable = {
  giving_id: string;
  handout_id: string;
  given_on: string;
  teach_back: TeachBack | null;
  note: string;
  recorded_at: string;
  recorded_by: string;
  recorded_by_name: string;
};

export type DraftTable = {
  visit_id: string;
  user_id: string;
  sequence: number;
  record_json: string;
  pending_json: string;
  focus_field: string;
  saved_at: string;
};

export type FormDraftTable = {
  form_draft_id: string;
  user_id: string;
  form: FormName;
  subject_id: string | null;
  label: string;
  sequence: number;
  /** JSON of the form's own shape; null once it was thrown away. */
  content: string | null;
  focus_field: string;
  saved_at: string;
};

/** A body of the change log that was erased, entry `seq`. */
export type ErasureTable = {
  erasure_id: string;
  seq: number;
  reason: string;
  erased_at: string;
  erased_by: string;
  erased_by_name: string;
};

/** Derived from `visit` by triggers; read it, never write it. One row a patient; figures are of the signed visits. */
export type PatientListTable = {
  patient_id: string;
  last_visit_on: string | null;
  /** Next review of the latest signed visit. */
  next_review_on: string | null;
  visit_count: number;
  side: VisitSummary['side'];
  result: string | null;
  /** Highest open flag: E or D of any signed visit, else U of the latest. */
  open_flag: 'E' | 'D' | 'U' | null;
  open_visit_id: string | null;
};

export type ChangeLogTable = {
  seq: number;
  desk_id: string;
  tx_id: string;
  user_id: string;
  at: string;
  operation: 'insert' | 'update';
  table_name: string;
  row_id: string;
  schema_version: number;
  previous_hash: string;
  body_hash: string;
  hash: string;
};

export type ChangeBodyTable = { seq: number; salt: Buffer; body: Buffer };

export type AccessLogTable = {
  seq: number;
  desk_id: string;
  user_id: string;
  at: string;
  patient_id: string;
  what: AccessKind;
  previous_hash: string;
  hash: string;
};

/**
 * What was done without changing a record: something of a patient was opened; or, with an empty patient id where it concerns none, the
 * desk was unlocked, the recovery key used, a report made, a draft given to somebody else.
 */
export type AccessKind = 'chart' | 'visit' | 'handout' | 'unlock' | 'recovery' | 'report' | 'handover';

/** Tables whose every write is logged (design D11), with the column that names the row. */
export type LoggedTables = {
  user: UserTable;
  clinic: ClinicTable;
  setting: SettingTable;
  patient: PatientTable;
  visit: VisitTable;
  addendum: AddendumTable;
  flag_action: FlagActionTable;
  handout: HandoutTable;
  erasure: ErasureTable;
  handout_giving: HandoutGivingTable;
  paper: PaperTable;
  clinic_logo: ClinicLogoTable;
};

/** Logged tables whose rows can be edited. */
export type RevisionedTables = Pick<LoggedTables, 'user' | 'clinic' | 'setting' | 'patient' | 'visit'>;

export type Tables = LoggedTables & {
  desk: DeskTable;
  draft: DraftTable;
  form_draft: FormDraftTable;
  patient_list: PatientListTable;
  patient_search: { rowid: number; search_text: string };
  change_log: ChangeLogTable;
  change_body: ChangeBodyTable;
  access_log: AccessLogTable;
};
