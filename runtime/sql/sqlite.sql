-- A competency framework, as Cadre publishes it, for SQLite 3.37 or newer.
--
-- Run it with any client, on a new database or over an older release: `sqlite3 hr.db < sqlite.sql`.
-- All or nothing: whatever goes wrong, also in a client that goes on after an error, the database
-- stays as it was. Rows of other frameworks and tables that are not Cadre's are left alone.
--
-- How it works: the rows go into temporary tables first; one statement (an insertion with triggers)
-- then brings the tables up to date; the end of the script undoes everything unless that succeeded.

PRAGMA foreign_keys = ON;
BEGIN;

-- ---- May this script run here? ------------------------------------------------------------------

DROP TABLE IF EXISTS temp.cadre_name;
CREATE TEMP TABLE cadre_name (name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE);
INSERT INTO temp.cadre_name VALUES
  ('cadre_format'), ('identity'), ('framework'), ('framework_language'), ('scale'), ('level'),
  ('level_by_ordinal'), ('level_insert'), ('level_update'), ('scale_kind'), ('level_descriptor'),
  ('kind'), ('category'), ('category_by_parent'), ('family'), ('family_by_parent'), ('attribute'),
  ('attribute_target'), ('attribute_choice'), ('statement'), ('credential'), ('competency'),
  ('competency_by_kind'), ('competency_by_scale'), ('competency_level'),
  ('competency_level_by_level'), ('competency_level_insert'), ('competency_level_update'),
  ('competency_scale'), ('competency_anchor'), ('competency_anchor_insert'),
  ('competency_anchor_update'), ('indicator'), ('indicator_by_competency'), ('indicator_insert'),
  ('indicator_update'), ('competency_category'), ('competency_category_by_category'),
  ('competency_part_of'), ('competency_part_of_by_umbrella'), ('competency_text'),
  ('competency_statement'), ('competency_statement_by_statement'), ('competency_credential'),
  ('competency_credential_by_credential'), ('resource'), ('resource_development'),
  ('resource_development_by_competency'), ('resource_development_insert'),
  ('resource_development_update'), ('profile'), ('profile_by_family'), ('profile_base'),
  ('profile_drop'), ('profile_drop_by_competency'), ('profile_statement'),
  ('profile_statement_by_statement'), ('profile_credential'),
  ('profile_credential_by_credential'), ('rule'), ('rule_family'), ('rule_exception'),
  ('rule_requirement'), ('rule_requirement_by_competency'), ('rule_requirement_insert'),
  ('rule_requirement_update'), ('requirement'), ('requirement_by_competency'),
  ('requirement_insert'), ('requirement_update'), ('requirement_origin'),
  ('requirement_origin_by_rule'), ('requirement_origin_insert'), ('requirement_origin_update'),
  ('path'), ('path_step'), ('path_step_by_from'), ('path_step_by_to'), ('crosswalk'),
  ('crosswalk_pair'), ('crosswalk_pair_insert'), ('crosswalk_pair_update'), ('keyword'),
  ('keyword_by_text'), ('correspondence'), ('correspondence_by_target'), ('former_name'),
  ('replacement'), ('deprecation'), ('allowance'), ('attribute_value'),
  ('attribute_value_by_attribute'), ('attribute_value_insert'), ('attribute_value_update'),
  ('translation'), ('translation_by_id');

DROP TABLE IF EXISTS temp.cadre_step;
CREATE TEMP TABLE cadre_step (step INTEGER NOT NULL PRIMARY KEY);
CREATE TEMP TRIGGER cadre_step_schema BEFORE INSERT ON cadre_step WHEN NEW.step = 1
BEGIN
  SELECT RAISE(ABORT,
    'cadre: nothing was changed: run this script outside of a transaction')
  WHERE NOT EXISTS (SELECT 1 FROM pragma_foreign_keys WHERE foreign_keys = 1);
  SELECT RAISE(ABORT,
    'cadre: nothing was changed: a temporary table has the name of a table of Cadre')
  WHERE EXISTS (SELECT 1 FROM cadre_name JOIN sqlite_temp_schema USING (name));
  SELECT RAISE(ABORT,
    'cadre: nothing was changed: other tables of this database have the same names')
  WHERE EXISTS (SELECT 1 FROM cadre_name JOIN sqlite_schema USING (name))
    AND NOT EXISTS (SELECT 1 FROM pragma_table_info('cadre_format', 'main') AS info
                    JOIN sqlite_schema AS made ON made.name = 'cadre_format'
                    WHERE made.type = 'table' AND info.name = 'version');
END;

-- The end of the script inserts its rows here, in one statement: the parts of the merge.
DROP TABLE IF EXISTS temp.cadre_part;
CREATE TEMP TABLE cadre_part (part TEXT NOT NULL PRIMARY KEY);
DROP TABLE IF EXISTS temp.cadre_end;
CREATE TEMP TABLE cadre_end (done INTEGER NOT NULL);
CREATE TEMP TRIGGER cadre_end_undo BEFORE INSERT ON cadre_end
BEGIN
  SELECT RAISE(ROLLBACK, 'cadre: nothing was changed: see the errors above')
  WHERE NOT EXISTS (SELECT 1 FROM cadre_part);
END;

INSERT INTO temp.cadre_step VALUES (1);

-- The version of all that follows. It goes up when a table changes.
CREATE TABLE IF NOT EXISTS main.cadre_format (
  version INTEGER NOT NULL PRIMARY KEY
) STRICT;

CREATE TEMP TRIGGER cadre_step_format BEFORE INSERT ON cadre_step WHEN NEW.step = 2
BEGIN
  SELECT RAISE(ABORT,
    'cadre: nothing was changed: a newer version of Cadre made this database')
  WHERE EXISTS (SELECT 1 FROM cadre_format WHERE version > 1);
  SELECT RAISE(ABORT,
    'cadre: nothing was changed: this database is of an unknown format')
  WHERE EXISTS (SELECT 1 FROM cadre_format WHERE version IS NOT 1);
END;
INSERT INTO temp.cadre_step VALUES (2);

-- ---- What there is ------------------------------------------------------------------------------

