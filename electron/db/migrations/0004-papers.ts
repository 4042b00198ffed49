// Papers for clinicians as they left the desk. Frozen: a desk in use was changed by exactly these statements.

export const purpose = 'referral letters and visit summaries kept as given';

export const sql = `
CREATE TABLE paper (
  paper_id TEXT NOT NULL PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (visit_id),
  patient_id TEXT NOT NULL REFERENCES patient (patient_id),
  kind TEXT NOT NULL CHECK (kind IN ('letter', 'summary')),
  paper TEXT NOT NULL,
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
CREATE INDEX paper_by_patient ON paper (patient_id, kept_at);
CREATE INDEX paper_by_visit ON paper (visit_id, kept_at);
CREATE TRIGGER paper_no_update BEFORE UPDATE ON paper BEGIN SELECT RAISE(ABORT, 'a kept paper is final'); END;
CREATE TRIGGER paper_no_delete BEFORE DELETE ON paper BEGIN SELECT RAISE(ABORT, 'a kept paper is never deleted'); END;
`;
