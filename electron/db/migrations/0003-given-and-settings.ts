// The look of a sheet, and what became of it. Frozen: a desk in use was made by exactly these statements.

/** The clinic's logo, and a record of when a sheet was given and whether the patient could say it back (spec 9). */
export const purpose = 'logo of the clinic; sheets given and teach-back';

export const sql = `
CREATE TABLE clinic_logo (
  logo_id TEXT NOT NULL PRIMARY KEY,
  png BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  width_px INTEGER NOT NULL CHECK (width_px >= 1),
  height_px INTEGER NOT NULL CHECK (height_px >= 1),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES user (user_id)
) STRICT;
CREATE TRIGGER clinic_logo_no_update BEFORE UPDATE ON clinic_logo BEGIN SELECT RAISE(ABORT, 'a logo is final'); END;
CREATE TRIGGER clinic_logo_no_delete BEFORE DELETE ON clinic_logo BEGIN SELECT RAISE(ABORT, 'a logo is never deleted'); END;

-- That a kept sheet was handed over, and how well it was understood. A correction is another row; the newest counts.
CREATE TABLE handout_giving (
  giving_id TEXT NOT NULL PRIMARY KEY,
  handout_id TEXT NOT NULL REFERENCES handout (handout_id),
  given_on TEXT NOT NULL,
  -- Null: not recorded, which is not the same as not done.
  teach_back TEXT CHECK (teach_back IN ('done', 'partly', 'not_done')),
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES user (user_id),
  recorded_by_name TEXT NOT NULL
) STRICT;
CREATE INDEX handout_giving_by_handout ON handout_giving (handout_id, recorded_at);
CREATE TRIGGER handout_giving_no_update BEFORE UPDATE ON handout_giving BEGIN SELECT RAISE(ABORT, 'a giving is final'); END;
CREATE TRIGGER handout_giving_no_delete BEFORE DELETE ON handout_giving BEGIN SELECT RAISE(ABORT, 'a giving is never deleted'); END;
`;
