// The first tables of a desk. Frozen: a desk in use was made by exactly these statements.

/** Identity, people, patients, visits, sheets, drafts, and the two chains (design 5, D8, D11, D12). */
export const purpose = 'identity, users, clinic, patients, visits, handouts, drafts, change log and access log';

export const sql = `
CREATE TABLE desk (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  desk_id TEXT NOT NULL,
  is_demo INTEGER NOT NULL CHECK (is_demo IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE user (
  user_id TEXT NOT NULL PRIMARY KEY,
  display_name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT;

CREATE TABLE clinic (
  clinic_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  emergency_number TEXT NOT NULL,
  emergency_department TEXT NOT NULL,
  urgent_route_name TEXT NOT NULL,
  urgent_route_phone TEXT NOT NULL,
  paper TEXT NOT NULL,
  date_format TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT;

CREATE TABLE setting (
  setting_id TEXT NOT NULL PRIMARY KEY,
  value_json TEXT NOT NULL CHECK (json_valid(value_json)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT;

-- search_rowid is declared because the search index names rows by it, and VACUUM may renumber an undeclared rowid.
CREATE TABLE patient (
  search_rowid INTEGER PRIMARY KEY,
  patient_id TEXT NOT NULL UNIQUE,
  given_names TEXT NOT NULL,
  family_name TEXT NOT NULL,
  latin_name TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  sex TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  address TEXT NOT NULL,
  preferred_language TEXT NOT NULL,
  large_print INTEGER NOT NULL CHECK (large_print IN (0, 1)),
  own_number TEXT NOT NULL,
  note TEXT NOT NULL,
  -- Folded forms: the list's order, the words of the search index, and the two keys of a likely duplicate (null: no own number).
  sort_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  name_key TEXT NOT NULL,
  own_number_key TEXT,
  import_id TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES user (user_id),
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES user (user_id),
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT;
CREATE INDEX patient_by_name ON patient (sort_name, patient_id);
CREATE INDEX patient_by_birth_date ON patient (birth_date, patient_id);
CREATE INDEX patient_by_own_number ON patient (own_number_key, patient_id);
CREATE INDEX patient_by_updated ON patient (updated_at, patient_id);
CREATE INDEX patient_by_name_key ON patient (name_key, birth_date);
CREATE INDEX patient_by_import ON patient (import_id) WHERE import_id IS NOT NULL;

CREATE VIRTUAL TABLE patient_search USING fts5 (
  search_text, content = 'patient', content_rowid = 'search_rowid', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'", prefix = '1 2 3'
);
CREATE TRIGGER patient_search_insert AFTER INSERT ON patient BEGIN
  INSERT INTO patient_search (rowid, search_text) VALUES (new.search_rowid, new.search_text);
END;
CREATE TRIGGER patient_search_update AFTER UPDATE OF search_text ON patient WHEN old.search_text IS NOT new.search_text BEGIN
  INSERT INTO patient_search (patient_search, rowid, search_text) VALUES ('delete', old.search_rowid, old.search_text);
  INSERT INTO patient_search (rowid, search_text) VALUES (new.search_rowid, new.search_text);
END;
CREATE TRIGGER patient_search_delete AFTER DELETE ON patient BEGIN
  INSERT INTO patient_search (patient_search, rowid, search_text) VALUES ('delete', old.search_rowid, old.search_text);
END;

CREATE TABLE visit (
  visit_id TEXT NOT NULL PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patient (patient_id),
  status TEXT NOT NULL CHECK (status IN ('open', 'signed', 'voided')),
  contact TEXT NOT NULL CHECK (contact IN ('first', 'review', 'phone')),
  visit_on TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  -- Extracted from the record and its assessment when the visit is signed, for lists and trends.
  side TEXT CHECK (side IN ('right', 'left', 'both', 'none')),
  urgency TEXT CHECK (urgency IN ('E', 'D', 'U', 'R')),
  result TEXT,
  leg_nprs INTEGER CHECK (leg_nprs BETWEEN 0 AND 10),
  slr_right_deg INTEGER CHECK (slr_right_deg BETWEEN 0 AND 120),
  slr_left_deg INTEGER CHECK (slr_left_deg BETWEEN 0 AND 120),
  headline TEXT NOT NULL,
  next_review_on TEXT,
  age_years INTEGER,
  schema_version INTEGER,
  rule_version TEXT,
  record_json TEXT CHECK (json_valid(record_json)),
  assessment_json TEXT CHECK (json_valid(assessment_json)),
  signed_at TEXT,
  signed_by TEXT REFERENCES user (user_id),
  -- The name as it stood when the visit was signed.
  signed_by_name TEXT,
  -- Highest E, D or U of this visit still without an outcome; the only clinical column that moves after signing.
  open_flag TEXT CHECK (open_flag IN ('E', 'D', 'U')),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES user (user_id),
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES user (user_id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  CHECK (
    status <> 'signed' OR (
      record_json IS NOT NULL AND assessment_json IS NOT NULL AND age_years IS NOT NULL AND schema_version IS NOT NULL
      AND rule_version IS NOT NULL AND signed_at IS NOT NULL AND signed_by IS NOT NULL AND signed_by_name IS NOT NULL
    )
  )
) STRICT;
CREATE INDEX visit_by_patient ON visit (patient_id, status, visit_on, signed_at);
CREATE INDEX visit_open ON visit (patient_id) WHERE status = 'open';
CREATE INDEX visit_with_open_flag ON visit (patient_id, open_flag) WHERE open_flag IS NOT NULL;

CREATE TRIGGER visit_signed_is_final BEFORE UPDATE OF
  visit_id, patient_id, contact, visit_on, time_zone, side, urgency, result, leg_nprs, slr_right_deg, slr_left_deg, headline,
  next_review_on, age_years, schema_version, rule_version, record_json, assessment_json, signed_at, signed_by, signed_by_name,
  created_at, created_by
ON visit WHEN old.status <> 'open' BEGIN
  SELECT RAISE(ABORT, 'a signed visit is final');
END;
CREATE TRIGGER visit_status_moves_forward BEFORE UPDATE OF status ON visit
WHEN NOT (old.status = new.status OR old.status = 'open' OR (old.status = 'signed' AND new.status = 'voided')) BEGIN
  SELECT RAISE(ABORT, 'a visit is never opened again');
END;
CREATE TRIGGER visit_is_kept BEFORE DELETE ON visit BEGIN
  SELECT RAISE(ABORT, 'a visit is never deleted');
END;

CREATE TABLE addendum (
  addendum_id TEXT NOT NULL PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (visit_id),
  text TEXT NOT NULL,
  reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES user (user_id),
  created_by_name TEXT NOT NULL
) STRICT;
CREATE INDEX addendum_by_visit ON addendum (visit_id, created_at);
CREATE TRIGGER addendum_no_update BEFORE UPDATE ON addendum BEGIN SELECT RAISE(ABORT, 'an addendum is final'); END;
CREATE TRIGGER addendum_no_delete BEFORE DELETE ON addendum BEGIN SELECT RAISE(ABORT, 'an addendum is never deleted'); END;

CREATE TABLE flag_action (
  action_id TEXT NOT NULL PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (visit_id),
  urgency TEXT NOT NULL CHECK (urgency IN ('E', 'D')),
  action_json TEXT NOT NULL CHECK (json_valid(action_json)),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES user (user_id),
  recorded_by_name TEXT NOT NULL
) STRICT;
CREATE INDEX flag_action_by_visit ON flag_action (visit_id, recorded_at);
CREATE TRIGGER flag_action_no_update BEFORE UPDATE ON flag_action BEGIN SELECT RAISE(ABORT, 'an action is final'); END;
CREATE TRIGGER flag_action_no_delete BEFORE DELETE ON flag_action BEGIN SELECT RAISE(ABORT, 'an action is never deleted'); END;

CREATE TABLE handout (
  handout_id TEXT NOT NULL PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (visit_id),
  patient_id TEXT NOT NULL REFERENCES patient (patient_id),
  sheet TEXT NOT NULL CHECK (sheet IN ('emergency', 'safety', 'homecare')),
  language TEXT NOT NULL,
  paper TEXT NOT NULL,
  large_print INTEGER NOT NULL CHECK (large_print IN (0, 1)),
  modules_json TEXT NOT NULL CHECK (json_valid(modules_json)),
  options_json TEXT NOT NULL CHECK (json_valid(options_json)),
  document_json TEXT NOT NULL CHECK (json_valid(document_json)),
  patient_name TEXT NOT NULL,
  page_count INTEGER NOT NULL,
  pdf BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  made_on TEXT NOT NULL,
  given_by TEXT NOT NULL CHECK (given_by IN ('print', 'save')),
  kept_at TEXT NOT NULL,
  kept_by TEXT NOT NULL REFERENCES user (user_id),
  kept_by_name TEXT NOT NULL
) STRICT;
CREATE INDEX handout_by_patient ON handout (patient_id, kept_at);
CREATE INDEX handout_by_visit ON handout (visit_id, kept_at);
CREATE TRIGGER handout_no_update BEFORE UPDATE ON handout BEGIN SELECT RAISE(ABORT, 'a kept sheet is final'); END;
CREATE TRIGGER handout_no_delete BEFORE DELETE ON handout BEGIN SELECT RAISE(ABORT, 'a kept sheet is never deleted'); END;

-- The content of an open visit; overwritten in place and not logged (design D8).
CREATE TABLE draft (
  visit_id TEXT NOT NULL PRIMARY KEY REFERENCES visit (visit_id),
  user_id TEXT NOT NULL REFERENCES user (user_id),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  record_json TEXT NOT NULL CHECK (json_valid(record_json)),
  pending_json TEXT NOT NULL CHECK (json_valid(pending_json)),
  focus_field TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

-- What the patient list sorts and filters by. Derived from visit by the triggers below, so it is not logged.
CREATE TABLE patient_list (
  patient_id TEXT NOT NULL PRIMARY KEY REFERENCES patient (patient_id) ON DELETE CASCADE,
  last_visit_on TEXT,
  next_review_on TEXT,
  visit_count INTEGER NOT NULL,
  side TEXT,
  result TEXT,
  open_flag TEXT,
  open_visit_id TEXT
) STRICT;
CREATE INDEX patient_list_by_last_visit ON patient_list (last_visit_on, patient_id);
CREATE INDEX patient_list_by_review ON patient_list (next_review_on, patient_id) WHERE next_review_on IS NOT NULL;
CREATE INDEX patient_list_by_open_flag ON patient_list (open_flag, patient_id) WHERE open_flag IS NOT NULL;
CREATE INDEX patient_list_by_open_visit ON patient_list (open_visit_id) WHERE open_visit_id IS NOT NULL;
CREATE TRIGGER patient_list_insert AFTER INSERT ON patient BEGIN
  INSERT INTO patient_list (patient_id, visit_count) VALUES (new.patient_id, 0);
END;
CREATE VIEW patient_list_now AS
SELECT
  patient.patient_id,
  latest.visit_on AS last_visit_on,
  latest.next_review_on AS next_review_on,
  (SELECT count(*) FROM visit WHERE visit.patient_id = patient.patient_id AND visit.status = 'signed') AS visit_count,
  latest.side AS side,
  latest.result AS result,
  CASE
    WHEN EXISTS (SELECT 1 FROM visit WHERE visit.patient_id = patient.patient_id AND visit.status = 'signed' AND visit.open_flag = 'E') THEN 'E'
    WHEN EXISTS (SELECT 1 FROM visit WHERE visit.patient_id = patient.patient_id AND visit.status = 'signed' AND visit.open_flag = 'D') THEN 'D'
    -- A phone contact asks only a part of the questions: it does not take the place of the visit that raised a U.
    WHEN EXISTS (
      SELECT 1 FROM visit WHERE visit.patient_id = patient.patient_id AND visit.status = 'signed' AND visit.open_flag = 'U'
      AND NOT EXISTS (
        SELECT 1 FROM visit AS later WHERE later.patient_id = visit.patient_id AND later.status = 'signed' AND later.contact <> 'phone'
        AND (later.visit_on, later.signed_at, later.visit_id) > (visit.visit_on, visit.signed_at, visit.visit_id)
      )
    ) THEN 'U'
  END AS open_flag,
  (
    SELECT visit.visit_id FROM visit WHERE visit.patient_id = patient.patient_id AND visit.status = 'open'
    ORDER BY visit.created_at DESC, visit.visit_id DESC LIMIT 1
  ) AS open_visit_id
FROM patient
LEFT JOIN visit AS latest ON latest.visit_id = (
  SELECT visit.visit_id FROM visit WHERE visit.patient_id = patient.patient_id AND visit.status = 'signed'
  ORDER BY visit.visit_on DESC, visit.signed_at DESC, visit.visit_id DESC LIMIT 1
);
CREATE TRIGGER patient_list_visit_insert AFTER INSERT ON visit BEGIN
  UPDATE patient_list SET (last_visit_on, next_review_on, visit_count, side, result, open_flag, open_visit_id) = (
    SELECT last_visit_on, next_review_on, visit_count, side, result, open_flag, open_visit_id FROM patient_list_now
    WHERE patient_list_now.patient_id = new.patient_id
  ) WHERE patient_id = new.patient_id;
END;
CREATE TRIGGER patient_list_visit_update AFTER UPDATE ON visit BEGIN
  UPDATE patient_list SET (last_visit_on, next_review_on, visit_count, side, result, open_flag, open_visit_id) = (
    SELECT last_visit_on, next_review_on, visit_count, side, result, open_flag, open_visit_id FROM patient_list_now
    WHERE patient_list_now.patient_id = new.patient_id
  ) WHERE patient_id = new.patient_id;
END;

-- One row a committed change, each holding the hash of the row before it. Bodies lie apart so that one can be erased by law.
CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY,
  desk_id TEXT NOT NULL,
  tx_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  at TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update')),
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX change_log_by_row ON change_log (table_name, row_id, seq);
CREATE TRIGGER change_log_no_update BEFORE UPDATE ON change_log BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_log_no_delete BEFORE DELETE ON change_log BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TABLE change_body (
  seq INTEGER PRIMARY KEY REFERENCES change_log (seq),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  body BLOB NOT NULL
) STRICT;
CREATE TRIGGER change_body_no_update BEFORE UPDATE ON change_body BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

CREATE TABLE access_log (
  seq INTEGER PRIMARY KEY,
  desk_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  at TEXT NOT NULL,
  patient_id TEXT NOT NULL,
  what TEXT NOT NULL,
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX access_log_by_patient ON access_log (patient_id, seq);
CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
`;
