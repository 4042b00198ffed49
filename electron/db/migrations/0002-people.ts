// Several people at one desk, and what a signed visit set aside leaves behind. Frozen: a desk in use was changed by exactly these statements.

export const purpose = 'roles and state of users, drafts of every form, voiding with a reason, erasure of a logged body';

export const sql = `
-- Whoever made a desk is its administrator.
ALTER TABLE user ADD COLUMN role TEXT NOT NULL DEFAULT 'admin' CHECK (role IN ('admin', 'clinician', 'assistant'));
ALTER TABLE user ADD COLUMN state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'removed'));
-- When a passphrase was last set, and by whom: the person, or an administrator beside them. Null: at the first run.
ALTER TABLE user ADD COLUMN passphrase_set_at TEXT;
ALTER TABLE user ADD COLUMN passphrase_set_by TEXT REFERENCES user (user_id);

CREATE TRIGGER user_is_kept BEFORE DELETE ON user BEGIN
  SELECT RAISE(ABORT, 'a user is never deleted');
END;
CREATE TRIGGER user_removed_is_final BEFORE UPDATE OF state, role ON user WHEN old.state = 'removed' BEGIN
  SELECT RAISE(ABORT, 'a removed user does not come back');
END;
CREATE TRIGGER user_last_admin BEFORE UPDATE OF role, state ON user
WHEN old.role = 'admin' AND old.state = 'active' AND NOT (new.role = 'admin' AND new.state = 'active')
  AND (SELECT count(*) FROM user WHERE role = 'admin' AND state = 'active') = 1 BEGIN
  SELECT RAISE(ABORT, 'a desk keeps an administrator');
END;

-- A signed visit that was set aside, by whom and why. Its content stays as it was signed.
ALTER TABLE visit ADD COLUMN voided_at TEXT;
ALTER TABLE visit ADD COLUMN voided_by TEXT REFERENCES user (user_id);
ALTER TABLE visit ADD COLUMN voided_by_name TEXT;
ALTER TABLE visit ADD COLUMN void_reason TEXT;

CREATE TRIGGER visit_void_has_reason BEFORE UPDATE OF status ON visit
WHEN old.status = 'signed' AND new.status = 'voided' AND (
  new.voided_at IS NULL OR new.voided_by IS NULL OR new.voided_by_name IS NULL OR new.void_reason IS NULL OR trim(new.void_reason) = ''
) BEGIN
  SELECT RAISE(ABORT, 'voiding a signed visit names who and why');
END;
-- An emergency or a same-day flag is closed by its outcome, never by setting its visit aside.
CREATE TRIGGER visit_void_keeps_flags BEFORE UPDATE OF status ON visit
WHEN old.status = 'signed' AND new.status = 'voided' AND (old.open_flag IN ('E', 'D') OR old.open_flag IS NOT new.open_flag) BEGIN
  SELECT RAISE(ABORT, 'an open flag is not voided');
END;
CREATE TRIGGER visit_void_is_final BEFORE UPDATE OF voided_at, voided_by, voided_by_name, void_reason, open_flag ON visit
WHEN old.status = 'voided' OR (NOT (old.status = 'signed' AND new.status = 'voided') AND (
  new.voided_at IS NOT NULL OR new.voided_by IS NOT NULL OR new.voided_by_name IS NOT NULL OR new.void_reason IS NOT NULL
)) BEGIN
  SELECT RAISE(ABORT, 'a voided visit is final');
END;

-- As before, and a U of a voided visit waits for the next examination like any other.
DROP VIEW patient_list_now;
CREATE VIEW patient_list_now AS
SELECT
  patient.patient_id,
  latest.visit_on AS last_visit_on,
  latest.next_review_on AS next_review_on,
  (SELECT count(*) FROM visit WHERE visit.patient_id = patient.patient_id AND visit.status = 'signed') AS visit_count,
  latest.side AS side,
  latest.result AS result,
  CASE
    WHEN EXISTS (SELECT 1 FROM visit WHERE visit.patient_id = patient.patient_id AND visit.status IN ('signed', 'voided') AND visit.open_flag = 'E') THEN 'E'
    WHEN EXISTS (SELECT 1 FROM visit WHERE visit.patient_id = patient.patient_id AND visit.status IN ('signed', 'voided') AND visit.open_flag = 'D') THEN 'D'
    -- A phone contact asks only a part of the questions: it does not take the place of the visit that raised a U.
    WHEN EXISTS (
      SELECT 1 FROM visit WHERE visit.patient_id = patient.patient_id AND visit.status IN ('signed', 'voided') AND visit.open_flag = 'U'
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

-- What was typed in a form and not stored yet; private to its user, overwritten in place and not logged, as a draft is. Where the form
-- makes a record, the id is that record's. Null content: thrown away, and kept as a row so that the newest saved_at never moves back.
CREATE TABLE form_draft (
  form_draft_id TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (user_id),
  form TEXT NOT NULL,
  -- The patient or visit it is about; null: none yet.
  subject_id TEXT,
  label TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  content TEXT,
  focus_field TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX form_draft_by_user ON form_draft (user_id, form, subject_id);
CREATE INDEX form_draft_by_saved ON form_draft (saved_at);
CREATE INDEX draft_by_saved ON draft (saved_at);

-- A body of the change log that was erased: the entry and its hashes stay, so the chain stays whole and says what is missing and why.
CREATE TABLE erasure (
  erasure_id TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE REFERENCES change_log (seq),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  erased_at TEXT NOT NULL,
  erased_by TEXT NOT NULL REFERENCES user (user_id),
  erased_by_name TEXT NOT NULL
) STRICT;
CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'an erasure is final'); END;
CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'an erasure is final'); END;
CREATE TRIGGER change_body_no_silent_delete BEFORE DELETE ON change_body
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.seq = old.seq) BEGIN
  SELECT RAISE(ABORT, 'a body is erased only with a reason');
END;

-- For reports of a period.
CREATE INDEX change_log_by_time ON change_log (at, seq);
CREATE INDEX access_log_by_time ON access_log (at, seq);
`;