-- Every id of a declaration or indicator, whatever it is, abstract profiles included.
CREATE TABLE IF NOT EXISTS main.identity (
  kind TEXT NOT NULL,  -- the table that the id stands in, such as 'competency'
  id   TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- ---- Frameworks ---------------------------------------------------------------------------------

-- Who publishes what. Dependencies of a framework are here too.
CREATE TABLE IF NOT EXISTS main.framework (
  id               TEXT NOT NULL PRIMARY KEY,
  framework_id     TEXT CHECK (framework_id = id),  -- itself, so that all tables with an id have it
  title            TEXT NOT NULL CHECK (title <> ''),
  about            TEXT,
  about_markdown   TEXT,
  code             TEXT,
  version          TEXT NOT NULL CHECK (version <> ''),  -- of the release that was loaded last
  language         TEXT,  -- of the texts in all other tables
  publisher        TEXT,
  license          TEXT,
  uri              TEXT,
  default_scale_id TEXT REFERENCES scale (id),
  status           TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since            TEXT,
  reviewed         TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in       TEXT,
  replaced_by      TEXT REFERENCES framework (id)
) STRICT;

-- The languages that a framework announces translations into.
CREATE TABLE IF NOT EXISTS main.framework_language (
  framework_id TEXT NOT NULL REFERENCES framework (id),
  language     TEXT NOT NULL,
  position     INTEGER NOT NULL,
  PRIMARY KEY (framework_id, language)
) STRICT, WITHOUT ROWID;

-- ---- Scales -------------------------------------------------------------------------------------

-- How far a competency is had: ordinal with named levels, or numeric with a range.
CREATE TABLE IF NOT EXISTS main.scale (
  id             TEXT NOT NULL PRIMARY KEY,
  framework_id   TEXT NOT NULL REFERENCES framework (id),
  position       INTEGER NOT NULL DEFAULT 0,  -- place in the order of declaration
  name           TEXT NOT NULL,  -- what the source calls it, qualified within its package
  title          TEXT NOT NULL CHECK (title <> ''),
  about          TEXT,
  about_markdown TEXT,
  code           TEXT,
  kind           TEXT NOT NULL CHECK (kind IN ('ordinal', 'numeric')),
  -- a level includes those below
  cumulative     INTEGER NOT NULL DEFAULT 0 CHECK (cumulative IN (0, 1)),
  minimum        REAL,  -- the range of a numeric scale, both ends included
  maximum        REAL,
  status         TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since          TEXT,
  reviewed       TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in     TEXT,
  replaced_by    TEXT REFERENCES scale (id),
  CHECK (CASE kind WHEN 'numeric' THEN coalesce(minimum < maximum, 0)
                   ELSE minimum IS NULL AND maximum IS NULL END)
) STRICT;

-- The levels of ordinal scales.
CREATE TABLE IF NOT EXISTS main.level (
  scale_id       TEXT NOT NULL REFERENCES scale (id),
  id             TEXT NOT NULL,  -- within the scale
  framework_id   TEXT NOT NULL REFERENCES framework (id),
  ordinal        INTEGER NOT NULL CHECK (ordinal >= 1),  -- 1 is the lowest
  title          TEXT NOT NULL CHECK (title <> ''),
  about          TEXT,
  about_markdown TEXT,
  retired_in     TEXT,
  replaced_by    TEXT,
  PRIMARY KEY (scale_id, id),
  FOREIGN KEY (scale_id, replaced_by) REFERENCES level (scale_id, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX IF NOT EXISTS main.level_by_ordinal
  ON level (scale_id, ordinal) WHERE retired_in IS NULL;

CREATE TRIGGER IF NOT EXISTS main.level_insert BEFORE INSERT ON level
WHEN NEW.retired_in IS NULL
BEGIN
  SELECT RAISE(ABORT, 'level: only an ordinal scale has levels')
  WHERE NOT EXISTS (SELECT 1 FROM scale WHERE id = NEW.scale_id AND kind = 'ordinal');
END;

CREATE TRIGGER IF NOT EXISTS main.level_update BEFORE UPDATE OF scale_id, retired_in ON level
WHEN NEW.retired_in IS NULL
BEGIN
  SELECT RAISE(ABORT, 'level: only an ordinal scale has levels')
  WHERE NOT EXISTS (SELECT 1 FROM scale WHERE id = NEW.scale_id AND kind = 'ordinal');
END;

CREATE TRIGGER IF NOT EXISTS main.scale_kind BEFORE UPDATE OF kind ON scale
WHEN NEW.kind = 'numeric'
BEGIN
  SELECT RAISE(ABORT, 'scale: only an ordinal scale has levels')
  WHERE EXISTS (SELECT 1 FROM level WHERE scale_id = NEW.id AND retired_in IS NULL);
END;

-- What a level means, whatever the competency.
CREATE TABLE IF NOT EXISTS main.level_descriptor (
  scale_id      TEXT NOT NULL,
  position      INTEGER NOT NULL,  -- within the scale
  level_id      TEXT NOT NULL,
  label         TEXT,
  text          TEXT NOT NULL CHECK (text <> ''),
  text_markdown TEXT,
  PRIMARY KEY (scale_id, position),
  FOREIGN KEY (scale_id, level_id) REFERENCES level (scale_id, id)
) STRICT, WITHOUT ROWID;

-- ---- Vocabulary ---------------------------------------------------------------------------------

-- The kinds of competency: technical, behavioural, leadership, general, and those of frameworks.
CREATE TABLE IF NOT EXISTS main.kind (
  id             TEXT NOT NULL PRIMARY KEY,
  framework_id   TEXT REFERENCES framework (id),  -- none for a built-in kind
  position       INTEGER NOT NULL DEFAULT 0,  -- place in the order of declaration
  name           TEXT NOT NULL,  -- what the source calls it, qualified within its package
  title          TEXT NOT NULL CHECK (title <> ''),
  about          TEXT,
  about_markdown TEXT,
  code           TEXT,
  like_id        TEXT REFERENCES kind (id),  -- the built-in kind that it behaves like
  status         TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since          TEXT,
  reviewed       TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in     TEXT,
  replaced_by    TEXT REFERENCES kind (id)
) STRICT;

-- Categories of competencies, a tree.
CREATE TABLE IF NOT EXISTS main.category (
  id             TEXT NOT NULL PRIMARY KEY,
  framework_id   TEXT NOT NULL REFERENCES framework (id),
  position       INTEGER NOT NULL DEFAULT 0,  -- place in the order of declaration
  -- what the source calls it, qualified within its package
  name           TEXT NOT NULL DEFAULT '',
  title          TEXT NOT NULL CHECK (title <> ''),
  about          TEXT,
  about_markdown TEXT,
  code           TEXT,
  parent_id      TEXT REFERENCES category (id),
  status         TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since          TEXT,
  reviewed       TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in     TEXT,
  replaced_by    TEXT REFERENCES category (id),
  CHECK (parent_id <> id)
) STRICT;

CREATE INDEX IF NOT EXISTS main.category_by_parent ON category (parent_id);

-- Job families, a tree.
CREATE TABLE IF NOT EXISTS main.family (
  id             TEXT NOT NULL PRIMARY KEY,
  framework_id   TEXT NOT NULL REFERENCES framework (id),
  position       INTEGER NOT NULL DEFAULT 0,  -- place in the order of declaration
  -- what the source calls it, qualified within its package
  name           TEXT NOT NULL DEFAULT '',
  title          TEXT NOT NULL CHECK (title <> ''),
  about          TEXT,
  about_markdown TEXT,
  code           TEXT,
  parent_id      TEXT REFERENCES family (id),
  status         TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since          TEXT,
  reviewed       TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in     TEXT,
  replaced_by    TEXT REFERENCES family (id),
  CHECK (parent_id <> id)
) STRICT;

CREATE INDEX IF NOT EXISTS main.family_by_parent ON family (parent_id);

-- What a framework says of its declarations beside the usual, such as a pay grade.
CREATE TABLE IF NOT EXISTS main.attribute (
  id             TEXT NOT NULL PRIMARY KEY,
  framework_id   TEXT NOT NULL REFERENCES framework (id),
  position       INTEGER NOT NULL DEFAULT 0,  -- place in the order of declaration
  -- what the source calls it, qualified within its package
  name           TEXT NOT NULL DEFAULT '',
  title          TEXT NOT NULL CHECK (title <> ''),
  about          TEXT,
  about_markdown TEXT,
  code           TEXT,
  type           TEXT NOT NULL
    CHECK (type IN ('text', 'number', 'boolean', 'date', 'url', 'one-of')),
  required       INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
  pattern        TEXT,  -- of a text: the regular expression that all of it matches
  minimum        REAL,  -- of a number: the range, both ends included
  maximum        REAL,
  status         TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since          TEXT,
  reviewed       TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in     TEXT,
  replaced_by    TEXT REFERENCES attribute (id),
  CHECK (pattern IS NULL OR type = 'text'),
  CHECK (type = 'number' OR (minimum IS NULL AND maximum IS NULL)),
  CHECK (minimum <= maximum)
) STRICT;

-- The kinds of declaration that an attribute can stand on.
CREATE TABLE IF NOT EXISTS main.attribute_target (
  attribute_id TEXT NOT NULL REFERENCES attribute (id),
  kind         TEXT NOT NULL,
  PRIMARY KEY (attribute_id, kind)
) STRICT, WITHOUT ROWID;

-- The values of a one-of attribute.
CREATE TABLE IF NOT EXISTS main.attribute_choice (
  attribute_id TEXT NOT NULL REFERENCES attribute (id),
  value        TEXT NOT NULL,
  position     INTEGER NOT NULL,
  PRIMARY KEY (attribute_id, value)
) STRICT, WITHOUT ROWID;

-- Statements of knowledge, skill, ability or task that several declarations share.
CREATE TABLE IF NOT EXISTS main.statement (
  id             TEXT NOT NULL PRIMARY KEY,
  framework_id   TEXT NOT NULL REFERENCES framework (id),
  position       INTEGER NOT NULL DEFAULT 0,  -- place in the order of declaration
  -- what the source calls it, qualified within its package
  name           TEXT NOT NULL DEFAULT '',
  about          TEXT,
  about_markdown TEXT,
  code           TEXT,
  sort           TEXT NOT NULL CHECK (sort IN ('knowledge', 'skill', 'ability', 'task')),
  text           TEXT NOT NULL CHECK (text <> ''),
  text_markdown  TEXT,
  status         TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since          TEXT,
  reviewed       TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in     TEXT,
  replaced_by    TEXT REFERENCES statement (id),
  UNIQUE (id, sort)
) STRICT;

-- Certificates, licences and other credentials.
CREATE TABLE IF NOT EXISTS main.credential (
  id             TEXT NOT NULL PRIMARY KEY,
  framework_id   TEXT NOT NULL REFERENCES framework (id),
  position       INTEGER NOT NULL DEFAULT 0,  -- place in the order of declaration
  -- what the source calls it, qualified within its package
  name           TEXT NOT NULL DEFAULT '',
  title          TEXT NOT NULL CHECK (title <> ''),
  about          TEXT,
  about_markdown TEXT,
  code           TEXT,
  issuer         TEXT,
  renews_every_months INTEGER CHECK (renews_every_months > 0),
  url            TEXT,
  status         TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since          TEXT,
  reviewed       TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in     TEXT,
  replaced_by    TEXT REFERENCES credential (id)
) STRICT;

-- ---- Competencies -------------------------------------------------------------------------------

-- What people can do.
CREATE TABLE IF NOT EXISTS main.competency (
  id             TEXT NOT NULL PRIMARY KEY,
  framework_id   TEXT NOT NULL REFERENCES framework (id),
  position       INTEGER NOT NULL DEFAULT 0,  -- place in the order of declaration
  name           TEXT NOT NULL,  -- what the source calls it, qualified within its package
  title          TEXT NOT NULL CHECK (title <> ''),
  about          TEXT,
  about_markdown TEXT,
  code           TEXT,
  kind           TEXT NOT NULL DEFAULT 'general' REFERENCES kind (id),
  scale_id       TEXT REFERENCES scale (id),  -- none: it is simply had or not
  status         TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since          TEXT,
  reviewed       TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in     TEXT,
  replaced_by    TEXT REFERENCES competency (id)
) STRICT;

CREATE INDEX IF NOT EXISTS main.competency_by_kind ON competency (kind);

CREATE INDEX IF NOT EXISTS main.competency_by_scale ON competency (scale_id);

-- The levels that a competency on an ordinal scale offers. Levels elsewhere refer to these rows.
CREATE TABLE IF NOT EXISTS main.competency_level (
  competency_id  TEXT NOT NULL REFERENCES competency (id),
  level_id       TEXT NOT NULL,
  scale_id       TEXT NOT NULL,
  position       INTEGER NOT NULL DEFAULT 0,
  title          TEXT,  -- where the competency has its own for this level
  about          TEXT,
  about_markdown TEXT,
  retired_in     TEXT,
  PRIMARY KEY (competency_id, level_id),
  FOREIGN KEY (scale_id, level_id) REFERENCES level (scale_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.competency_level_by_level ON competency_level (scale_id, level_id);

CREATE TRIGGER IF NOT EXISTS main.competency_level_insert BEFORE INSERT ON competency_level
WHEN NEW.retired_in IS NULL
BEGIN
  SELECT RAISE(ABORT, 'competency_level: a competency offers levels of its own scale')
  WHERE NOT EXISTS (SELECT 1 FROM competency
                    WHERE id = NEW.competency_id AND scale_id = NEW.scale_id);
END;

CREATE TRIGGER IF NOT EXISTS main.competency_level_update
  BEFORE UPDATE OF competency_id, scale_id, retired_in ON competency_level
WHEN NEW.retired_in IS NULL
BEGIN
  SELECT RAISE(ABORT, 'competency_level: a competency offers levels of its own scale')
  WHERE NOT EXISTS (SELECT 1 FROM competency
                    WHERE id = NEW.competency_id AND scale_id = NEW.scale_id);
END;

CREATE TRIGGER IF NOT EXISTS main.competency_scale BEFORE UPDATE OF scale_id ON competency
WHEN NEW.scale_id IS NOT OLD.scale_id
BEGIN
  SELECT RAISE(ABORT, 'competency: it still offers levels of its former scale')
  WHERE EXISTS (SELECT 1 FROM competency_level
                WHERE competency_id = NEW.id AND retired_in IS NULL
                  AND scale_id IS NOT NEW.scale_id);
END;

-- The numbers of a numeric scale that a competency describes. Others can be required all the same.
CREATE TABLE IF NOT EXISTS main.competency_anchor (
  competency_id  TEXT NOT NULL REFERENCES competency (id),
  level_value    REAL NOT NULL,
  position       INTEGER NOT NULL DEFAULT 0,
  title          TEXT,
  about          TEXT,
  about_markdown TEXT,
  retired_in     TEXT,
  PRIMARY KEY (competency_id, level_value)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER IF NOT EXISTS main.competency_anchor_insert BEFORE INSERT ON competency_anchor
WHEN NEW.retired_in IS NULL
BEGIN
  SELECT RAISE(ABORT, 'competency_anchor: level_value lies outside the scale of the competency')
  WHERE NOT EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id
                    WHERE competency.id = NEW.competency_id
                      AND NEW.level_value BETWEEN scale.minimum AND scale.maximum);
END;

CREATE TRIGGER IF NOT EXISTS main.competency_anchor_update
  BEFORE UPDATE OF competency_id, level_value, retired_in ON competency_anchor
WHEN NEW.retired_in IS NULL
BEGIN
  SELECT RAISE(ABORT, 'competency_anchor: level_value lies outside the scale of the competency')
  WHERE NOT EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id
                    WHERE competency.id = NEW.competency_id
                      AND NEW.level_value BETWEEN scale.minimum AND scale.maximum);
END;

-- How one sees that somebody has a competency, at a level where it has a scale.
CREATE TABLE IF NOT EXISTS main.indicator (
  id            TEXT NOT NULL PRIMARY KEY,
  framework_id  TEXT NOT NULL REFERENCES framework (id),
  competency_id TEXT NOT NULL REFERENCES competency (id),
  level_id      TEXT,  -- on an ordinal scale
  level_value   REAL,  -- on a numeric scale
  position      INTEGER NOT NULL DEFAULT 0,  -- within the level
  label         TEXT,
  text          TEXT NOT NULL CHECK (text <> ''),
  text_markdown TEXT,
  retired_in    TEXT,
  replaced_by   TEXT REFERENCES indicator (id),
  FOREIGN KEY (competency_id, level_id) REFERENCES competency_level (competency_id, level_id),
  FOREIGN KEY (competency_id, level_value)
    REFERENCES competency_anchor (competency_id, level_value),
  CHECK (level_id IS NULL OR level_value IS NULL)
) STRICT;

CREATE INDEX IF NOT EXISTS main.indicator_by_competency
  ON indicator (competency_id, level_id, level_value, position);

CREATE TRIGGER IF NOT EXISTS main.indicator_insert BEFORE INSERT ON indicator
WHEN NEW.retired_in IS NULL
BEGIN
  SELECT RAISE(ABORT, 'indicator: the level does not fit the scale of the competency')
  WHERE NOT CASE
    WHEN NEW.level_id IS NOT NULL THEN
      EXISTS (SELECT 1 FROM competency_level
              WHERE competency_id = NEW.competency_id AND level_id = NEW.level_id)
    WHEN NEW.level_value IS NOT NULL THEN
      EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id
              WHERE competency.id = NEW.competency_id
                AND NEW.level_value BETWEEN scale.minimum AND scale.maximum)
    ELSE EXISTS (SELECT 1 FROM competency WHERE id = NEW.competency_id AND scale_id IS NULL)
  END;
END;

CREATE TRIGGER IF NOT EXISTS main.indicator_update
  BEFORE UPDATE OF competency_id, level_id, level_value ON indicator
WHEN NEW.retired_in IS NULL
BEGIN
  SELECT RAISE(ABORT, 'indicator: the level does not fit the scale of the competency')
  WHERE NOT CASE
    WHEN NEW.level_id IS NOT NULL THEN
      EXISTS (SELECT 1 FROM competency_level
              WHERE competency_id = NEW.competency_id AND level_id = NEW.level_id)
    WHEN NEW.level_value IS NOT NULL THEN
      EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id
              WHERE competency.id = NEW.competency_id
                AND NEW.level_value BETWEEN scale.minimum AND scale.maximum)
    ELSE EXISTS (SELECT 1 FROM competency WHERE id = NEW.competency_id AND scale_id IS NULL)
  END;
END;

-- The categories that a competency is in.
CREATE TABLE IF NOT EXISTS main.competency_category (
  competency_id TEXT NOT NULL REFERENCES competency (id),
  category_id   TEXT NOT NULL REFERENCES category (id),
  position      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (competency_id, category_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.competency_category_by_category
  ON competency_category (category_id);

-- The umbrella competencies that a competency is part of.
CREATE TABLE IF NOT EXISTS main.competency_part_of (
  competency_id TEXT NOT NULL REFERENCES competency (id),
  umbrella_id   TEXT NOT NULL REFERENCES competency (id) CHECK (umbrella_id <> competency_id),
  position      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (competency_id, umbrella_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.competency_part_of_by_umbrella ON competency_part_of (umbrella_id);

-- How to develop a competency, what proves it, what to ask; at a level, or whatever the level.
CREATE TABLE IF NOT EXISTS main.competency_text (
  competency_id TEXT NOT NULL REFERENCES competency (id),
  sort          TEXT NOT NULL CHECK (sort IN ('develop', 'evidence', 'interview')),
  position      INTEGER NOT NULL,  -- within the competency and sort, through all levels
  level_id      TEXT,  -- on an ordinal scale
  level_value   REAL,  -- on a numeric scale
  label         TEXT,
  text          TEXT NOT NULL CHECK (text <> ''),
  text_markdown TEXT,
  PRIMARY KEY (competency_id, sort, position),
  FOREIGN KEY (competency_id, level_id) REFERENCES competency_level (competency_id, level_id),
  FOREIGN KEY (competency_id, level_value)
    REFERENCES competency_anchor (competency_id, level_value),
  CHECK (level_id IS NULL OR level_value IS NULL)
) STRICT, WITHOUT ROWID;

-- What a competency combines (knowledge, skills, abilities) and is applied to (tasks).
CREATE TABLE IF NOT EXISTS main.competency_statement (
  competency_id TEXT NOT NULL REFERENCES competency (id),
  position      INTEGER NOT NULL,
  sort          TEXT NOT NULL CHECK (sort IN ('knowledge', 'skill', 'ability', 'task')),
  statement_id  TEXT,  -- a shared statement; else the text stands here
  label         TEXT,
  text          TEXT CHECK (text <> ''),
  text_markdown TEXT,
  PRIMARY KEY (competency_id, position),
  FOREIGN KEY (statement_id, sort) REFERENCES statement (id, sort) ON UPDATE CASCADE,
  CHECK ((statement_id IS NULL) <> (text IS NULL)),
  CHECK (statement_id IS NULL OR (label IS NULL AND text_markdown IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.competency_statement_by_statement
  ON competency_statement (statement_id, sort) WHERE statement_id IS NOT NULL;

-- The credentials that attest a competency.
CREATE TABLE IF NOT EXISTS main.competency_credential (
  competency_id TEXT NOT NULL REFERENCES competency (id),
  position      INTEGER NOT NULL,
  credential_id TEXT NOT NULL REFERENCES credential (id),
  importance    TEXT NOT NULL DEFAULT 'essential'
    CHECK (importance IN ('essential', 'desired', 'optional')),
  PRIMARY KEY (competency_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.competency_credential_by_credential
  ON competency_credential (credential_id);

-- Courses, books and other means to develop a competency.
CREATE TABLE IF NOT EXISTS main.resource (
  id             TEXT NOT NULL PRIMARY KEY,
  framework_id   TEXT NOT NULL REFERENCES framework (id),
  position       INTEGER NOT NULL DEFAULT 0,  -- place in the order of declaration
  -- what the source calls it, qualified within its package
  name           TEXT NOT NULL DEFAULT '',
  title          TEXT NOT NULL CHECK (title <> ''),
  about          TEXT,
  about_markdown TEXT,
  code           TEXT,
  type           TEXT,
  url            TEXT,
  status         TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since          TEXT,
  reviewed       TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in     TEXT,
  replaced_by    TEXT REFERENCES resource (id)
) STRICT;

-- The competencies that a resource develops, and how far.
CREATE TABLE IF NOT EXISTS main.resource_development (
  resource_id   TEXT NOT NULL REFERENCES resource (id),
  position      INTEGER NOT NULL,
  competency_id TEXT NOT NULL REFERENCES competency (id),
  level_id      TEXT,  -- on an ordinal scale
  level_value   REAL,  -- on a numeric scale
  PRIMARY KEY (resource_id, position),
  FOREIGN KEY (competency_id, level_id) REFERENCES competency_level (competency_id, level_id),
  CHECK (level_id IS NULL OR level_value IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.resource_development_by_competency
  ON resource_development (competency_id, level_id);

CREATE TRIGGER IF NOT EXISTS main.resource_development_insert BEFORE INSERT ON resource_development
WHEN NEW.level_value IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'resource_development: level_value lies outside the scale of the competency')
  WHERE NOT EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id
                    WHERE competency.id = NEW.competency_id
                      AND NEW.level_value BETWEEN scale.minimum AND scale.maximum);
END;

CREATE TRIGGER IF NOT EXISTS main.resource_development_update
  BEFORE UPDATE OF competency_id, level_value ON resource_development
WHEN NEW.level_value IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'resource_development: level_value lies outside the scale of the competency')
  WHERE NOT EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id
                    WHERE competency.id = NEW.competency_id
                      AND NEW.level_value BETWEEN scale.minimum AND scale.maximum);
END;

-- ---- Profiles -----------------------------------------------------------------------------------

-- Job profiles. Abstract ones, which only pass on what they say, are not here.
CREATE TABLE IF NOT EXISTS main.profile (
  id             TEXT NOT NULL PRIMARY KEY,
  framework_id   TEXT NOT NULL REFERENCES framework (id),
  position       INTEGER NOT NULL DEFAULT 0,  -- place in the order of declaration
  name           TEXT NOT NULL,  -- what the source calls it, qualified within its package
  title          TEXT NOT NULL CHECK (title <> ''),
  about          TEXT,
  about_markdown TEXT,
  code           TEXT,
  family_id      TEXT REFERENCES family (id),
  status         TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since          TEXT,
  reviewed       TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in     TEXT,
  replaced_by    TEXT REFERENCES profile (id)
) STRICT;

CREATE INDEX IF NOT EXISTS main.profile_by_family ON profile (family_id);

-- The profiles that a profile extends.
CREATE TABLE IF NOT EXISTS main.profile_base (
  profile_id TEXT NOT NULL REFERENCES profile (id),
  base_id    TEXT NOT NULL,  -- of an abstract profile there is no more than this id
  base_kind  TEXT NOT NULL DEFAULT 'profile' CHECK (base_kind = 'profile'),
  position   INTEGER NOT NULL,
  PRIMARY KEY (profile_id, base_id),
  FOREIGN KEY (base_kind, base_id) REFERENCES identity (kind, id),
  CHECK (base_id <> profile_id)
) STRICT, WITHOUT ROWID;

-- The competencies that a profile would inherit but says it does not require.
CREATE TABLE IF NOT EXISTS main.profile_drop (
  profile_id       TEXT NOT NULL REFERENCES profile (id),
  position         INTEGER NOT NULL,
  competency_id    TEXT NOT NULL REFERENCES competency (id),
  because          TEXT,
  because_markdown TEXT,
  PRIMARY KEY (profile_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.profile_drop_by_competency ON profile_drop (competency_id);

-- The tasks of a job, and what it asks for beside competencies; inherited ones come first.
CREATE TABLE IF NOT EXISTS main.profile_statement (
  profile_id    TEXT NOT NULL REFERENCES profile (id),
  position      INTEGER NOT NULL,
  sort          TEXT NOT NULL CHECK (sort IN ('knowledge', 'skill', 'ability', 'task')),
  statement_id  TEXT,  -- a shared statement; else the text stands here
  label         TEXT,
  text          TEXT CHECK (text <> ''),
  text_markdown TEXT,
  PRIMARY KEY (profile_id, position),
  FOREIGN KEY (statement_id, sort) REFERENCES statement (id, sort) ON UPDATE CASCADE,
  CHECK ((statement_id IS NULL) <> (text IS NULL)),
  CHECK (statement_id IS NULL OR (label IS NULL AND text_markdown IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.profile_statement_by_statement
  ON profile_statement (statement_id, sort) WHERE statement_id IS NOT NULL;

-- The credentials that a job asks for, inherited ones first.
CREATE TABLE IF NOT EXISTS main.profile_credential (
  profile_id    TEXT NOT NULL REFERENCES profile (id),
  position      INTEGER NOT NULL,
  credential_id TEXT NOT NULL REFERENCES credential (id),
  importance    TEXT NOT NULL DEFAULT 'essential'
    CHECK (importance IN ('essential', 'desired', 'optional')),
  PRIMARY KEY (profile_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.profile_credential_by_credential
  ON profile_credential (credential_id);

-- What is required of every profile, or of every profile in some families.
CREATE TABLE IF NOT EXISTS main.rule (
  id           TEXT NOT NULL PRIMARY KEY,
  framework_id TEXT NOT NULL REFERENCES framework (id),
  position     INTEGER NOT NULL DEFAULT 0,
  retired_in   TEXT,
  replaced_by  TEXT REFERENCES rule (id)
) STRICT;

-- The families that a rule is for, those inside them included. None: for all profiles.
CREATE TABLE IF NOT EXISTS main.rule_family (
  rule_id   TEXT NOT NULL REFERENCES rule (id),
  family_id TEXT NOT NULL REFERENCES family (id),
  position  INTEGER NOT NULL,
  PRIMARY KEY (rule_id, family_id)
) STRICT, WITHOUT ROWID;

-- The profiles that a rule leaves out.
CREATE TABLE IF NOT EXISTS main.rule_exception (
  rule_id    TEXT NOT NULL REFERENCES rule (id),
  profile_id TEXT NOT NULL REFERENCES profile (id),
  position   INTEGER NOT NULL,
  PRIMARY KEY (rule_id, profile_id)
) STRICT, WITHOUT ROWID;

-- What a rule requires. It is part of the profiles' own requirements already.
CREATE TABLE IF NOT EXISTS main.rule_requirement (
  rule_id       TEXT NOT NULL REFERENCES rule (id),
  position      INTEGER NOT NULL,
  competency_id TEXT NOT NULL REFERENCES competency (id),
  level_id      TEXT,  -- on an ordinal scale
  level_value   REAL,  -- on a numeric scale
  importance    TEXT NOT NULL DEFAULT 'essential'
    CHECK (importance IN ('essential', 'desired', 'optional')),
  weight        REAL,
  because       TEXT,
  because_markdown TEXT,
  PRIMARY KEY (rule_id, position),
  FOREIGN KEY (competency_id, level_id) REFERENCES competency_level (competency_id, level_id),
  CHECK (level_id IS NULL OR level_value IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.rule_requirement_by_competency
  ON rule_requirement (competency_id, level_id);

CREATE TRIGGER IF NOT EXISTS main.rule_requirement_insert BEFORE INSERT ON rule_requirement
BEGIN
  SELECT RAISE(ABORT, 'rule_requirement: the level does not fit the scale of the competency')
  WHERE NOT CASE
    WHEN NEW.level_id IS NOT NULL THEN
      EXISTS (SELECT 1 FROM competency_level
              WHERE competency_id = NEW.competency_id AND level_id = NEW.level_id)
    WHEN NEW.level_value IS NOT NULL THEN
      EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id
              WHERE competency.id = NEW.competency_id
                AND NEW.level_value BETWEEN scale.minimum AND scale.maximum)
    ELSE EXISTS (SELECT 1 FROM competency WHERE id = NEW.competency_id AND scale_id IS NULL)
  END;
END;

CREATE TRIGGER IF NOT EXISTS main.rule_requirement_update
  BEFORE UPDATE OF competency_id, level_id, level_value ON rule_requirement
BEGIN
  SELECT RAISE(ABORT, 'rule_requirement: the level does not fit the scale of the competency')
  WHERE NOT CASE
    WHEN NEW.level_id IS NOT NULL THEN
      EXISTS (SELECT 1 FROM competency_level
              WHERE competency_id = NEW.competency_id AND level_id = NEW.level_id)
    WHEN NEW.level_value IS NOT NULL THEN
      EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id
              WHERE competency.id = NEW.competency_id
                AND NEW.level_value BETWEEN scale.minimum AND scale.maximum)
    ELSE EXISTS (SELECT 1 FROM competency WHERE id = NEW.competency_id AND scale_id IS NULL)
  END;
END;

-- What a profile requires in the end, with all that it inherits.
CREATE TABLE IF NOT EXISTS main.requirement (
  profile_id    TEXT NOT NULL REFERENCES profile (id),
  competency_id TEXT NOT NULL REFERENCES competency (id),
  position      INTEGER NOT NULL DEFAULT 0,  -- within the profile
  level_id      TEXT,  -- on an ordinal scale
  level_value   REAL,  -- on a numeric scale
  importance    TEXT NOT NULL DEFAULT 'essential'
    CHECK (importance IN ('essential', 'desired', 'optional')),
  weight        REAL,
  because       TEXT,
  because_markdown TEXT,
  PRIMARY KEY (profile_id, competency_id),
  FOREIGN KEY (competency_id, level_id) REFERENCES competency_level (competency_id, level_id),
  CHECK (level_id IS NULL OR level_value IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.requirement_by_competency ON requirement (competency_id, level_id);

CREATE TRIGGER IF NOT EXISTS main.requirement_insert BEFORE INSERT ON requirement
BEGIN
  SELECT RAISE(ABORT, 'requirement: the level does not fit the scale of the competency')
  WHERE NOT CASE
    WHEN NEW.level_id IS NOT NULL THEN
      EXISTS (SELECT 1 FROM competency_level
              WHERE competency_id = NEW.competency_id AND level_id = NEW.level_id)
    WHEN NEW.level_value IS NOT NULL THEN
      EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id
              WHERE competency.id = NEW.competency_id
                AND NEW.level_value BETWEEN scale.minimum AND scale.maximum)
    ELSE EXISTS (SELECT 1 FROM competency WHERE id = NEW.competency_id AND scale_id IS NULL)
  END;
END;

CREATE TRIGGER IF NOT EXISTS main.requirement_update
  BEFORE UPDATE OF competency_id, level_id, level_value ON requirement
BEGIN
  SELECT RAISE(ABORT, 'requirement: the level does not fit the scale of the competency')
  WHERE NOT CASE
    WHEN NEW.level_id IS NOT NULL THEN
      EXISTS (SELECT 1 FROM competency_level
              WHERE competency_id = NEW.competency_id AND level_id = NEW.level_id)
    WHEN NEW.level_value IS NOT NULL THEN
      EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id
              WHERE competency.id = NEW.competency_id
                AND NEW.level_value BETWEEN scale.minimum AND scale.maximum)
    ELSE EXISTS (SELECT 1 FROM competency WHERE id = NEW.competency_id AND scale_id IS NULL)
  END;
END;

-- Where a requirement comes from, in order: why is this here?
CREATE TABLE IF NOT EXISTS main.requirement_origin (
  profile_id       TEXT NOT NULL,
  competency_id    TEXT NOT NULL,
  position         INTEGER NOT NULL,
  kind             TEXT NOT NULL CHECK (kind IN ('rule', 'base', 'own', 'lowers')),
  from_profile_id  TEXT,  -- the profile that has the line, if another one; it may be abstract
  rule_id          TEXT REFERENCES rule (id),
  level_id         TEXT,
  level_value      REAL,
  importance       TEXT CHECK (importance IN ('essential', 'desired', 'optional')),
  weight           REAL,
  because          TEXT,
  because_markdown TEXT,
  PRIMARY KEY (profile_id, competency_id, position),
  FOREIGN KEY (profile_id, competency_id) REFERENCES requirement (profile_id, competency_id)
    ON DELETE CASCADE,
  FOREIGN KEY (competency_id, level_id) REFERENCES competency_level (competency_id, level_id),
  CHECK (level_id IS NULL OR level_value IS NULL),
  CHECK ((kind = 'rule') = (rule_id IS NOT NULL)),
  CHECK (kind NOT IN ('rule', 'own') OR from_profile_id IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.requirement_origin_by_rule
  ON requirement_origin (rule_id) WHERE rule_id IS NOT NULL;

CREATE TRIGGER IF NOT EXISTS main.requirement_origin_insert BEFORE INSERT ON requirement_origin
WHEN NEW.level_value IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'requirement_origin: level_value lies outside the scale of the competency')
  WHERE NOT EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id
                    WHERE competency.id = NEW.competency_id
                      AND NEW.level_value BETWEEN scale.minimum AND scale.maximum);
END;

CREATE TRIGGER IF NOT EXISTS main.requirement_origin_update
  BEFORE UPDATE OF competency_id, level_value ON requirement_origin
WHEN NEW.level_value IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'requirement_origin: level_value lies outside the scale of the competency')
  WHERE NOT EXISTS (SELECT 1 FROM competency JOIN scale ON scale.id = competency.scale_id
                    WHERE competency.id = NEW.competency_id
                      AND NEW.level_value BETWEEN scale.minimum AND scale.maximum);
END;

-- ---- Paths and crosswalks -----------------------------------------------------------------------

-- Career paths.
CREATE TABLE IF NOT EXISTS main.path (
  id             TEXT NOT NULL PRIMARY KEY,
  framework_id   TEXT NOT NULL REFERENCES framework (id),
  position       INTEGER NOT NULL DEFAULT 0,  -- place in the order of declaration
  -- what the source calls it, qualified within its package
  name           TEXT NOT NULL DEFAULT '',
  title          TEXT NOT NULL CHECK (title <> ''),
  about          TEXT,
  about_markdown TEXT,
  code           TEXT,
  status         TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since          TEXT,
  reviewed       TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in     TEXT,
  replaced_by    TEXT REFERENCES path (id)
) STRICT;

-- The steps of a career path, line by line.
CREATE TABLE IF NOT EXISTS main.path_step (
  path_id         TEXT NOT NULL REFERENCES path (id),
  chain           INTEGER NOT NULL,  -- the line of the path that the step belongs to
  position        INTEGER NOT NULL,
  from_profile_id TEXT NOT NULL REFERENCES profile (id),
  to_profile_id   TEXT NOT NULL REFERENCES profile (id),
  PRIMARY KEY (path_id, chain, position),
  CHECK (from_profile_id <> to_profile_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.path_step_by_from ON path_step (from_profile_id);

CREATE INDEX IF NOT EXISTS main.path_step_by_to ON path_step (to_profile_id);

-- Which levels of one scale stand for which of another.
CREATE TABLE IF NOT EXISTS main.crosswalk (
  id             TEXT NOT NULL PRIMARY KEY,
  framework_id   TEXT NOT NULL REFERENCES framework (id),
  position       INTEGER NOT NULL DEFAULT 0,  -- place in the order of declaration
  -- what the source calls it, qualified within its package
  name           TEXT NOT NULL DEFAULT '',
  title          TEXT NOT NULL CHECK (title <> ''),
  about          TEXT,
  about_markdown TEXT,
  code           TEXT,
  from_scale_id  TEXT NOT NULL REFERENCES scale (id),
  to_scale_id    TEXT NOT NULL REFERENCES scale (id),
  status         TEXT NOT NULL DEFAULT 'published'
    CHECK (status IN ('draft', 'published', 'retired')),
  since          TEXT,
  reviewed       TEXT CHECK (reviewed IS date(reviewed, '+0 days')),
  retired_in     TEXT,
  replaced_by    TEXT REFERENCES crosswalk (id),
  UNIQUE (id, from_scale_id, to_scale_id)
) STRICT;

-- The pairs of a crosswalk, in the order of its left scale.
CREATE TABLE IF NOT EXISTS main.crosswalk_pair (
  crosswalk_id     TEXT NOT NULL,
  position         INTEGER NOT NULL,
  from_scale_id    TEXT NOT NULL,
  from_level_id    TEXT,
  from_level_value REAL,
  to_scale_id      TEXT NOT NULL,
  to_level_id      TEXT,
  to_level_value   REAL,
  PRIMARY KEY (crosswalk_id, position),
  FOREIGN KEY (crosswalk_id, from_scale_id, to_scale_id)
    REFERENCES crosswalk (id, from_scale_id, to_scale_id),
  FOREIGN KEY (from_scale_id, from_level_id) REFERENCES level (scale_id, id),
  FOREIGN KEY (to_scale_id, to_level_id) REFERENCES level (scale_id, id),
  CHECK ((from_level_id IS NULL) <> (from_level_value IS NULL)),
  CHECK ((to_level_id IS NULL) <> (to_level_value IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER IF NOT EXISTS main.crosswalk_pair_insert BEFORE INSERT ON crosswalk_pair
BEGIN
  SELECT RAISE(ABORT, 'crosswalk_pair: a level does not fit its scale')
  WHERE NOT EXISTS (SELECT 1 FROM scale WHERE id = NEW.from_scale_id
                    AND CASE kind WHEN 'ordinal' THEN NEW.from_level_id IS NOT NULL
                        ELSE NEW.from_level_value BETWEEN minimum AND maximum END)
     OR NOT EXISTS (SELECT 1 FROM scale WHERE id = NEW.to_scale_id
                    AND CASE kind WHEN 'ordinal' THEN NEW.to_level_id IS NOT NULL
                        ELSE NEW.to_level_value BETWEEN minimum AND maximum END);
END;

CREATE TRIGGER IF NOT EXISTS main.crosswalk_pair_update BEFORE UPDATE ON crosswalk_pair
BEGIN
  SELECT RAISE(ABORT, 'crosswalk_pair: a level does not fit its scale')
  WHERE NOT EXISTS (SELECT 1 FROM scale WHERE id = NEW.from_scale_id
                    AND CASE kind WHEN 'ordinal' THEN NEW.from_level_id IS NOT NULL
                        ELSE NEW.from_level_value BETWEEN minimum AND maximum END)
     OR NOT EXISTS (SELECT 1 FROM scale WHERE id = NEW.to_scale_id
                    AND CASE kind WHEN 'ordinal' THEN NEW.to_level_id IS NOT NULL
                        ELSE NEW.to_level_value BETWEEN minimum AND maximum END);
END;

-- ---- What any declaration can have --------------------------------------------------------------

-- Words to find it by.
CREATE TABLE IF NOT EXISTS main.keyword (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (kind, id, position),
  FOREIGN KEY (kind, id) REFERENCES identity (kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.keyword_by_text ON keyword (text);

-- What it matches in other frameworks and classifications.
CREATE TABLE IF NOT EXISTS main.correspondence (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  position INTEGER NOT NULL,
  relation TEXT NOT NULL CHECK (relation IN ('exact', 'close', 'broad', 'narrow', 'related')),
  scheme TEXT NOT NULL,  -- such as 'esco'
  target TEXT NOT NULL,  -- a code or IRI in that scheme
  PRIMARY KEY (kind, id, position),
  FOREIGN KEY (kind, id) REFERENCES identity (kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.correspondence_by_target ON correspondence (scheme, target);

-- The names that it had before, newest first. Its id is made from the oldest.
CREATE TABLE IF NOT EXISTS main.former_name (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (kind, id, position),
  FOREIGN KEY (kind, id) REFERENCES identity (kind, id)
) STRICT, WITHOUT ROWID;

-- What it takes over from.
CREATE TABLE IF NOT EXISTS main.replacement (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  -- The columns of the key come first: SQLite 3.40's integrity_check is led astray otherwise.
  replaced_id TEXT NOT NULL,  -- may be long gone, and then have no row
  position INTEGER NOT NULL,
  PRIMARY KEY (kind, id, replaced_id),
  FOREIGN KEY (kind, id) REFERENCES identity (kind, id)
) STRICT, WITHOUT ROWID;

-- Why it should no longer be used, and since which version.
CREATE TABLE IF NOT EXISTS main.deprecation (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  since TEXT,
  because TEXT,
  because_markdown TEXT,
  successor_id TEXT,  -- what to use instead
  PRIMARY KEY (kind, id),
  FOREIGN KEY (kind, id) REFERENCES identity (kind, id)
) STRICT, WITHOUT ROWID;

-- The lint rules that it may break, and why.
CREATE TABLE IF NOT EXISTS main.allowance (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  because TEXT,
  because_markdown TEXT,
  PRIMARY KEY (kind, id, position),
  FOREIGN KEY (kind, id) REFERENCES identity (kind, id)
) STRICT, WITHOUT ROWID;

-- Its attributes; those of a profile include inherited ones.
CREATE TABLE IF NOT EXISTS main.attribute_value (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  attribute_id TEXT NOT NULL REFERENCES attribute (id),
  text TEXT,  -- of a text, date, url or one-of attribute
  number REAL,
  boolean INTEGER CHECK (boolean IN (0, 1)),
  CHECK ((text IS NOT NULL) + (number IS NOT NULL) + (boolean IS NOT NULL) = 1),
  PRIMARY KEY (kind, id, attribute_id),
  FOREIGN KEY (kind, id) REFERENCES identity (kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.attribute_value_by_attribute
  ON attribute_value (attribute_id, text);

CREATE TRIGGER IF NOT EXISTS main.attribute_value_insert BEFORE INSERT ON attribute_value
BEGIN
  SELECT RAISE(ABORT, 'attribute_value: the value does not fit the type of the attribute')
  WHERE NOT EXISTS (SELECT 1 FROM attribute WHERE attribute.id = NEW.attribute_id
                    AND CASE type
                        WHEN 'number' THEN NEW.number IS NOT NULL
                             AND NEW.number >= coalesce(minimum, NEW.number)
                             AND NEW.number <= coalesce(maximum, NEW.number)
                        WHEN 'boolean' THEN NEW.boolean IS NOT NULL
                        WHEN 'date' THEN NEW.text IS date(NEW.text, '+0 days')
                        WHEN 'one-of' THEN EXISTS (SELECT 1 FROM attribute_choice
                             WHERE attribute_id = NEW.attribute_id AND value = NEW.text)
                        ELSE NEW.text IS NOT NULL END);
  SELECT RAISE(ABORT, 'attribute_value: the attribute does not stand on this kind of declaration')
  WHERE NOT EXISTS (SELECT 1 FROM attribute_target
                    WHERE attribute_id = NEW.attribute_id AND kind = NEW.kind);
END;

CREATE TRIGGER IF NOT EXISTS main.attribute_value_update BEFORE UPDATE ON attribute_value
BEGIN
  SELECT RAISE(ABORT, 'attribute_value: the value does not fit the type of the attribute')
  WHERE NOT EXISTS (SELECT 1 FROM attribute WHERE attribute.id = NEW.attribute_id
                    AND CASE type
                        WHEN 'number' THEN NEW.number IS NOT NULL
                             AND NEW.number >= coalesce(minimum, NEW.number)
                             AND NEW.number <= coalesce(maximum, NEW.number)
                        WHEN 'boolean' THEN NEW.boolean IS NOT NULL
                        WHEN 'date' THEN NEW.text IS date(NEW.text, '+0 days')
                        WHEN 'one-of' THEN EXISTS (SELECT 1 FROM attribute_choice
                             WHERE attribute_id = NEW.attribute_id AND value = NEW.text)
                        ELSE NEW.text IS NOT NULL END);
  SELECT RAISE(ABORT, 'attribute_value: the attribute does not stand on this kind of declaration')
  WHERE NOT EXISTS (SELECT 1 FROM attribute_target
                    WHERE attribute_id = NEW.attribute_id AND kind = NEW.kind);
END;

-- Texts in other languages.
CREATE TABLE IF NOT EXISTS main.translation (
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  field TEXT NOT NULL,  -- the column, or what the position counts
  position INTEGER NOT NULL DEFAULT 0,  -- 0 for a column of the row itself
  text TEXT NOT NULL CHECK (text <> ''),
  text_markdown TEXT,
  PRIMARY KEY (language, kind, id, field, position),
  FOREIGN KEY (kind, id) REFERENCES identity (kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS main.translation_by_id ON translation (kind, id);
