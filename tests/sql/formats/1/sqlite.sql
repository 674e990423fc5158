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

-- ---- Rows -----------------------------------------------------------------------------------

DROP TABLE IF EXISTS temp.cadre_write;
CREATE TEMP TABLE cadre_write (kind, id, PRIMARY KEY (kind, id)) WITHOUT ROWID;
DROP TABLE IF EXISTS temp.cadre_succession;
CREATE TEMP TABLE cadre_succession (kind, id, successor_id, PRIMARY KEY (kind, id));
INSERT INTO temp.cadre_succession VALUES
('competency','thorny.main.LongGone','thorny.main.EveryThing'),
('competency','thorny.core.Integrity','thorny.main.EveryThing'),
('competency','thorny.main.EveryThing','thorny.main.Successor'),
('profile','thorny.main.OldNext','thorny.main.Next'),
('profile','thorny.main.Leaving','thorny.main.Next');

DROP TABLE IF EXISTS temp.cadre_new_framework;
CREATE TEMP TABLE cadre_new_framework (id, framework_id, title, about, about_markdown, code, version, language, publisher, license, uri, default_scale_id, status, since, reviewed, retired_in);
INSERT INTO temp.cadre_new_framework VALUES
('thorny.main','thorny.main','ends in a backslash \','''); DROP TABLE competency; --',NULL,'''; ROLLBACK; COMMIT; BEGIN; ''','2.1.0-rc.1+build.5','en','C:\new\table\0 \'' \" \n \. \q \! end','CC-BY-4.0','https://thorny.example/it''s','thorny.main.Ladder','published','two
lines

and ''more''
.
\.
/
go
GO
;
DELIMITER //
.quit
.exit
\q
\! true
end','2026-03-01',NULL),
('thorny.core','thorny.core','Core''s "texts"',NULL,NULL,NULL,'1.4.0','en',NULL,NULL,NULL,'thorny.core.Steps','published',NULL,NULL,NULL);

DROP TABLE IF EXISTS temp.cadre_new_framework_language;
CREATE TEMP TABLE cadre_new_framework_language (framework_id, language, position);
INSERT INTO temp.cadre_new_framework_language VALUES
('thorny.main','ar',2),
('thorny.main','fr',1);

DROP TABLE IF EXISTS temp.cadre_new_scale;
CREATE TEMP TABLE cadre_new_scale (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, kind, cumulative, minimum, maximum);
INSERT INTO temp.cadre_new_scale VALUES
('thorny.main.Ladder','thorny.main',1,'Ladder','مهارة right to left מיומנות','Grüße é é İı ﬁ ﻿not a mark  no-break',NULL,'NULL','published','1e5','2026-03-01',NULL,'ordinal',1,NULL,NULL),
('thorny.main.Other','thorny.main',2,'Other','Other',NULL,NULL,NULL,'published',NULL,NULL,NULL,'ordinal',0,NULL,NULL),
('thorny.main.Gauge','thorny.main',3,'Gauge','It''s ''quoted'', "doubly", `backward` and ''''twice''''','ends in a backslash \',NULL,NULL,'published',NULL,NULL,NULL,'numeric',0,0,4.12),
('thorny.main.Tiny','thorny.main',4,'Tiny','Tiny',NULL,NULL,NULL,'published',NULL,NULL,NULL,'numeric',0,-1e-07,0.1),
('thorny.core.Steps','thorny.core',1,'Steps','Steps'' own',NULL,NULL,NULL,'published',NULL,NULL,NULL,'ordinal',0,NULL,NULL),
('thorny.core.Dial','thorny.core',2,'Dial','Dial',NULL,NULL,NULL,'published',NULL,NULL,NULL,'numeric',0,-1,4.12);

DROP TABLE IF EXISTS temp.cadre_new_level;
CREATE TEMP TABLE cadre_new_level (scale_id, id, framework_id, ordinal, title, about, about_markdown, retired_in);
INSERT INTO temp.cadre_new_level VALUES
('thorny.core.Steps','One','thorny.core',1,'One',NULL,NULL,NULL),
('thorny.core.Steps','Three','thorny.core',3,'Three',NULL,NULL,NULL),
('thorny.core.Steps','Two','thorny.core',2,'Tw''o',NULL,NULL,NULL),
('thorny.main.Ladder','Bottom','thorny.main',1,'E''\x41'' N''x'' U&''\0041'' _utf8''x'' b''1''',''' || version() || ''',NULL,NULL),
('thorny.main.Ladder','Middle','thorny.main',2,'Middle',NULL,NULL,NULL),
('thorny.main.Ladder','Top','thorny.main',3,'semicolon; and -- a comment; ''end',NULL,NULL,NULL),
('thorny.main.Other','High','thorny.main',2,'High',NULL,NULL,NULL),
('thorny.main.Other','Low','thorny.main',1,'Low',NULL,NULL,NULL);

DROP TABLE IF EXISTS temp.cadre_new_level_descriptor;
CREATE TEMP TABLE cadre_new_level_descriptor (scale_id, position, level_id, label, text, text_markdown);
INSERT INTO temp.cadre_new_level_descriptor VALUES
('thorny.main.Ladder',1,'Bottom','L1','Says 24: '' OR 1=1; --.',NULL),
('thorny.main.Ladder',2,'Bottom',NULL,'Says 25: <b>& '' <![CDATA[x]]> ]]>.','Says 25: <b>&amp; &#39; <![CDATA[x]]> ]]>.'),
('thorny.main.Ladder',3,'Top',NULL,'Says 27: CREATE TRIGGER x BEGIN END; COMMIT;.',NULL);

DROP TABLE IF EXISTS temp.cadre_new_kind;
CREATE TEMP TABLE cadre_new_kind (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, like_id);
INSERT INTO temp.cadre_new_kind VALUES
('technical',NULL,1,'technical','Technical',NULL,NULL,NULL,'published',NULL,NULL,NULL,NULL),
('behavioural',NULL,2,'behavioural','Behavioural',NULL,NULL,NULL,'published',NULL,NULL,NULL,NULL),
('leadership',NULL,3,'leadership','Leadership',NULL,NULL,NULL,'published',NULL,NULL,NULL,NULL),
('general',NULL,4,'general','General',NULL,NULL,NULL,'published',NULL,NULL,NULL,NULL),
('thorny.main.craft','thorny.main',1,'craft','C:\new\table\0 \'' \" \n \. \q \! end','''); DROP TABLE competency; --',NULL,'''; ROLLBACK; COMMIT; BEGIN; ''','published','two
lines

and ''more''
.
\.
/
go
GO
;
DELIMITER //
.quit
.exit
\q
\! true
end','2026-03-01',NULL,'technical'),
('thorny.core.trade','thorny.core',1,'trade','Trade',NULL,NULL,NULL,'published',NULL,NULL,NULL,'technical');

DROP TABLE IF EXISTS temp.cadre_new_category;
CREATE TEMP TABLE cadre_new_category (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, parent_id);
INSERT INTO temp.cadre_new_category VALUES
('thorny.main.Outer','thorny.main',1,'Outer','   leading spaces','Emoji 😀👩‍🚀 and 𝔘 beyond the first plane',NULL,'مهارة right to left מיומנות','published','0','2026-03-01',NULL,NULL),
('thorny.main.Outer.Inner','thorny.main',2,'Outer.Inner','true','2026-02-30',NULL,NULL,'published',NULL,NULL,NULL,'thorny.main.Outer'),
('thorny.core.Shared','thorny.core',1,'Shared','Shared; ''category''',NULL,NULL,NULL,'published',NULL,NULL,NULL,NULL);

DROP TABLE IF EXISTS temp.cadre_new_family;
CREATE TEMP TABLE cadre_new_family (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, parent_id);
INSERT INTO temp.cadre_new_family VALUES
('thorny.main.Tree','thorny.main',1,'Tree','E''\x41'' N''x'' U&''\0041'' _utf8''x'' b''1''',''' || version() || ''',NULL,''' OR 1=1; --','published','It''s ''quoted'', "doubly", `backward` and ''''twice''''','2026-03-01',NULL,NULL),
('thorny.main.Tree.Branch','thorny.main',2,'Tree.Branch','''); DROP TABLE competency; --',NULL,NULL,NULL,'published',NULL,NULL,NULL,'thorny.main.Tree');

DROP TABLE IF EXISTS temp.cadre_new_attribute;
CREATE TEMP TABLE cadre_new_attribute (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, type, required, pattern, minimum, maximum);
INSERT INTO temp.cadre_new_attribute VALUES
('thorny.main.note','thorny.main',1,'note','Note',NULL,NULL,NULL,'published',NULL,NULL,NULL,'text',0,NULL,NULL,NULL),
('thorny.main.size','thorny.main',2,'size','Size''s',NULL,NULL,NULL,'published',NULL,NULL,NULL,'number',0,NULL,NULL,NULL),
('thorny.main.exact','thorny.main',3,'exact','Exact','   leading spaces',NULL,NULL,'published',NULL,NULL,NULL,'number',0,NULL,0,4.12),
('thorny.main.flag','thorny.main',4,'flag','Flag',NULL,NULL,NULL,'published',NULL,NULL,NULL,'boolean',0,NULL,NULL,NULL),
('thorny.main.day','thorny.main',5,'day','Day',NULL,NULL,NULL,'published',NULL,NULL,NULL,'date',0,NULL,NULL,NULL),
('thorny.main.link','thorny.main',6,'link','Link',NULL,NULL,NULL,'published',NULL,NULL,NULL,'url',0,NULL,NULL,NULL),
('thorny.main.choice','thorny.main',7,'choice','Emoji 😀👩‍🚀 and 𝔘 beyond the first plane',NULL,NULL,NULL,'published',NULL,NULL,NULL,'one-of',0,NULL,NULL,NULL),
('thorny.main.badge','thorny.main',8,'badge','Badge',NULL,NULL,NULL,'published',NULL,NULL,NULL,'text',0,'[A-Z'']{1,4}\d*',NULL,NULL),
('thorny.main.must','thorny.main',9,'must','Must',NULL,NULL,NULL,'published',NULL,NULL,NULL,'boolean',1,NULL,NULL,NULL),
('thorny.core.colour','thorny.core',1,'colour','Colour''s',NULL,NULL,NULL,'published',NULL,NULL,NULL,'one-of',0,NULL,NULL,NULL);

DROP TABLE IF EXISTS temp.cadre_new_attribute_target;
CREATE TEMP TABLE cadre_new_attribute_target (attribute_id, kind);
INSERT INTO temp.cadre_new_attribute_target VALUES
('thorny.core.colour','competency'),
('thorny.main.badge','profile'),
('thorny.main.choice','attribute'),
('thorny.main.choice','category'),
('thorny.main.choice','competency'),
('thorny.main.choice','credential'),
('thorny.main.choice','crosswalk'),
('thorny.main.choice','family'),
('thorny.main.choice','framework'),
('thorny.main.choice','kind'),
('thorny.main.choice','path'),
('thorny.main.choice','profile'),
('thorny.main.choice','resource'),
('thorny.main.choice','scale'),
('thorny.main.choice','statement'),
('thorny.main.day','attribute'),
('thorny.main.day','category'),
('thorny.main.day','competency'),
('thorny.main.day','credential'),
('thorny.main.day','crosswalk'),
('thorny.main.day','family'),
('thorny.main.day','framework'),
('thorny.main.day','kind'),
('thorny.main.day','path'),
('thorny.main.day','profile'),
('thorny.main.day','resource'),
('thorny.main.day','scale'),
('thorny.main.day','statement'),
('thorny.main.exact','attribute'),
('thorny.main.exact','category'),
('thorny.main.exact','competency'),
('thorny.main.exact','credential'),
('thorny.main.exact','crosswalk'),
('thorny.main.exact','family'),
('thorny.main.exact','framework'),
('thorny.main.exact','kind'),
('thorny.main.exact','path'),
('thorny.main.exact','profile'),
('thorny.main.exact','resource'),
('thorny.main.exact','scale'),
('thorny.main.exact','statement'),
('thorny.main.flag','attribute'),
('thorny.main.flag','category'),
('thorny.main.flag','competency'),
('thorny.main.flag','credential'),
('thorny.main.flag','crosswalk'),
('thorny.main.flag','family'),
('thorny.main.flag','framework'),
('thorny.main.flag','kind'),
('thorny.main.flag','path'),
('thorny.main.flag','profile'),
('thorny.main.flag','resource'),
('thorny.main.flag','scale'),
('thorny.main.flag','statement'),
('thorny.main.link','attribute'),
('thorny.main.link','category'),
('thorny.main.link','competency'),
('thorny.main.link','credential'),
('thorny.main.link','crosswalk'),
('thorny.main.link','family'),
('thorny.main.link','framework'),
('thorny.main.link','kind'),
('thorny.main.link','path'),
('thorny.main.link','profile'),
('thorny.main.link','resource'),
('thorny.main.link','scale'),
('thorny.main.link','statement'),
('thorny.main.must','profile'),
('thorny.main.note','attribute'),
('thorny.main.note','category'),
('thorny.main.note','competency'),
('thorny.main.note','credential'),
('thorny.main.note','crosswalk'),
('thorny.main.note','family'),
('thorny.main.note','framework'),
('thorny.main.note','kind'),
('thorny.main.note','path'),
('thorny.main.note','profile'),
('thorny.main.note','resource'),
('thorny.main.note','scale'),
('thorny.main.note','statement'),
('thorny.main.size','attribute'),
('thorny.main.size','category'),
('thorny.main.size','competency'),
('thorny.main.size','credential'),
('thorny.main.size','crosswalk'),
('thorny.main.size','family'),
('thorny.main.size','framework'),
('thorny.main.size','kind'),
('thorny.main.size','path'),
('thorny.main.size','profile'),
('thorny.main.size','resource'),
('thorny.main.size','scale'),
('thorny.main.size','statement');

DROP TABLE IF EXISTS temp.cadre_new_attribute_choice;
CREATE TEMP TABLE cadre_new_attribute_choice (attribute_id, value, position);
INSERT INTO temp.cadre_new_attribute_choice VALUES
('thorny.core.colour','Blue',2),
('thorny.core.colour','Red',1),
('thorny.main.choice','Ja',1),
('thorny.main.choice','Nein',2),
('thorny.main.choice','Ünicode',3);

DROP TABLE IF EXISTS temp.cadre_new_statement;
CREATE TEMP TABLE cadre_new_statement (id, framework_id, position, name, sort, text, text_markdown, about, about_markdown, code, status, since, reviewed, retired_in);
INSERT INTO temp.cadre_new_statement VALUES
('thorny.main.K1','thorny.main',1,'K1','knowledge','''; ROLLBACK; COMMIT; BEGIN; ''',NULL,'$$ $body$ $1 $cadre$ ${x} $tag$',NULL,'{{}} {0} {name} %s %(x)s %n %% :name :1 ? @x @@version #{x}','published','tab	here, trailing spaces   ','2026-03-01',NULL),
('thorny.main.S1','thorny.main',2,'S1','skill','مهارة right to left מיומנות',NULL,NULL,NULL,NULL,'published',NULL,NULL,NULL),
('thorny.main.A1','thorny.main',3,'A1','ability','Grüße é é İı ﬁ ﻿not a mark  no-break',NULL,NULL,NULL,NULL,'published',NULL,NULL,NULL),
('thorny.main.T1','thorny.main',4,'T1','task','NULL',NULL,NULL,NULL,NULL,'published',NULL,NULL,NULL),
('thorny.main.T2','thorny.main',5,'T2','task','Not so long. ',NULL,NULL,NULL,NULL,'published',NULL,NULL,NULL);

DROP TABLE IF EXISTS temp.cadre_new_credential;
CREATE TEMP TABLE cadre_new_credential (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, issuer, renews_every_months, url);
INSERT INTO temp.cadre_new_credential VALUES
('thorny.main.Paper','thorny.main',1,'Paper','''''','0',NULL,'0x41','published','E''\x41'' N''x'' U&''\0041'' _utf8''x'' b''1''','2026-03-01',NULL,'<b>&amp; &#39; <![CDATA[x]]> ]]>',36,'https://paper.example/'),
('thorny.core.CoreBadge','thorny.core',1,'CoreBadge','Core badge',NULL,NULL,NULL,'published',NULL,NULL,NULL,NULL,NULL,NULL);

DROP TABLE IF EXISTS temp.cadre_new_competency;
CREATE TEMP TABLE cadre_new_competency (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, kind, scale_id);
INSERT INTO temp.cadre_new_competency VALUES
('thorny.main.Umbrella','thorny.main',1,'Umbrella','/* open -- dash # hash */ /*! 50000 select */',NULL,NULL,NULL,'published',NULL,NULL,NULL,'general',NULL),
('thorny.main.EveryThing','thorny.main',2,'Everything','two
lines

and ''more''
.
\.
/
go
GO
;
DELIMITER //
.quit
.exit
\q
\! true
end','delimiter ;; and . and \i file and \copy','delimiter ;; and \. and \i file and \copy','tab	here, trailing spaces   ','published','Grüße é é İı ﬁ ﻿not a mark  no-break','2026-03-01',NULL,'thorny.main.craft','thorny.main.Ladder'),
('thorny.main.Measured','thorny.main',3,'Measured','$$ $body$ $1 $cadre$ ${x} $tag$',NULL,NULL,NULL,'published',NULL,NULL,NULL,'thorny.core.trade','thorny.main.Gauge'),
('thorny.main.Minute','thorny.main',4,'Minute','Minute',NULL,NULL,NULL,'published',NULL,NULL,NULL,'behavioural','thorny.main.Tiny'),
('thorny.main.Plain','thorny.main',5,'Plain','   leading spaces','Not so long. the end',NULL,NULL,'published',NULL,NULL,NULL,'general',NULL),
('thorny.main.Successor','thorny.main',6,'Successor','Successor',NULL,NULL,NULL,'published',NULL,NULL,NULL,'general','thorny.main.Ladder'),
('thorny.main.Gone','thorny.main',7,'Gone','Gone',NULL,NULL,NULL,'retired',NULL,NULL,'2.1.0-rc.1+build.5','general','thorny.main.Ladder'),
('thorny.core.Integrity','thorny.core',1,'Integrity','Integrity',NULL,NULL,NULL,'published',NULL,NULL,NULL,'general','thorny.core.Steps'),
('thorny.core.Pressure','thorny.core',2,'Pressure','Pressure',NULL,NULL,NULL,'published',NULL,NULL,NULL,'general','thorny.core.Dial'),
('thorny.core.Manners','thorny.core',3,'Manners','Manners',NULL,NULL,NULL,'published',NULL,NULL,NULL,'general',NULL);

DROP TABLE IF EXISTS temp.cadre_new_competency_level;
CREATE TEMP TABLE cadre_new_competency_level (competency_id, level_id, scale_id, position, title, about, about_markdown, retired_in);
INSERT INTO temp.cadre_new_competency_level VALUES
('thorny.core.Integrity','One','thorny.core.Steps',1,NULL,NULL,NULL,NULL),
('thorny.core.Integrity','Three','thorny.core.Steps',3,NULL,NULL,NULL,NULL),
('thorny.core.Integrity','Two','thorny.core.Steps',2,NULL,NULL,NULL,NULL),
('thorny.main.EveryThing','Bottom','thorny.main.Ladder',1,'0x41','1e5',NULL,NULL),
('thorny.main.EveryThing','Middle','thorny.main.Ladder',2,NULL,NULL,NULL,NULL),
('thorny.main.Gone','Bottom','thorny.main.Ladder',1,NULL,NULL,NULL,NULL),
('thorny.main.Gone','Middle','thorny.main.Ladder',2,NULL,NULL,NULL,NULL),
('thorny.main.Gone','Top','thorny.main.Ladder',3,NULL,NULL,NULL,NULL),
('thorny.main.Successor','Bottom','thorny.main.Ladder',1,NULL,NULL,NULL,NULL),
('thorny.main.Successor','Middle','thorny.main.Ladder',2,NULL,NULL,NULL,NULL),
('thorny.main.Successor','Top','thorny.main.Ladder',3,NULL,NULL,NULL,NULL);

DROP TABLE IF EXISTS temp.cadre_new_competency_anchor;
CREATE TEMP TABLE cadre_new_competency_anchor (competency_id, level_value, position, title, about, about_markdown, retired_in);
INSERT INTO temp.cadre_new_competency_anchor VALUES
('thorny.main.Measured',0.1,1,'{{}} {0} {name} %s %(x)s %n %% :name :1 ? @x @@version #{x}','/* open -- dash # hash / /! 50000 select */','/* open -- dash # hash */ /*! 50000 select */',NULL),
('thorny.main.Measured',4.12,2,NULL,NULL,NULL,NULL);

DROP TABLE IF EXISTS temp.cadre_new_indicator;
CREATE TEMP TABLE cadre_new_indicator (id, framework_id, competency_id, level_id, level_value, position, label, text, text_markdown, retired_in);
INSERT INTO temp.cadre_new_indicator VALUES
('thorny.main.EveryThing#E1','thorny.main','thorny.main.EveryThing','Bottom',NULL,1,'E1','Says 104: true.',NULL,NULL),
('thorny.main.EveryThing#~812c641acfee','thorny.main','thorny.main.EveryThing','Bottom',NULL,2,NULL,'Says 105: 2026-02-30.',NULL,NULL),
('thorny.main.EveryThing#~a3b425508bcc','thorny.main','thorny.main.EveryThing','Middle',NULL,1,NULL,'Says 110: semicolon; and -- a comment; ''end.',NULL,NULL),
('thorny.main.Measured#M1','thorny.main','thorny.main.Measured',NULL,4.12,1,'M1','Says 122: tab here, trailing spaces.',NULL,NULL),
('thorny.main.Measured#~06a4ed833189','thorny.main','thorny.main.Measured',NULL,0.1,1,NULL,'Says 120: two lines and ''more'' . \. / go GO ; DELIMITER / / .quit .exit \q \! true end.','Says 120: two lines and ''more'' . \\. / go GO ; DELIMITER / / .quit .exit \\q \\! true end.',NULL),
('thorny.main.Plain#P1','thorny.main','thorny.main.Plain',NULL,NULL,2,'P1','Says 125: مهارة right to left מיומנות.',NULL,NULL),
('thorny.main.Plain#~95ce3d1dbe44','thorny.main','thorny.main.Plain',NULL,NULL,1,NULL,'Says 124: Emoji 😀👩‍🚀 and 𝔘 beyond the first plane.',NULL,NULL);

DROP TABLE IF EXISTS temp.cadre_new_competency_category;
CREATE TEMP TABLE cadre_new_competency_category (competency_id, category_id, position);
INSERT INTO temp.cadre_new_competency_category VALUES
('thorny.main.EveryThing','thorny.core.Shared',3),
('thorny.main.EveryThing','thorny.main.Outer',2),
('thorny.main.EveryThing','thorny.main.Outer.Inner',1);

DROP TABLE IF EXISTS temp.cadre_new_competency_part_of;
CREATE TEMP TABLE cadre_new_competency_part_of (competency_id, umbrella_id, position);
INSERT INTO temp.cadre_new_competency_part_of VALUES
('thorny.main.EveryThing','thorny.main.Umbrella',1);

DROP TABLE IF EXISTS temp.cadre_new_competency_text;
CREATE TEMP TABLE cadre_new_competency_text (competency_id, sort, position, level_id, level_value, label, text, text_markdown);
INSERT INTO temp.cadre_new_competency_text VALUES
('thorny.main.EveryThing','develop',1,NULL,NULL,'d110','Says 111: CREATE TRIGGER x BEGIN END; COMMIT;.',NULL),
('thorny.main.EveryThing','develop',2,NULL,NULL,NULL,'Says 112: It''s ''quoted'', "doubly", backward and ''''twice''''.','Says 112: It''s ''quoted'', "doubly", `backward` and ''''twice''''.'),
('thorny.main.EveryThing','develop',3,'Bottom',NULL,'d105','Says 106: E''\x41'' N''x'' U&''\0041'' _utf8''x'' b''1''.','Says 106: E''\\x41'' N''x'' U&''\\0041'' _utf8''x'' b''1''.'),
('thorny.main.EveryThing','develop',4,'Bottom',NULL,NULL,'Says 107: '' || version() || ''.',NULL),
('thorny.main.EveryThing','evidence',1,NULL,NULL,NULL,'Says 113: ends in a backslash \.','Says 113: ends in a backslash \\.'),
('thorny.main.EveryThing','evidence',2,'Bottom',NULL,NULL,'Says 108: '' OR 1=1; --.',NULL),
('thorny.main.EveryThing','interview',1,NULL,NULL,NULL,'Says 114: C:\new\table\0 \'' \" \n \. \q \! end.','Says 114: C:\\new\\table\\0 \\'' \\" \\n \\. \\q \\! end.'),
('thorny.main.EveryThing','interview',2,'Bottom',NULL,NULL,'Says 109: <b>& '' <![CDATA[x]]> ]]>.','Says 109: <b>&amp; &#39; <![CDATA[x]]> ]]>.'),
('thorny.main.Measured','evidence',1,NULL,0.1,NULL,'Says 121: delimiter ;; and \. and \i file and \copy.','Says 121: delimiter ;; and \\. and \\i file and \\copy.'),
('thorny.main.Plain','develop',1,NULL,NULL,'d125','Says 126: Grüße é é İı ﬁ not a mark no-break.',NULL),
('thorny.main.Plain','develop',2,NULL,NULL,NULL,'Says 127: NULL.',NULL),
('thorny.main.Plain','evidence',1,NULL,NULL,NULL,'Says 128: ''''.',NULL),
('thorny.main.Plain','interview',1,NULL,NULL,NULL,'Says 129: 0.',NULL);

DROP TABLE IF EXISTS temp.cadre_new_competency_statement;
CREATE TEMP TABLE cadre_new_competency_statement (competency_id, position, sort, statement_id, label, text, text_markdown);
INSERT INTO temp.cadre_new_competency_statement VALUES
('thorny.main.EveryThing',1,'knowledge','thorny.main.K1',NULL,NULL,NULL),
('thorny.main.EveryThing',2,'task','thorny.main.T1',NULL,NULL,NULL),
('thorny.main.EveryThing',3,'task','thorny.main.T2',NULL,NULL,NULL),
('thorny.main.EveryThing',4,'skill','thorny.main.S1',NULL,NULL,NULL),
('thorny.main.EveryThing',5,'ability','thorny.main.A1',NULL,NULL,NULL),
('thorny.main.EveryThing',6,'knowledge',NULL,'kk','Says 115: ''); DROP TABLE competency; --.',NULL),
('thorny.main.EveryThing',7,'ability',NULL,NULL,'Says 116: ''; ROLLBACK; COMMIT; BEGIN; ''.',NULL);

DROP TABLE IF EXISTS temp.cadre_new_competency_credential;
CREATE TEMP TABLE cadre_new_competency_credential (competency_id, position, credential_id, importance);
INSERT INTO temp.cadre_new_competency_credential VALUES
('thorny.main.EveryThing',1,'thorny.main.Paper','essential'),
('thorny.main.EveryThing',2,'thorny.core.CoreBadge','desired');

DROP TABLE IF EXISTS temp.cadre_new_resource;
CREATE TEMP TABLE cadre_new_resource (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, type, url);
INSERT INTO temp.cadre_new_resource VALUES
('thorny.main.Book','thorny.main',1,'Book','semicolon; and -- a comment; ''end','CREATE TRIGGER x BEGIN END; COMMIT;',NULL,'It''s ''quoted'', "doubly", `backward` and ''''twice''''','published','''; ROLLBACK; COMMIT; BEGIN; ''','2026-03-01',NULL,'book','https://book.example/');

DROP TABLE IF EXISTS temp.cadre_new_resource_development;
CREATE TEMP TABLE cadre_new_resource_development (resource_id, position, competency_id, level_id, level_value);
INSERT INTO temp.cadre_new_resource_development VALUES
('thorny.main.Book',1,'thorny.main.EveryThing','Middle',NULL),
('thorny.main.Book',2,'thorny.main.Measured',NULL,2.5),
('thorny.main.Book',3,'thorny.main.Plain',NULL,NULL),
('thorny.main.Book',4,'thorny.core.Integrity','Two',NULL);

DROP TABLE IF EXISTS temp.cadre_new_profile;
CREATE TEMP TABLE cadre_new_profile (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, family_id);
INSERT INTO temp.cadre_new_profile VALUES
('thorny.main.Full','thorny.main',1,'Full',''' || version() || ''',''' OR 1=1; --',NULL,'<b>&amp; &#39; <![CDATA[x]]> ]]>','published','ends in a backslash \','2026-03-01',NULL,'thorny.main.Tree.Branch'),
('thorny.main.Next','thorny.main',2,'Next','delimiter ;; and \. and \i file and \copy',NULL,NULL,NULL,'published',NULL,NULL,NULL,'thorny.main.Tree.Branch'),
('thorny.main.Exempt','thorny.main',3,'Exempt','Exempt',NULL,NULL,NULL,'published',NULL,NULL,NULL,'thorny.main.Tree.Branch'),
('thorny.main.Leaving','thorny.main',4,'Leaving','Leaving',NULL,NULL,NULL,'published',NULL,NULL,NULL,NULL);

DROP TABLE IF EXISTS temp.cadre_new_profile_base;
CREATE TEMP TABLE cadre_new_profile_base (profile_id, base_id, position);
INSERT INTO temp.cadre_new_profile_base VALUES
('thorny.main.Full','thorny.core.Anybody',2),
('thorny.main.Full','thorny.main.Root',1),
('thorny.main.Next','thorny.main.Full',1);

DROP TABLE IF EXISTS temp.cadre_new_profile_drop;
CREATE TEMP TABLE cadre_new_profile_drop (profile_id, position, competency_id, because, because_markdown);
INSERT INTO temp.cadre_new_profile_drop VALUES
('thorny.main.Full',1,'thorny.main.Measured','{{}} {0} {name} %s %(x)s %n %% :name :1 ? @x @@version #{x}',NULL);

DROP TABLE IF EXISTS temp.cadre_new_profile_statement;
CREATE TEMP TABLE cadre_new_profile_statement (profile_id, position, sort, statement_id, label, text, text_markdown);
INSERT INTO temp.cadre_new_profile_statement VALUES
('thorny.main.Full',1,'task','thorny.main.T1',NULL,NULL,NULL),
('thorny.main.Full',2,'task',NULL,NULL,'Says 134: E''\x41'' N''x'' U&''\0041'' _utf8''x'' b''1''.','Says 134: E''\\x41'' N''x'' U&''\\0041'' _utf8''x'' b''1''.'),
('thorny.main.Full',3,'knowledge','thorny.main.K1',NULL,NULL,NULL),
('thorny.main.Full',4,'skill',NULL,NULL,'Says 148: two lines and ''more'' . \. / go GO ; DELIMITER / / .quit .exit \q \! true end.','Says 148: two lines and ''more'' . \\. / go GO ; DELIMITER / / .quit .exit \\q \\! true end.'),
('thorny.main.Full',5,'task',NULL,NULL,'Says 147: /* open -- dash # hash / /! 50000 select */.','Says 147: /* open -- dash # hash */ /*! 50000 select */.'),
('thorny.main.Next',1,'task','thorny.main.T1',NULL,NULL,NULL),
('thorny.main.Next',2,'task',NULL,NULL,'Says 134: E''\x41'' N''x'' U&''\0041'' _utf8''x'' b''1''.','Says 134: E''\\x41'' N''x'' U&''\\0041'' _utf8''x'' b''1''.'),
('thorny.main.Next',3,'knowledge','thorny.main.K1',NULL,NULL,NULL),
('thorny.main.Next',4,'skill',NULL,NULL,'Says 148: two lines and ''more'' . \. / go GO ; DELIMITER / / .quit .exit \q \! true end.','Says 148: two lines and ''more'' . \\. / go GO ; DELIMITER / / .quit .exit \\q \\! true end.'),
('thorny.main.Next',5,'task',NULL,NULL,'Says 147: /* open -- dash # hash / /! 50000 select */.','Says 147: /* open -- dash # hash */ /*! 50000 select */.');

DROP TABLE IF EXISTS temp.cadre_new_profile_credential;
CREATE TEMP TABLE cadre_new_profile_credential (profile_id, position, credential_id, importance);
INSERT INTO temp.cadre_new_profile_credential VALUES
('thorny.main.Full',1,'thorny.main.Paper','optional'),
('thorny.main.Full',2,'thorny.core.CoreBadge','desired'),
('thorny.main.Next',1,'thorny.main.Paper','optional'),
('thorny.main.Next',2,'thorny.core.CoreBadge','desired');

DROP TABLE IF EXISTS temp.cadre_new_rule;
CREATE TEMP TABLE cadre_new_rule (id, framework_id, position, retired_in);
INSERT INTO temp.cadre_new_rule VALUES
('thorny.main.every-profile-1','thorny.main',1,NULL),
('thorny.core.every-profile-1','thorny.core',1,NULL);

DROP TABLE IF EXISTS temp.cadre_new_rule_family;
CREATE TEMP TABLE cadre_new_rule_family (rule_id, family_id, position);
INSERT INTO temp.cadre_new_rule_family VALUES
('thorny.main.every-profile-1','thorny.main.Tree.Branch',1);

DROP TABLE IF EXISTS temp.cadre_new_rule_exception;
CREATE TEMP TABLE cadre_new_rule_exception (rule_id, profile_id, position);
INSERT INTO temp.cadre_new_rule_exception VALUES
('thorny.main.every-profile-1','thorny.main.Exempt',1);

DROP TABLE IF EXISTS temp.cadre_new_rule_requirement;
CREATE TEMP TABLE cadre_new_rule_requirement (rule_id, position, competency_id, level_id, level_value, importance, weight, because, because_markdown);
INSERT INTO temp.cadre_new_rule_requirement VALUES
('thorny.core.every-profile-1',1,'thorny.core.Integrity','One',NULL,'essential',NULL,'It''s the house''s rule.',NULL),
('thorny.main.every-profile-1',1,'thorny.main.Plain',NULL,NULL,'desired',4.12,'1e5',NULL);

DROP TABLE IF EXISTS temp.cadre_new_requirement;
CREATE TEMP TABLE cadre_new_requirement (profile_id, competency_id, position, level_id, level_value, importance, weight, because, because_markdown);
INSERT INTO temp.cadre_new_requirement VALUES
('thorny.main.Exempt','thorny.core.Integrity',1,'One',NULL,'essential',NULL,'It''s the house''s rule.',NULL),
('thorny.main.Exempt','thorny.main.Umbrella',2,NULL,NULL,'essential',NULL,NULL,NULL),
('thorny.main.Full','thorny.core.Integrity',2,'One',NULL,'essential',NULL,'It''s the house''s rule.',NULL),
('thorny.main.Full','thorny.core.Manners',5,NULL,NULL,'essential',NULL,NULL,NULL),
('thorny.main.Full','thorny.core.Pressure',4,NULL,-1,'optional',NULL,'$$ $body$ $1 $cadre$ ${x} $tag$',NULL),
('thorny.main.Full','thorny.main.EveryThing',3,'Middle',NULL,'essential',0.1,'''; ROLLBACK; COMMIT; BEGIN; ''',NULL),
('thorny.main.Full','thorny.main.Minute',6,NULL,-1e-07,'essential',1e-07,NULL,NULL),
('thorny.main.Full','thorny.main.Plain',1,NULL,NULL,'desired',4.12,'1e5',NULL),
('thorny.main.Leaving','thorny.core.Integrity',1,'One',NULL,'essential',NULL,'It''s the house''s rule.',NULL),
('thorny.main.Leaving','thorny.main.Umbrella',2,NULL,NULL,'essential',NULL,NULL,NULL),
('thorny.main.Next','thorny.core.Integrity',2,'One',NULL,'essential',NULL,'It''s the house''s rule.',NULL),
('thorny.main.Next','thorny.core.Manners',5,NULL,NULL,'essential',NULL,NULL,NULL),
('thorny.main.Next','thorny.core.Pressure',4,NULL,-1,'optional',NULL,'$$ $body$ $1 $cadre$ ${x} $tag$',NULL),
('thorny.main.Next','thorny.main.EveryThing',3,'Middle',NULL,'essential',0.1,'''; ROLLBACK; COMMIT; BEGIN; ''',NULL),
('thorny.main.Next','thorny.main.Measured',7,NULL,4.12,'essential',NULL,NULL,NULL),
('thorny.main.Next','thorny.main.Minute',6,NULL,-1e-07,'essential',1e-07,NULL,NULL),
('thorny.main.Next','thorny.main.Plain',1,NULL,NULL,'desired',4.12,'1e5',NULL),
('thorny.main.Next','thorny.main.Successor',8,'Top',NULL,'essential',NULL,NULL,NULL);

DROP TABLE IF EXISTS temp.cadre_new_requirement_origin;
CREATE TEMP TABLE cadre_new_requirement_origin (profile_id, competency_id, position, kind, from_profile_id, rule_id, level_id, level_value, importance, weight, because, because_markdown);
INSERT INTO temp.cadre_new_requirement_origin VALUES
('thorny.main.Exempt','thorny.core.Integrity',1,'rule',NULL,'thorny.core.every-profile-1','One',NULL,'essential',NULL,'It''s the house''s rule.',NULL),
('thorny.main.Exempt','thorny.main.Umbrella',1,'own',NULL,NULL,NULL,NULL,'essential',NULL,NULL,NULL),
('thorny.main.Full','thorny.core.Integrity',1,'rule',NULL,'thorny.core.every-profile-1','One',NULL,'essential',NULL,'It''s the house''s rule.',NULL),
('thorny.main.Full','thorny.core.Manners',1,'base','thorny.core.Anybody',NULL,NULL,NULL,'essential',NULL,NULL,NULL),
('thorny.main.Full','thorny.core.Pressure',1,'base','thorny.main.Root',NULL,NULL,-0.5,'essential',NULL,NULL,NULL),
('thorny.main.Full','thorny.core.Pressure',2,'lowers',NULL,NULL,NULL,-1,'optional',NULL,'$$ $body$ $1 $cadre$ ${x} $tag$',NULL),
('thorny.main.Full','thorny.main.EveryThing',1,'base','thorny.main.Root',NULL,'Bottom',NULL,'essential',NULL,'2026-02-30',NULL),
('thorny.main.Full','thorny.main.EveryThing',2,'own',NULL,NULL,'Middle',NULL,'essential',0.1,'''; ROLLBACK; COMMIT; BEGIN; ''',NULL),
('thorny.main.Full','thorny.main.Minute',1,'own',NULL,NULL,NULL,-1e-07,'essential',1e-07,NULL,NULL),
('thorny.main.Full','thorny.main.Plain',1,'rule',NULL,'thorny.main.every-profile-1',NULL,NULL,'desired',4.12,'1e5',NULL),
('thorny.main.Leaving','thorny.core.Integrity',1,'rule',NULL,'thorny.core.every-profile-1','One',NULL,'essential',NULL,'It''s the house''s rule.',NULL),
('thorny.main.Leaving','thorny.main.Umbrella',1,'own',NULL,NULL,NULL,NULL,'essential',NULL,NULL,NULL),
('thorny.main.Next','thorny.core.Integrity',1,'rule',NULL,'thorny.core.every-profile-1','One',NULL,'essential',NULL,'It''s the house''s rule.',NULL),
('thorny.main.Next','thorny.core.Manners',1,'base','thorny.core.Anybody',NULL,NULL,NULL,'essential',NULL,NULL,NULL),
('thorny.main.Next','thorny.core.Pressure',1,'base','thorny.main.Root',NULL,NULL,-0.5,'essential',NULL,NULL,NULL),
('thorny.main.Next','thorny.core.Pressure',2,'lowers','thorny.main.Full',NULL,NULL,-1,'optional',NULL,'$$ $body$ $1 $cadre$ ${x} $tag$',NULL),
('thorny.main.Next','thorny.main.EveryThing',1,'base','thorny.main.Root',NULL,'Bottom',NULL,'essential',NULL,'2026-02-30',NULL),
('thorny.main.Next','thorny.main.EveryThing',2,'base','thorny.main.Full',NULL,'Middle',NULL,'essential',0.1,'''; ROLLBACK; COMMIT; BEGIN; ''',NULL),
('thorny.main.Next','thorny.main.EveryThing',3,'own',NULL,NULL,'Middle',NULL,'essential',NULL,NULL,NULL),
('thorny.main.Next','thorny.main.Measured',1,'own',NULL,NULL,NULL,4.12,'essential',NULL,NULL,NULL),
('thorny.main.Next','thorny.main.Minute',1,'base','thorny.main.Full',NULL,NULL,-1e-07,'essential',1e-07,NULL,NULL),
('thorny.main.Next','thorny.main.Plain',1,'rule',NULL,'thorny.main.every-profile-1',NULL,NULL,'desired',4.12,'1e5',NULL),
('thorny.main.Next','thorny.main.Successor',1,'own',NULL,NULL,'Top',NULL,'essential',NULL,NULL,NULL);

DROP TABLE IF EXISTS temp.cadre_new_path;
CREATE TEMP TABLE cadre_new_path (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in);
INSERT INTO temp.cadre_new_path VALUES
('thorny.main.Way','thorny.main',1,'Way','   leading spaces','Emoji 😀👩‍🚀 and 𝔘 beyond the first plane',NULL,'مهارة right to left מיומנות','published','0','2026-03-01',NULL);

DROP TABLE IF EXISTS temp.cadre_new_path_step;
CREATE TEMP TABLE cadre_new_path_step (path_id, chain, position, from_profile_id, to_profile_id);
INSERT INTO temp.cadre_new_path_step VALUES
('thorny.main.Way',1,1,'thorny.main.Exempt','thorny.main.Full'),
('thorny.main.Way',1,2,'thorny.main.Full','thorny.main.Next'),
('thorny.main.Way',2,1,'thorny.main.Leaving','thorny.main.Next');

DROP TABLE IF EXISTS temp.cadre_new_crosswalk;
CREATE TEMP TABLE cadre_new_crosswalk (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, from_scale_id, to_scale_id);
INSERT INTO temp.cadre_new_crosswalk VALUES
('thorny.main.Over','thorny.main',1,'Over','true','2026-02-30',NULL,'E''\x41'' N''x'' U&''\0041'' _utf8''x'' b''1''','published','semicolon; and -- a comment; ''end','2026-03-01',NULL,'thorny.main.Ladder','thorny.core.Steps'),
('thorny.main.Measure','thorny.main',2,'Measure','Measure',NULL,NULL,NULL,'published',NULL,NULL,NULL,'thorny.main.Gauge','thorny.main.Other'),
('thorny.main.Back','thorny.main',3,'Back','Back',NULL,NULL,NULL,'published',NULL,NULL,NULL,'thorny.main.Other','thorny.main.Gauge');

DROP TABLE IF EXISTS temp.cadre_new_crosswalk_pair;
CREATE TEMP TABLE cadre_new_crosswalk_pair (crosswalk_id, position, from_scale_id, from_level_id, from_level_value, to_scale_id, to_level_id, to_level_value);
INSERT INTO temp.cadre_new_crosswalk_pair VALUES
('thorny.main.Back',1,'thorny.main.Other','Low',NULL,'thorny.main.Gauge',NULL,0.1),
('thorny.main.Back',2,'thorny.main.Other','High',NULL,'thorny.main.Gauge',NULL,4.12),
('thorny.main.Measure',1,'thorny.main.Gauge',NULL,0,'thorny.main.Other','Low',NULL),
('thorny.main.Measure',2,'thorny.main.Gauge',NULL,2.5,'thorny.main.Other','High',NULL),
('thorny.main.Over',1,'thorny.main.Ladder','Bottom',NULL,'thorny.core.Steps','One',NULL),
('thorny.main.Over',2,'thorny.main.Ladder','Middle',NULL,'thorny.core.Steps','Two',NULL),
('thorny.main.Over',3,'thorny.main.Ladder','Top',NULL,'thorny.core.Steps','Three',NULL);

DROP TABLE IF EXISTS temp.cadre_new_keyword;
CREATE TEMP TABLE cadre_new_keyword (kind, id, position, text);
INSERT INTO temp.cadre_new_keyword VALUES
('category','thorny.main.Outer',1,'Grüße é é İı ﬁ ﻿not a mark  no-break'),
('category','thorny.main.Outer',2,'NULL'),
('competency','thorny.main.EveryThing',1,'   leading spaces'),
('competency','thorny.main.EveryThing',2,'Emoji 😀👩‍🚀 and 𝔘 beyond the first plane'),
('credential','thorny.main.Paper',1,'1e5'),
('credential','thorny.main.Paper',2,'true'),
('crosswalk','thorny.main.Over',1,''' || version() || '''),
('crosswalk','thorny.main.Over',2,''' OR 1=1; --'),
('family','thorny.main.Tree',1,'<b>&amp; &#39; <![CDATA[x]]> ]]>'),
('family','thorny.main.Tree',2,'semicolon; and -- a comment; ''end'),
('framework','thorny.main',1,'$$ $body$ $1 $cadre$ ${x} $tag$'),
('framework','thorny.main',2,'{{}} {0} {name} %s %(x)s %n %% :name :1 ? @x @@version #{x}'),
('kind','thorny.main.craft',1,'$$ $body$ $1 $cadre$ ${x} $tag$'),
('kind','thorny.main.craft',2,'{{}} {0} {name} %s %(x)s %n %% :name :1 ? @x @@version #{x}'),
('path','thorny.main.Way',1,'Grüße é é İı ﬁ ﻿not a mark  no-break'),
('path','thorny.main.Way',2,'NULL'),
('profile','thorny.main.Full',1,'semicolon; and -- a comment; ''end'),
('profile','thorny.main.Full',2,'CREATE TRIGGER x BEGIN END; COMMIT;'),
('resource','thorny.main.Book',1,'ends in a backslash \'),
('resource','thorny.main.Book',2,'C:\new\table\0 \'' \" \n \. \q \! end'),
('scale','thorny.main.Ladder',1,''''''),
('scale','thorny.main.Ladder',2,'0'),
('statement','thorny.main.K1',1,'/* open -- dash # hash */ /*! 50000 select */'),
('statement','thorny.main.K1',2,'two
lines

and ''more''
.
\.
/
go
GO
;
DELIMITER //
.quit
.exit
\q
\! true
end');

DROP TABLE IF EXISTS temp.cadre_new_correspondence;
CREATE TEMP TABLE cadre_new_correspondence (kind, id, position, relation, scheme, target);
INSERT INTO temp.cadre_new_correspondence VALUES
('category','thorny.main.Outer',1,'close','scheme',''''''),
('category','thorny.main.Outer',2,'exact','esco','http://data.europa.eu/esco/x?a=''1''&b=2'),
('competency','thorny.main.EveryThing',1,'close','scheme','مهارة right to left מיומנות'),
('competency','thorny.main.EveryThing',2,'exact','esco','http://data.europa.eu/esco/x?a=''1''&b=2'),
('credential','thorny.main.Paper',1,'close','scheme','2026-02-30'),
('credential','thorny.main.Paper',2,'exact','esco','http://data.europa.eu/esco/x?a=''1''&b=2'),
('crosswalk','thorny.main.Over',1,'close','scheme','<b>&amp; &#39; <![CDATA[x]]> ]]>'),
('crosswalk','thorny.main.Over',2,'exact','esco','http://data.europa.eu/esco/x?a=''1''&b=2'),
('family','thorny.main.Tree',1,'close','scheme','CREATE TRIGGER x BEGIN END; COMMIT;'),
('family','thorny.main.Tree',2,'exact','esco','http://data.europa.eu/esco/x?a=''1''&b=2'),
('framework','thorny.main',1,'close','scheme','/* open -- dash # hash */ /*! 50000 select */'),
('framework','thorny.main',2,'exact','esco','http://data.europa.eu/esco/x?a=''1''&b=2'),
('kind','thorny.main.craft',1,'close','scheme','/* open -- dash # hash */ /*! 50000 select */'),
('kind','thorny.main.craft',2,'exact','esco','http://data.europa.eu/esco/x?a=''1''&b=2'),
('path','thorny.main.Way',1,'close','scheme',''''''),
('path','thorny.main.Way',2,'exact','esco','http://data.europa.eu/esco/x?a=''1''&b=2'),
('profile','thorny.main.Full',1,'close','scheme','It''s ''quoted'', "doubly", `backward` and ''''twice'''''),
('profile','thorny.main.Full',2,'exact','esco','http://data.europa.eu/esco/x?a=''1''&b=2'),
('resource','thorny.main.Book',1,'close','scheme','''); DROP TABLE competency; --'),
('resource','thorny.main.Book',2,'exact','esco','http://data.europa.eu/esco/x?a=''1''&b=2'),
('scale','thorny.main.Ladder',1,'close','scheme','0x41'),
('scale','thorny.main.Ladder',2,'exact','esco','http://data.europa.eu/esco/x?a=''1''&b=2'),
('statement','thorny.main.K1',1,'close','scheme','delimiter ;; and \. and \i file and \copy'),
('statement','thorny.main.K1',2,'exact','esco','http://data.europa.eu/esco/x?a=''1''&b=2');

DROP TABLE IF EXISTS temp.cadre_new_former_name;
CREATE TEMP TABLE cadre_new_former_name (kind, id, position, name);
INSERT INTO temp.cadre_new_former_name VALUES
('competency','thorny.main.EveryThing',1,'Anything'),
('competency','thorny.main.EveryThing',2,'EveryThing');

DROP TABLE IF EXISTS temp.cadre_new_replacement;
CREATE TEMP TABLE cadre_new_replacement (kind, id, replaced_id, position);
INSERT INTO temp.cadre_new_replacement VALUES
('competency','thorny.main.EveryThing','thorny.core.Integrity',2),
('competency','thorny.main.EveryThing','thorny.main.LongGone',1),
('profile','thorny.main.Next','thorny.main.OldNext',1);

DROP TABLE IF EXISTS temp.cadre_new_deprecation;
CREATE TEMP TABLE cadre_new_deprecation (kind, id, since, because, because_markdown, successor_id);
INSERT INTO temp.cadre_new_deprecation VALUES
('competency','thorny.main.EveryThing','2.0','0',NULL,'thorny.main.Successor'),
('profile','thorny.main.Leaving','1.9','tab	here, trailing spaces   ',NULL,'thorny.main.Next');

DROP TABLE IF EXISTS temp.cadre_new_allowance;
CREATE TEMP TABLE cadre_new_allowance (kind, id, position, rule, because, because_markdown);
INSERT INTO temp.cadre_new_allowance VALUES
('category','thorny.main.Outer',1,'some-rule','0x41',NULL),
('competency','thorny.main.EveryThing',1,'some-rule','NULL',NULL),
('credential','thorny.main.Paper',1,'some-rule',''' || version() || ''',NULL),
('crosswalk','thorny.main.Over',1,'some-rule','CREATE TRIGGER x BEGIN END; COMMIT;',NULL),
('family','thorny.main.Tree',1,'some-rule','ends in a backslash \',NULL),
('framework','thorny.main',1,'some-rule','delimiter ;; and . and \i file and \copy','delimiter ;; and \. and \i file and \copy'),
('kind','thorny.main.craft',1,'some-rule','delimiter ;; and . and \i file and \copy','delimiter ;; and \. and \i file and \copy'),
('path','thorny.main.Way',1,'some-rule','0x41',NULL),
('profile','thorny.main.Full',1,'some-rule','C:\new\table\0 '' " \n . \q ! end','C:\new\table\0 \'' \" \n \. \q \! end'),
('resource','thorny.main.Book',1,'some-rule','$$ $body$ $1 $cadre$ ${x} $tag$',NULL),
('rule','thorny.main.every-profile-1',1,'some-rule','0x41',NULL),
('scale','thorny.main.Ladder',1,'some-rule','true',NULL),
('statement','thorny.main.K1',1,'some-rule','   leading spaces',NULL);

DROP TABLE IF EXISTS temp.cadre_new_attribute_value;
CREATE TEMP TABLE cadre_new_attribute_value (kind, id, attribute_id, text, number, boolean);
INSERT INTO temp.cadre_new_attribute_value VALUES
('category','thorny.main.Outer','thorny.main.choice','Nein',NULL,NULL),
('category','thorny.main.Outer','thorny.main.day','2026-02-28',NULL,NULL),
('category','thorny.main.Outer','thorny.main.exact',NULL,1e-07,NULL),
('category','thorny.main.Outer','thorny.main.flag',NULL,NULL,1),
('category','thorny.main.Outer','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('category','thorny.main.Outer','thorny.main.note','1e5',NULL,NULL),
('category','thorny.main.Outer','thorny.main.size',NULL,0.1,NULL),
('competency','thorny.main.EveryThing','thorny.main.choice','Nein',NULL,NULL),
('competency','thorny.main.EveryThing','thorny.main.day','2026-02-28',NULL,NULL),
('competency','thorny.main.EveryThing','thorny.main.exact',NULL,1e-07,NULL),
('competency','thorny.main.EveryThing','thorny.main.flag',NULL,NULL,1),
('competency','thorny.main.EveryThing','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('competency','thorny.main.EveryThing','thorny.main.note','''''',NULL,NULL),
('competency','thorny.main.EveryThing','thorny.main.size',NULL,0.1,NULL),
('competency','thorny.main.Measured','thorny.core.colour','Blue',NULL,NULL),
('credential','thorny.main.Paper','thorny.main.choice','Nein',NULL,NULL),
('credential','thorny.main.Paper','thorny.main.day','2026-02-28',NULL,NULL),
('credential','thorny.main.Paper','thorny.main.exact',NULL,1e-07,NULL),
('credential','thorny.main.Paper','thorny.main.flag',NULL,NULL,1),
('credential','thorny.main.Paper','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('credential','thorny.main.Paper','thorny.main.note',''' OR 1=1; --',NULL,NULL),
('credential','thorny.main.Paper','thorny.main.size',NULL,0.1,NULL),
('crosswalk','thorny.main.Over','thorny.main.choice','Nein',NULL,NULL),
('crosswalk','thorny.main.Over','thorny.main.day','2026-02-28',NULL,NULL),
('crosswalk','thorny.main.Over','thorny.main.exact',NULL,1e-07,NULL),
('crosswalk','thorny.main.Over','thorny.main.flag',NULL,NULL,1),
('crosswalk','thorny.main.Over','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('crosswalk','thorny.main.Over','thorny.main.note','It''s ''quoted'', "doubly", `backward` and ''''twice''''',NULL,NULL),
('crosswalk','thorny.main.Over','thorny.main.size',NULL,0.1,NULL),
('family','thorny.main.Tree','thorny.main.choice','Nein',NULL,NULL),
('family','thorny.main.Tree','thorny.main.day','2026-02-28',NULL,NULL),
('family','thorny.main.Tree','thorny.main.exact',NULL,1e-07,NULL),
('family','thorny.main.Tree','thorny.main.flag',NULL,NULL,1),
('family','thorny.main.Tree','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('family','thorny.main.Tree','thorny.main.note','C:\new\table\0 \'' \" \n \. \q \! end',NULL,NULL),
('family','thorny.main.Tree','thorny.main.size',NULL,0.1,NULL),
('framework','thorny.main','thorny.main.choice','Nein',NULL,NULL),
('framework','thorny.main','thorny.main.day','2026-02-28',NULL,NULL),
('framework','thorny.main','thorny.main.exact',NULL,1e-07,NULL),
('framework','thorny.main','thorny.main.flag',NULL,NULL,1),
('framework','thorny.main','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('framework','thorny.main','thorny.main.note','tab	here, trailing spaces   ',NULL,NULL),
('framework','thorny.main','thorny.main.size',NULL,0.1,NULL),
('kind','thorny.main.craft','thorny.main.choice','Nein',NULL,NULL),
('kind','thorny.main.craft','thorny.main.day','2026-02-28',NULL,NULL),
('kind','thorny.main.craft','thorny.main.exact',NULL,1e-07,NULL),
('kind','thorny.main.craft','thorny.main.flag',NULL,NULL,1),
('kind','thorny.main.craft','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('kind','thorny.main.craft','thorny.main.note','tab	here, trailing spaces   ',NULL,NULL),
('kind','thorny.main.craft','thorny.main.size',NULL,0.1,NULL),
('path','thorny.main.Way','thorny.main.choice','Nein',NULL,NULL),
('path','thorny.main.Way','thorny.main.day','2026-02-28',NULL,NULL),
('path','thorny.main.Way','thorny.main.exact',NULL,1e-07,NULL),
('path','thorny.main.Way','thorny.main.flag',NULL,NULL,1),
('path','thorny.main.Way','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('path','thorny.main.Way','thorny.main.note','1e5',NULL,NULL),
('path','thorny.main.Way','thorny.main.size',NULL,0.1,NULL),
('profile','thorny.main.Exempt','thorny.main.must',NULL,NULL,1),
('profile','thorny.main.Full','thorny.main.badge','B''1',NULL,NULL),
('profile','thorny.main.Full','thorny.main.choice','Nein',NULL,NULL),
('profile','thorny.main.Full','thorny.main.day','2026-02-28',NULL,NULL),
('profile','thorny.main.Full','thorny.main.exact',NULL,1e-07,NULL),
('profile','thorny.main.Full','thorny.main.flag',NULL,NULL,1),
('profile','thorny.main.Full','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('profile','thorny.main.Full','thorny.main.must',NULL,NULL,1),
('profile','thorny.main.Full','thorny.main.note','''); DROP TABLE competency; --',NULL,NULL),
('profile','thorny.main.Full','thorny.main.size',NULL,0.1,NULL),
('profile','thorny.main.Leaving','thorny.main.must',NULL,NULL,1),
('profile','thorny.main.Next','thorny.main.badge','B''1',NULL,NULL),
('profile','thorny.main.Next','thorny.main.choice','Nein',NULL,NULL),
('profile','thorny.main.Next','thorny.main.day','2026-02-28',NULL,NULL),
('profile','thorny.main.Next','thorny.main.exact',NULL,1e-07,NULL),
('profile','thorny.main.Next','thorny.main.flag',NULL,NULL,1),
('profile','thorny.main.Next','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('profile','thorny.main.Next','thorny.main.must',NULL,NULL,0),
('profile','thorny.main.Next','thorny.main.note','''); DROP TABLE competency; --',NULL,NULL),
('profile','thorny.main.Next','thorny.main.size',NULL,0.1,NULL),
('resource','thorny.main.Book','thorny.main.choice','Nein',NULL,NULL),
('resource','thorny.main.Book','thorny.main.day','2026-02-28',NULL,NULL),
('resource','thorny.main.Book','thorny.main.exact',NULL,1e-07,NULL),
('resource','thorny.main.Book','thorny.main.flag',NULL,NULL,1),
('resource','thorny.main.Book','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('resource','thorny.main.Book','thorny.main.note','{{}} {0} {name} %s %(x)s %n %% :name :1 ? @x @@version #{x}',NULL,NULL),
('resource','thorny.main.Book','thorny.main.size',NULL,0.1,NULL),
('scale','thorny.main.Ladder','thorny.main.choice','Nein',NULL,NULL),
('scale','thorny.main.Ladder','thorny.main.day','2026-02-28',NULL,NULL),
('scale','thorny.main.Ladder','thorny.main.exact',NULL,1e-07,NULL),
('scale','thorny.main.Ladder','thorny.main.flag',NULL,NULL,1),
('scale','thorny.main.Ladder','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('scale','thorny.main.Ladder','thorny.main.note','2026-02-30',NULL,NULL),
('scale','thorny.main.Ladder','thorny.main.size',NULL,0.1,NULL),
('statement','thorny.main.K1','thorny.main.choice','Nein',NULL,NULL),
('statement','thorny.main.K1','thorny.main.day','2026-02-28',NULL,NULL),
('statement','thorny.main.K1','thorny.main.exact',NULL,1e-07,NULL),
('statement','thorny.main.K1','thorny.main.flag',NULL,NULL,1),
('statement','thorny.main.K1','thorny.main.link','https://x.example/''q''?a=1&b=%27',NULL,NULL),
('statement','thorny.main.K1','thorny.main.note','Emoji 😀👩‍🚀 and 𝔘 beyond the first plane',NULL,NULL),
('statement','thorny.main.K1','thorny.main.size',NULL,0.1,NULL);

DROP TABLE IF EXISTS temp.cadre_new_translation;
CREATE TEMP TABLE cadre_new_translation (language, kind, id, field, position, text, text_markdown);
INSERT INTO temp.cadre_new_translation VALUES
('ar','competency','thorny.main.EveryThing','title',0,'كل شيء \',NULL),
('ar','framework','thorny.main','title',0,'مهارات ''; DROP',NULL),
('fr','attribute','thorny.main.exact','about',0,'''''',NULL),
('fr','attribute','thorny.main.exact','title',0,'NULL',NULL),
('fr','category','thorny.main.Outer','about',0,'Emoji 😀👩‍🚀 and 𝔘 beyond the first plane',NULL),
('fr','category','thorny.main.Outer','title',0,'   leading spaces',NULL),
('fr','category','thorny.main.Outer.Inner','title',0,'مهارة right to left מיומנות',NULL),
('fr','competency','thorny.main.EveryThing','about',0,'E''\x41'' N''x'' U&''\0041'' _utf8''x'' b''1''',NULL),
('fr','competency','thorny.main.EveryThing','evidence',2,'Says 194: semicolon; and -- a comment; ''end.',NULL),
('fr','competency','thorny.main.EveryThing','interview',1,'Says 195: CREATE TRIGGER x BEGIN END; COMMIT;.',NULL),
('fr','competency','thorny.main.EveryThing','level_about',1,''' OR 1=1; --',NULL),
('fr','competency','thorny.main.EveryThing','level_title',1,''' || version() || ''',NULL),
('fr','competency','thorny.main.EveryThing','statement',6,'Says 196: It''s ''quoted'', "doubly", backward and ''''twice''''.','Says 196: It''s ''quoted'', "doubly", `backward` and ''''twice''''.'),
('fr','competency','thorny.main.EveryThing','statement',7,'Says 197: ends in a backslash \.','Says 197: ends in a backslash \\.'),
('fr','competency','thorny.main.EveryThing','title',0,'2026-02-30',NULL),
('fr','credential','thorny.main.Paper','title',0,'1e5',NULL),
('fr','crosswalk','thorny.main.Over','title',0,'/* open -- dash # hash */ /*! 50000 select */',NULL),
('fr','family','thorny.main.Tree','title',0,'Grüße é é İı ﬁ ﻿not a mark  no-break',NULL),
('fr','framework','thorny.main','about',0,'C:\new\table\0 '' " \n . \q ! end','C:\new\table\0 \'' \" \n \. \q \! end'),
('fr','framework','thorny.main','title',0,'ends in a backslash \',NULL),
('fr','indicator','thorny.main.EveryThing#E1','text',0,'Says 193: <b>& '' <![CDATA[x]]> ]]>.','Says 193: <b>&amp; &#39; <![CDATA[x]]> ]]>.'),
('fr','indicator','thorny.main.Plain#P1','text',0,'Says 198: C:\new\table\0 \'' \" \n \. \q \! end.','Says 198: C:\\new\\table\\0 \\'' \\" \\n \\. \\q \\! end.'),
('fr','kind','thorny.main.craft','title',0,'tab	here, trailing spaces   ',NULL),
('fr','path','thorny.main.Way','title',0,'{{}} {0} {name} %s %(x)s %n %% :name :1 ? @x @@version #{x}',NULL),
('fr','profile','thorny.main.Full','about',0,'''; ROLLBACK; COMMIT; BEGIN; ''',NULL),
('fr','profile','thorny.main.Full','statement',5,'Says 201: $$ $body$ $1 $cadre$ ${x} $tag$.',NULL),
('fr','profile','thorny.main.Full','title',0,'''); DROP TABLE competency; --',NULL),
('fr','profile','thorny.main.Next','statement',5,'Says 201: $$ $body$ $1 $cadre$ ${x} $tag$.',NULL),
('fr','resource','thorny.main.Book','title',0,'true',NULL),
('fr','scale','thorny.main.Ladder','about',0,'''; ROLLBACK; COMMIT; BEGIN; ''',NULL),
('fr','scale','thorny.main.Ladder','descriptor',1,'Says 175: /* open -- dash # hash / /! 50000 select */.','Says 175: /* open -- dash # hash */ /*! 50000 select */.'),
('fr','scale','thorny.main.Ladder','descriptor',3,'Says 177: delimiter ;; and \. and \i file and \copy.','Says 177: delimiter ;; and \\. and \\i file and \\copy.'),
('fr','scale','thorny.main.Ladder','level_about',1,'{{}} {0} {name} %s %(x)s %n %% :name :1 ? @x @@version #{x}',NULL),
('fr','scale','thorny.main.Ladder','level_title',1,'$$ $body$ $1 $cadre$ ${x} $tag$',NULL),
('fr','scale','thorny.main.Ladder','level_title',2,'two
lines

and ''more''
.
\.
/
go
GO
;
DELIMITER //
.quit
.exit
\q
\! true
end',NULL),
('fr','scale','thorny.main.Ladder','title',0,'''); DROP TABLE competency; --',NULL),
('fr','statement','thorny.main.K1','about',0,'0x41',NULL),
('fr','statement','thorny.main.K1','text',0,'0',NULL);

-- ---- Bring the tables up to date -------------------------------------------------------------

CREATE TEMP TRIGGER cadre_check AFTER INSERT ON cadre_part
WHEN NEW.part = 'check'
BEGIN
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an earlier statement failed')
  WHERE (SELECT count(*) FROM cadre_step) <> 2
    OR (SELECT count(*) FROM cadre_succession) <> 5
    OR (SELECT count(*) FROM cadre_new_framework) <> 2
    OR (SELECT count(*) FROM cadre_new_framework_language) <> 2
    OR (SELECT count(*) FROM cadre_new_scale) <> 6
    OR (SELECT count(*) FROM cadre_new_level) <> 8
    OR (SELECT count(*) FROM cadre_new_level_descriptor) <> 3
    OR (SELECT count(*) FROM cadre_new_kind) <> 6
    OR (SELECT count(*) FROM cadre_new_category) <> 3
    OR (SELECT count(*) FROM cadre_new_family) <> 2
    OR (SELECT count(*) FROM cadre_new_attribute) <> 10
    OR (SELECT count(*) FROM cadre_new_attribute_target) <> 94
    OR (SELECT count(*) FROM cadre_new_attribute_choice) <> 5
    OR (SELECT count(*) FROM cadre_new_statement) <> 5
    OR (SELECT count(*) FROM cadre_new_credential) <> 2
    OR (SELECT count(*) FROM cadre_new_competency) <> 10
    OR (SELECT count(*) FROM cadre_new_competency_level) <> 11
    OR (SELECT count(*) FROM cadre_new_competency_anchor) <> 2
    OR (SELECT count(*) FROM cadre_new_indicator) <> 7
    OR (SELECT count(*) FROM cadre_new_competency_category) <> 3
    OR (SELECT count(*) FROM cadre_new_competency_part_of) <> 1
    OR (SELECT count(*) FROM cadre_new_competency_text) <> 13
    OR (SELECT count(*) FROM cadre_new_competency_statement) <> 7
    OR (SELECT count(*) FROM cadre_new_competency_credential) <> 2
    OR (SELECT count(*) FROM cadre_new_resource) <> 1
    OR (SELECT count(*) FROM cadre_new_resource_development) <> 4
    OR (SELECT count(*) FROM cadre_new_profile) <> 4
    OR (SELECT count(*) FROM cadre_new_profile_base) <> 3
    OR (SELECT count(*) FROM cadre_new_profile_drop) <> 1
    OR (SELECT count(*) FROM cadre_new_profile_statement) <> 10
    OR (SELECT count(*) FROM cadre_new_profile_credential) <> 4
    OR (SELECT count(*) FROM cadre_new_rule) <> 2
    OR (SELECT count(*) FROM cadre_new_rule_family) <> 1
    OR (SELECT count(*) FROM cadre_new_rule_exception) <> 1
    OR (SELECT count(*) FROM cadre_new_rule_requirement) <> 2
    OR (SELECT count(*) FROM cadre_new_requirement) <> 18
    OR (SELECT count(*) FROM cadre_new_requirement_origin) <> 23
    OR (SELECT count(*) FROM cadre_new_path) <> 1
    OR (SELECT count(*) FROM cadre_new_path_step) <> 3
    OR (SELECT count(*) FROM cadre_new_crosswalk) <> 3
    OR (SELECT count(*) FROM cadre_new_crosswalk_pair) <> 7
    OR (SELECT count(*) FROM cadre_new_keyword) <> 24
    OR (SELECT count(*) FROM cadre_new_correspondence) <> 24
    OR (SELECT count(*) FROM cadre_new_former_name) <> 2
    OR (SELECT count(*) FROM cadre_new_replacement) <> 3
    OR (SELECT count(*) FROM cadre_new_deprecation) <> 2
    OR (SELECT count(*) FROM cadre_new_allowance) <> 13
    OR (SELECT count(*) FROM cadre_new_attribute_value) <> 98
    OR (SELECT count(*) FROM cadre_new_translation) <> 38;
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table framework belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_framework AS new JOIN framework AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table scale belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_scale AS new JOIN scale AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table kind belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_kind AS new JOIN kind AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table category belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_category AS new JOIN category AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table family belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_family AS new JOIN family AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table attribute belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_attribute AS new JOIN attribute AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table statement belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_statement AS new JOIN statement AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table credential belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_credential AS new JOIN credential AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table competency belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_competency AS new JOIN competency AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table resource belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_resource AS new JOIN resource AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table profile belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_profile AS new JOIN profile AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table rule belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_rule AS new JOIN rule AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table path belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_path AS new JOIN path AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table crosswalk belongs to another framework')
  WHERE EXISTS (SELECT 1 FROM cadre_new_crosswalk AS new JOIN crosswalk AS old ON old.id = new.id
                WHERE new.framework_id = 'thorny.main' AND old.framework_id IS NOT new.framework_id);
END;

CREATE TEMP TRIGGER cadre_choose AFTER INSERT ON cadre_part
WHEN NEW.part = 'choose'
BEGIN
  INSERT INTO cadre_write SELECT 'framework', id FROM cadre_new_framework AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM framework WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'scale', id FROM cadre_new_scale AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM scale WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'kind', id FROM cadre_new_kind AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM kind WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'category', id FROM cadre_new_category AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM category WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'family', id FROM cadre_new_family AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM family WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'attribute', id FROM cadre_new_attribute AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM attribute WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'statement', id FROM cadre_new_statement AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM statement WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'credential', id FROM cadre_new_credential AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM credential WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'competency', id FROM cadre_new_competency AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM competency WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'resource', id FROM cadre_new_resource AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM resource WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'profile', id FROM cadre_new_profile AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM profile WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'rule', id FROM cadre_new_rule AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM rule WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'path', id FROM cadre_new_path AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM path WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'crosswalk', id FROM cadre_new_crosswalk AS new
  WHERE framework_id = 'thorny.main' OR NOT EXISTS (SELECT 1 FROM crosswalk WHERE id = new.id);
  INSERT INTO cadre_write SELECT 'indicator', id FROM cadre_new_indicator
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency');
  INSERT INTO identity SELECT kind, id FROM cadre_write WHERE true ON CONFLICT DO NOTHING;
  INSERT INTO identity SELECT 'profile', base_id FROM cadre_new_profile_base WHERE true
  ON CONFLICT DO NOTHING;
END;

CREATE TEMP TRIGGER cadre_retire_scale AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_scale'
BEGIN
  UPDATE scale SET retired_in = '2.1.0-rc.1+build.5', status = 'retired'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_scale);
END;

CREATE TEMP TRIGGER cadre_retire_level AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_level'
BEGIN
  UPDATE level SET retired_in = '2.1.0-rc.1+build.5'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (scale_id, id) NOT IN (SELECT scale_id, id FROM cadre_new_level);
END;

CREATE TEMP TRIGGER cadre_retire_kind AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_kind'
BEGIN
  UPDATE kind SET retired_in = '2.1.0-rc.1+build.5', status = 'retired'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_kind);
END;

CREATE TEMP TRIGGER cadre_retire_category AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_category'
BEGIN
  UPDATE category SET retired_in = '2.1.0-rc.1+build.5', status = 'retired'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_category);
END;

CREATE TEMP TRIGGER cadre_retire_family AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_family'
BEGIN
  UPDATE family SET retired_in = '2.1.0-rc.1+build.5', status = 'retired'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_family);
END;

CREATE TEMP TRIGGER cadre_retire_attribute AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_attribute'
BEGIN
  UPDATE attribute SET retired_in = '2.1.0-rc.1+build.5', status = 'retired'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_attribute);
END;

CREATE TEMP TRIGGER cadre_retire_statement AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_statement'
BEGIN
  UPDATE statement SET retired_in = '2.1.0-rc.1+build.5', status = 'retired'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_statement);
END;

CREATE TEMP TRIGGER cadre_retire_credential AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_credential'
BEGIN
  UPDATE credential SET retired_in = '2.1.0-rc.1+build.5', status = 'retired'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_credential);
END;

CREATE TEMP TRIGGER cadre_retire_competency AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_competency'
BEGIN
  UPDATE competency SET retired_in = '2.1.0-rc.1+build.5', status = 'retired'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_competency);
END;

CREATE TEMP TRIGGER cadre_retire_competency_level AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_competency_level'
BEGIN
  UPDATE competency_level SET retired_in = '2.1.0-rc.1+build.5'
  WHERE competency_id IN (SELECT id FROM competency WHERE framework_id = 'thorny.main') AND retired_in IS NULL
    AND (competency_id, level_id) NOT IN (SELECT competency_id, level_id FROM cadre_new_competency_level);
END;

CREATE TEMP TRIGGER cadre_retire_competency_anchor AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_competency_anchor'
BEGIN
  UPDATE competency_anchor SET retired_in = '2.1.0-rc.1+build.5'
  WHERE competency_id IN (SELECT id FROM competency WHERE framework_id = 'thorny.main') AND retired_in IS NULL
    AND (competency_id, level_value) NOT IN (SELECT competency_id, level_value FROM cadre_new_competency_anchor);
END;

CREATE TEMP TRIGGER cadre_retire_indicator AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_indicator'
BEGIN
  UPDATE indicator SET retired_in = '2.1.0-rc.1+build.5'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_indicator);
END;

CREATE TEMP TRIGGER cadre_retire_resource AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_resource'
BEGIN
  UPDATE resource SET retired_in = '2.1.0-rc.1+build.5', status = 'retired'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_resource);
END;

CREATE TEMP TRIGGER cadre_retire_profile AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_profile'
BEGIN
  UPDATE profile SET retired_in = '2.1.0-rc.1+build.5', status = 'retired'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_profile);
END;

CREATE TEMP TRIGGER cadre_retire_rule AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_rule'
BEGIN
  UPDATE rule SET retired_in = '2.1.0-rc.1+build.5'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_rule);
END;

CREATE TEMP TRIGGER cadre_retire_path AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_path'
BEGIN
  UPDATE path SET retired_in = '2.1.0-rc.1+build.5', status = 'retired'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_path);
END;

CREATE TEMP TRIGGER cadre_retire_crosswalk AFTER INSERT ON cadre_part
WHEN NEW.part = 'retire_crosswalk'
BEGIN
  UPDATE crosswalk SET retired_in = '2.1.0-rc.1+build.5', status = 'retired'
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL
    AND (id) NOT IN (SELECT id FROM cadre_new_crosswalk);
END;

CREATE TEMP TRIGGER cadre_remove_translation AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_translation'
BEGIN
  DELETE FROM translation
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
    AND (language, kind, id, field, position) NOT IN (SELECT language, kind, id, field, position FROM cadre_new_translation);
END;

CREATE TEMP TRIGGER cadre_remove_attribute_value AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_attribute_value'
BEGIN
  DELETE FROM attribute_value
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
    AND (kind, id, attribute_id) NOT IN (SELECT kind, id, attribute_id FROM cadre_new_attribute_value);
END;

CREATE TEMP TRIGGER cadre_remove_allowance AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_allowance'
BEGIN
  DELETE FROM allowance
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
    AND (kind, id, position) NOT IN (SELECT kind, id, position FROM cadre_new_allowance);
END;

CREATE TEMP TRIGGER cadre_remove_deprecation AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_deprecation'
BEGIN
  DELETE FROM deprecation
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
    AND (kind, id) NOT IN (SELECT kind, id FROM cadre_new_deprecation);
END;

CREATE TEMP TRIGGER cadre_remove_replacement AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_replacement'
BEGIN
  DELETE FROM replacement
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
    AND (kind, id, replaced_id) NOT IN (SELECT kind, id, replaced_id FROM cadre_new_replacement);
END;

CREATE TEMP TRIGGER cadre_remove_former_name AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_former_name'
BEGIN
  DELETE FROM former_name
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
    AND (kind, id, position) NOT IN (SELECT kind, id, position FROM cadre_new_former_name);
END;

CREATE TEMP TRIGGER cadre_remove_correspondence AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_correspondence'
BEGIN
  DELETE FROM correspondence
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
    AND (kind, id, position) NOT IN (SELECT kind, id, position FROM cadre_new_correspondence);
END;

CREATE TEMP TRIGGER cadre_remove_keyword AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_keyword'
BEGIN
  DELETE FROM keyword
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
    AND (kind, id, position) NOT IN (SELECT kind, id, position FROM cadre_new_keyword);
END;

CREATE TEMP TRIGGER cadre_remove_crosswalk_pair AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_crosswalk_pair'
BEGIN
  DELETE FROM crosswalk_pair
  WHERE crosswalk_id IN (SELECT id FROM cadre_write WHERE kind = 'crosswalk')
    AND (crosswalk_id, position) NOT IN (SELECT crosswalk_id, position FROM cadre_new_crosswalk_pair);
END;

CREATE TEMP TRIGGER cadre_remove_path_step AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_path_step'
BEGIN
  DELETE FROM path_step
  WHERE path_id IN (SELECT id FROM cadre_write WHERE kind = 'path')
    AND (path_id, chain, position) NOT IN (SELECT path_id, chain, position FROM cadre_new_path_step);
END;

CREATE TEMP TRIGGER cadre_remove_requirement_origin AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_requirement_origin'
BEGIN
  DELETE FROM requirement_origin
  WHERE profile_id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
    AND (profile_id, competency_id, position) NOT IN (SELECT profile_id, competency_id, position FROM cadre_new_requirement_origin);
END;

CREATE TEMP TRIGGER cadre_remove_requirement AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_requirement'
BEGIN
  DELETE FROM requirement
  WHERE profile_id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
    AND (profile_id, competency_id) NOT IN (SELECT profile_id, competency_id FROM cadre_new_requirement);
END;

CREATE TEMP TRIGGER cadre_remove_rule_requirement AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_rule_requirement'
BEGIN
  DELETE FROM rule_requirement
  WHERE rule_id IN (SELECT id FROM cadre_write WHERE kind = 'rule')
    AND (rule_id, position) NOT IN (SELECT rule_id, position FROM cadre_new_rule_requirement);
END;

CREATE TEMP TRIGGER cadre_remove_rule_exception AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_rule_exception'
BEGIN
  DELETE FROM rule_exception
  WHERE rule_id IN (SELECT id FROM cadre_write WHERE kind = 'rule')
    AND (rule_id, profile_id) NOT IN (SELECT rule_id, profile_id FROM cadre_new_rule_exception);
END;

CREATE TEMP TRIGGER cadre_remove_rule_family AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_rule_family'
BEGIN
  DELETE FROM rule_family
  WHERE rule_id IN (SELECT id FROM cadre_write WHERE kind = 'rule')
    AND (rule_id, family_id) NOT IN (SELECT rule_id, family_id FROM cadre_new_rule_family);
END;

CREATE TEMP TRIGGER cadre_remove_profile_credential AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_profile_credential'
BEGIN
  DELETE FROM profile_credential
  WHERE profile_id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
    AND (profile_id, position) NOT IN (SELECT profile_id, position FROM cadre_new_profile_credential);
END;

CREATE TEMP TRIGGER cadre_remove_profile_statement AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_profile_statement'
BEGIN
  DELETE FROM profile_statement
  WHERE profile_id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
    AND (profile_id, position) NOT IN (SELECT profile_id, position FROM cadre_new_profile_statement);
END;

CREATE TEMP TRIGGER cadre_remove_profile_drop AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_profile_drop'
BEGIN
  DELETE FROM profile_drop
  WHERE profile_id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
    AND (profile_id, position) NOT IN (SELECT profile_id, position FROM cadre_new_profile_drop);
END;

CREATE TEMP TRIGGER cadre_remove_profile_base AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_profile_base'
BEGIN
  DELETE FROM profile_base
  WHERE profile_id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
    AND (profile_id, base_id) NOT IN (SELECT profile_id, base_id FROM cadre_new_profile_base);
END;

CREATE TEMP TRIGGER cadre_remove_resource_development AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_resource_development'
BEGIN
  DELETE FROM resource_development
  WHERE resource_id IN (SELECT id FROM cadre_write WHERE kind = 'resource')
    AND (resource_id, position) NOT IN (SELECT resource_id, position FROM cadre_new_resource_development);
END;

CREATE TEMP TRIGGER cadre_remove_competency_credential AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_competency_credential'
BEGIN
  DELETE FROM competency_credential
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
    AND (competency_id, position) NOT IN (SELECT competency_id, position FROM cadre_new_competency_credential);
END;

CREATE TEMP TRIGGER cadre_remove_competency_statement AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_competency_statement'
BEGIN
  DELETE FROM competency_statement
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
    AND (competency_id, position) NOT IN (SELECT competency_id, position FROM cadre_new_competency_statement);
END;

CREATE TEMP TRIGGER cadre_remove_competency_text AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_competency_text'
BEGIN
  DELETE FROM competency_text
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
    AND (competency_id, sort, position) NOT IN (SELECT competency_id, sort, position FROM cadre_new_competency_text);
END;

CREATE TEMP TRIGGER cadre_remove_competency_part_of AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_competency_part_of'
BEGIN
  DELETE FROM competency_part_of
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
    AND (competency_id, umbrella_id) NOT IN (SELECT competency_id, umbrella_id FROM cadre_new_competency_part_of);
END;

CREATE TEMP TRIGGER cadre_remove_competency_category AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_competency_category'
BEGIN
  DELETE FROM competency_category
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
    AND (competency_id, category_id) NOT IN (SELECT competency_id, category_id FROM cadre_new_competency_category);
END;

CREATE TEMP TRIGGER cadre_remove_attribute_choice AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_attribute_choice'
BEGIN
  DELETE FROM attribute_choice
  WHERE attribute_id IN (SELECT id FROM cadre_write WHERE kind = 'attribute')
    AND (attribute_id, value) NOT IN (SELECT attribute_id, value FROM cadre_new_attribute_choice);
END;

CREATE TEMP TRIGGER cadre_remove_attribute_target AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_attribute_target'
BEGIN
  DELETE FROM attribute_target
  WHERE attribute_id IN (SELECT id FROM cadre_write WHERE kind = 'attribute')
    AND (attribute_id, kind) NOT IN (SELECT attribute_id, kind FROM cadre_new_attribute_target);
END;

CREATE TEMP TRIGGER cadre_remove_level_descriptor AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_level_descriptor'
BEGIN
  DELETE FROM level_descriptor
  WHERE scale_id IN (SELECT id FROM cadre_write WHERE kind = 'scale')
    AND (scale_id, position) NOT IN (SELECT scale_id, position FROM cadre_new_level_descriptor);
END;

CREATE TEMP TRIGGER cadre_remove_framework_language AFTER INSERT ON cadre_part
WHEN NEW.part = 'remove_framework_language'
BEGIN
  DELETE FROM framework_language
  WHERE framework_id IN (SELECT id FROM cadre_write WHERE kind = 'framework')
    AND (framework_id, language) NOT IN (SELECT framework_id, language FROM cadre_new_framework_language);
END;

CREATE TEMP TRIGGER cadre_make_room AFTER INSERT ON cadre_part
WHEN NEW.part = 'make_room'
BEGIN
  UPDATE level SET ordinal = ordinal + 1000000
  WHERE framework_id = 'thorny.main' AND retired_in IS NULL AND (scale_id, id) IN (
    SELECT new.scale_id, new.id FROM cadre_new_level AS new JOIN level AS old
    ON old.scale_id = new.scale_id AND old.id = new.id WHERE old.ordinal <> new.ordinal);
  UPDATE competency_level SET retired_in = '2.1.0-rc.1+build.5'
  WHERE retired_in IS NULL AND competency_id IN (
    SELECT new.id FROM cadre_new_competency AS new JOIN competency AS old ON old.id = new.id
    WHERE new.framework_id = 'thorny.main' AND old.scale_id IS NOT new.scale_id);
END;

CREATE TEMP TRIGGER cadre_fill_framework AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_framework'
BEGIN
  INSERT INTO framework (id, framework_id, title, about, about_markdown, code, version, language, publisher, license, uri, default_scale_id, status, since, reviewed, retired_in)
  SELECT id, framework_id, title, about, about_markdown, code, version, language, publisher, license, uri, default_scale_id, status, since, reviewed, retired_in FROM cadre_new_framework AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'framework')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, version = excluded.version, language = excluded.language, publisher = excluded.publisher, license = excluded.license, uri = excluded.uri, default_scale_id = excluded.default_scale_id, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE framework.framework_id IS NOT excluded.framework_id OR framework.title IS NOT excluded.title OR framework.about IS NOT excluded.about OR framework.about_markdown IS NOT excluded.about_markdown OR framework.code IS NOT excluded.code OR framework.version IS NOT excluded.version OR framework.language IS NOT excluded.language OR framework.publisher IS NOT excluded.publisher OR framework.license IS NOT excluded.license OR framework.uri IS NOT excluded.uri OR framework.default_scale_id IS NOT excluded.default_scale_id OR framework.status IS NOT excluded.status OR framework.since IS NOT excluded.since OR framework.reviewed IS NOT excluded.reviewed
    OR (framework.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_framework_language AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_framework_language'
BEGIN
  INSERT INTO framework_language (framework_id, language, position)
  SELECT framework_id, language, position FROM cadre_new_framework_language AS new
  WHERE framework_id IN (SELECT id FROM cadre_write WHERE kind = 'framework')
  ON CONFLICT (framework_id, language) DO UPDATE SET position = excluded.position
  WHERE framework_language.position IS NOT excluded.position;
END;

CREATE TEMP TRIGGER cadre_fill_scale AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_scale'
BEGIN
  INSERT INTO scale (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, kind, cumulative, minimum, maximum)
  SELECT id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, kind, cumulative, minimum, maximum FROM cadre_new_scale AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'scale')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position, name = excluded.name, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed, kind = excluded.kind, cumulative = excluded.cumulative, minimum = excluded.minimum, maximum = excluded.maximum,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE scale.framework_id IS NOT excluded.framework_id OR scale.position IS NOT excluded.position OR scale.name IS NOT excluded.name OR scale.title IS NOT excluded.title OR scale.about IS NOT excluded.about OR scale.about_markdown IS NOT excluded.about_markdown OR scale.code IS NOT excluded.code OR scale.status IS NOT excluded.status OR scale.since IS NOT excluded.since OR scale.reviewed IS NOT excluded.reviewed OR scale.kind IS NOT excluded.kind OR scale.cumulative IS NOT excluded.cumulative OR scale.minimum IS NOT excluded.minimum OR scale.maximum IS NOT excluded.maximum
    OR (scale.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_level AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_level'
BEGIN
  INSERT INTO level (scale_id, id, framework_id, ordinal, title, about, about_markdown, retired_in)
  SELECT scale_id, id, framework_id, ordinal, title, about, about_markdown, retired_in FROM cadre_new_level AS new
  WHERE scale_id IN (SELECT id FROM cadre_write WHERE kind = 'scale')
  ON CONFLICT (scale_id, id) DO UPDATE SET framework_id = excluded.framework_id, ordinal = excluded.ordinal, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE level.framework_id IS NOT excluded.framework_id OR level.ordinal IS NOT excluded.ordinal OR level.title IS NOT excluded.title OR level.about IS NOT excluded.about OR level.about_markdown IS NOT excluded.about_markdown
    OR (level.retired_in IS NULL) <> (excluded.retired_in IS NULL);
  INSERT INTO level (scale_id, id, framework_id, ordinal, title, about, about_markdown, retired_in)
  SELECT scale_id, id, framework_id, ordinal, title, about, about_markdown, retired_in FROM cadre_new_level AS new
  WHERE scale_id NOT IN (SELECT id FROM cadre_write WHERE kind = 'scale')
    AND EXISTS (SELECT 1 FROM scale WHERE id = new.scale_id AND kind = 'ordinal')
  ON CONFLICT DO NOTHING;
END;

CREATE TEMP TRIGGER cadre_fill_level_descriptor AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_level_descriptor'
BEGIN
  INSERT INTO level_descriptor (scale_id, position, level_id, label, text, text_markdown)
  SELECT scale_id, position, level_id, label, text, text_markdown FROM cadre_new_level_descriptor AS new
  WHERE scale_id IN (SELECT id FROM cadre_write WHERE kind = 'scale')
  ON CONFLICT (scale_id, position) DO UPDATE SET level_id = excluded.level_id, label = excluded.label, text = excluded.text, text_markdown = excluded.text_markdown
  WHERE level_descriptor.level_id IS NOT excluded.level_id OR level_descriptor.label IS NOT excluded.label OR level_descriptor.text IS NOT excluded.text OR level_descriptor.text_markdown IS NOT excluded.text_markdown;
END;

CREATE TEMP TRIGGER cadre_fill_kind AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_kind'
BEGIN
  INSERT INTO kind (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, like_id)
  SELECT id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, like_id FROM cadre_new_kind AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'kind')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position, name = excluded.name, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed, like_id = excluded.like_id,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE kind.framework_id IS NOT excluded.framework_id OR kind.position IS NOT excluded.position OR kind.name IS NOT excluded.name OR kind.title IS NOT excluded.title OR kind.about IS NOT excluded.about OR kind.about_markdown IS NOT excluded.about_markdown OR kind.code IS NOT excluded.code OR kind.status IS NOT excluded.status OR kind.since IS NOT excluded.since OR kind.reviewed IS NOT excluded.reviewed OR kind.like_id IS NOT excluded.like_id
    OR (kind.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_category AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_category'
BEGIN
  INSERT INTO category (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, parent_id)
  SELECT id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, parent_id FROM cadre_new_category AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'category')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position, name = excluded.name, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed, parent_id = excluded.parent_id,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE category.framework_id IS NOT excluded.framework_id OR category.position IS NOT excluded.position OR category.name IS NOT excluded.name OR category.title IS NOT excluded.title OR category.about IS NOT excluded.about OR category.about_markdown IS NOT excluded.about_markdown OR category.code IS NOT excluded.code OR category.status IS NOT excluded.status OR category.since IS NOT excluded.since OR category.reviewed IS NOT excluded.reviewed OR category.parent_id IS NOT excluded.parent_id
    OR (category.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_family AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_family'
BEGIN
  INSERT INTO family (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, parent_id)
  SELECT id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, parent_id FROM cadre_new_family AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'family')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position, name = excluded.name, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed, parent_id = excluded.parent_id,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE family.framework_id IS NOT excluded.framework_id OR family.position IS NOT excluded.position OR family.name IS NOT excluded.name OR family.title IS NOT excluded.title OR family.about IS NOT excluded.about OR family.about_markdown IS NOT excluded.about_markdown OR family.code IS NOT excluded.code OR family.status IS NOT excluded.status OR family.since IS NOT excluded.since OR family.reviewed IS NOT excluded.reviewed OR family.parent_id IS NOT excluded.parent_id
    OR (family.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_attribute AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_attribute'
BEGIN
  INSERT INTO attribute (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, type, required, pattern, minimum, maximum)
  SELECT id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, type, required, pattern, minimum, maximum FROM cadre_new_attribute AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'attribute')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position, name = excluded.name, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed, type = excluded.type, required = excluded.required, pattern = excluded.pattern, minimum = excluded.minimum, maximum = excluded.maximum,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE attribute.framework_id IS NOT excluded.framework_id OR attribute.position IS NOT excluded.position OR attribute.name IS NOT excluded.name OR attribute.title IS NOT excluded.title OR attribute.about IS NOT excluded.about OR attribute.about_markdown IS NOT excluded.about_markdown OR attribute.code IS NOT excluded.code OR attribute.status IS NOT excluded.status OR attribute.since IS NOT excluded.since OR attribute.reviewed IS NOT excluded.reviewed OR attribute.type IS NOT excluded.type OR attribute.required IS NOT excluded.required OR attribute.pattern IS NOT excluded.pattern OR attribute.minimum IS NOT excluded.minimum OR attribute.maximum IS NOT excluded.maximum
    OR (attribute.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_attribute_target AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_attribute_target'
BEGIN
  INSERT INTO attribute_target (attribute_id, kind)
  SELECT attribute_id, kind FROM cadre_new_attribute_target AS new
  WHERE attribute_id IN (SELECT id FROM cadre_write WHERE kind = 'attribute')
  ON CONFLICT (attribute_id, kind) DO NOTHING;
END;

CREATE TEMP TRIGGER cadre_fill_attribute_choice AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_attribute_choice'
BEGIN
  INSERT INTO attribute_choice (attribute_id, value, position)
  SELECT attribute_id, value, position FROM cadre_new_attribute_choice AS new
  WHERE attribute_id IN (SELECT id FROM cadre_write WHERE kind = 'attribute')
  ON CONFLICT (attribute_id, value) DO UPDATE SET position = excluded.position
  WHERE attribute_choice.position IS NOT excluded.position;
END;

CREATE TEMP TRIGGER cadre_fill_statement AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_statement'
BEGIN
  INSERT INTO statement (id, framework_id, position, name, sort, text, text_markdown, about, about_markdown, code, status, since, reviewed, retired_in)
  SELECT id, framework_id, position, name, sort, text, text_markdown, about, about_markdown, code, status, since, reviewed, retired_in FROM cadre_new_statement AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'statement')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position, name = excluded.name, sort = excluded.sort, text = excluded.text, text_markdown = excluded.text_markdown, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE statement.framework_id IS NOT excluded.framework_id OR statement.position IS NOT excluded.position OR statement.name IS NOT excluded.name OR statement.sort IS NOT excluded.sort OR statement.text IS NOT excluded.text OR statement.text_markdown IS NOT excluded.text_markdown OR statement.about IS NOT excluded.about OR statement.about_markdown IS NOT excluded.about_markdown OR statement.code IS NOT excluded.code OR statement.status IS NOT excluded.status OR statement.since IS NOT excluded.since OR statement.reviewed IS NOT excluded.reviewed
    OR (statement.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_credential AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_credential'
BEGIN
  INSERT INTO credential (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, issuer, renews_every_months, url)
  SELECT id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, issuer, renews_every_months, url FROM cadre_new_credential AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'credential')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position, name = excluded.name, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed, issuer = excluded.issuer, renews_every_months = excluded.renews_every_months, url = excluded.url,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE credential.framework_id IS NOT excluded.framework_id OR credential.position IS NOT excluded.position OR credential.name IS NOT excluded.name OR credential.title IS NOT excluded.title OR credential.about IS NOT excluded.about OR credential.about_markdown IS NOT excluded.about_markdown OR credential.code IS NOT excluded.code OR credential.status IS NOT excluded.status OR credential.since IS NOT excluded.since OR credential.reviewed IS NOT excluded.reviewed OR credential.issuer IS NOT excluded.issuer OR credential.renews_every_months IS NOT excluded.renews_every_months OR credential.url IS NOT excluded.url
    OR (credential.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_competency AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_competency'
BEGIN
  INSERT INTO competency (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, kind, scale_id)
  SELECT id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, kind, scale_id FROM cadre_new_competency AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position, name = excluded.name, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed, kind = excluded.kind, scale_id = excluded.scale_id,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE competency.framework_id IS NOT excluded.framework_id OR competency.position IS NOT excluded.position OR competency.name IS NOT excluded.name OR competency.title IS NOT excluded.title OR competency.about IS NOT excluded.about OR competency.about_markdown IS NOT excluded.about_markdown OR competency.code IS NOT excluded.code OR competency.status IS NOT excluded.status OR competency.since IS NOT excluded.since OR competency.reviewed IS NOT excluded.reviewed OR competency.kind IS NOT excluded.kind OR competency.scale_id IS NOT excluded.scale_id
    OR (competency.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_competency_level AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_competency_level'
BEGIN
  INSERT INTO competency_level (competency_id, level_id, scale_id, position, title, about, about_markdown, retired_in)
  SELECT competency_id, level_id, scale_id, position, title, about, about_markdown, retired_in FROM cadre_new_competency_level AS new
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
  ON CONFLICT (competency_id, level_id) DO UPDATE SET scale_id = excluded.scale_id, position = excluded.position, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE competency_level.scale_id IS NOT excluded.scale_id OR competency_level.position IS NOT excluded.position OR competency_level.title IS NOT excluded.title OR competency_level.about IS NOT excluded.about OR competency_level.about_markdown IS NOT excluded.about_markdown
    OR (competency_level.retired_in IS NULL) <> (excluded.retired_in IS NULL);
  INSERT INTO competency_level (competency_id, level_id, scale_id, position, title, about, about_markdown, retired_in)
  SELECT competency_id, level_id, scale_id, position, title, about, about_markdown, retired_in FROM cadre_new_competency_level AS new
  WHERE competency_id NOT IN (SELECT id FROM cadre_write WHERE kind = 'competency')
    AND EXISTS (SELECT 1 FROM competency
                WHERE id = new.competency_id AND scale_id = new.scale_id)
    AND EXISTS (SELECT 1 FROM level WHERE scale_id = new.scale_id AND id = new.level_id)
  ON CONFLICT DO NOTHING;
END;

CREATE TEMP TRIGGER cadre_fill_competency_anchor AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_competency_anchor'
BEGIN
  INSERT INTO competency_anchor (competency_id, level_value, position, title, about, about_markdown, retired_in)
  SELECT competency_id, level_value, position, title, about, about_markdown, retired_in FROM cadre_new_competency_anchor AS new
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
  ON CONFLICT (competency_id, level_value) DO UPDATE SET position = excluded.position, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE competency_anchor.position IS NOT excluded.position OR competency_anchor.title IS NOT excluded.title OR competency_anchor.about IS NOT excluded.about OR competency_anchor.about_markdown IS NOT excluded.about_markdown
    OR (competency_anchor.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_indicator AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_indicator'
BEGIN
  INSERT INTO indicator (id, framework_id, competency_id, level_id, level_value, position, label, text, text_markdown, retired_in)
  SELECT id, framework_id, competency_id, level_id, level_value, position, label, text, text_markdown, retired_in FROM cadre_new_indicator AS new
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, competency_id = excluded.competency_id, level_id = excluded.level_id, level_value = excluded.level_value, position = excluded.position, label = excluded.label, text = excluded.text, text_markdown = excluded.text_markdown,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE indicator.framework_id IS NOT excluded.framework_id OR indicator.competency_id IS NOT excluded.competency_id OR indicator.level_id IS NOT excluded.level_id OR indicator.level_value IS NOT excluded.level_value OR indicator.position IS NOT excluded.position OR indicator.label IS NOT excluded.label OR indicator.text IS NOT excluded.text OR indicator.text_markdown IS NOT excluded.text_markdown
    OR (indicator.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_competency_category AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_competency_category'
BEGIN
  INSERT INTO competency_category (competency_id, category_id, position)
  SELECT competency_id, category_id, position FROM cadre_new_competency_category AS new
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
  ON CONFLICT (competency_id, category_id) DO UPDATE SET position = excluded.position
  WHERE competency_category.position IS NOT excluded.position;
END;

CREATE TEMP TRIGGER cadre_fill_competency_part_of AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_competency_part_of'
BEGIN
  INSERT INTO competency_part_of (competency_id, umbrella_id, position)
  SELECT competency_id, umbrella_id, position FROM cadre_new_competency_part_of AS new
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
  ON CONFLICT (competency_id, umbrella_id) DO UPDATE SET position = excluded.position
  WHERE competency_part_of.position IS NOT excluded.position;
END;

CREATE TEMP TRIGGER cadre_fill_competency_text AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_competency_text'
BEGIN
  INSERT INTO competency_text (competency_id, sort, position, level_id, level_value, label, text, text_markdown)
  SELECT competency_id, sort, position, level_id, level_value, label, text, text_markdown FROM cadre_new_competency_text AS new
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
  ON CONFLICT (competency_id, sort, position) DO UPDATE SET level_id = excluded.level_id, level_value = excluded.level_value, label = excluded.label, text = excluded.text, text_markdown = excluded.text_markdown
  WHERE competency_text.level_id IS NOT excluded.level_id OR competency_text.level_value IS NOT excluded.level_value OR competency_text.label IS NOT excluded.label OR competency_text.text IS NOT excluded.text OR competency_text.text_markdown IS NOT excluded.text_markdown;
END;

CREATE TEMP TRIGGER cadre_fill_competency_statement AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_competency_statement'
BEGIN
  INSERT INTO competency_statement (competency_id, position, sort, statement_id, label, text, text_markdown)
  SELECT competency_id, position, sort, statement_id, label, text, text_markdown FROM cadre_new_competency_statement AS new
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
  ON CONFLICT (competency_id, position) DO UPDATE SET sort = excluded.sort, statement_id = excluded.statement_id, label = excluded.label, text = excluded.text, text_markdown = excluded.text_markdown
  WHERE competency_statement.sort IS NOT excluded.sort OR competency_statement.statement_id IS NOT excluded.statement_id OR competency_statement.label IS NOT excluded.label OR competency_statement.text IS NOT excluded.text OR competency_statement.text_markdown IS NOT excluded.text_markdown;
END;

CREATE TEMP TRIGGER cadre_fill_competency_credential AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_competency_credential'
BEGIN
  INSERT INTO competency_credential (competency_id, position, credential_id, importance)
  SELECT competency_id, position, credential_id, importance FROM cadre_new_competency_credential AS new
  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency')
  ON CONFLICT (competency_id, position) DO UPDATE SET credential_id = excluded.credential_id, importance = excluded.importance
  WHERE competency_credential.credential_id IS NOT excluded.credential_id OR competency_credential.importance IS NOT excluded.importance;
END;

CREATE TEMP TRIGGER cadre_fill_resource AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_resource'
BEGIN
  INSERT INTO resource (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, type, url)
  SELECT id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, type, url FROM cadre_new_resource AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'resource')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position, name = excluded.name, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed, type = excluded.type, url = excluded.url,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE resource.framework_id IS NOT excluded.framework_id OR resource.position IS NOT excluded.position OR resource.name IS NOT excluded.name OR resource.title IS NOT excluded.title OR resource.about IS NOT excluded.about OR resource.about_markdown IS NOT excluded.about_markdown OR resource.code IS NOT excluded.code OR resource.status IS NOT excluded.status OR resource.since IS NOT excluded.since OR resource.reviewed IS NOT excluded.reviewed OR resource.type IS NOT excluded.type OR resource.url IS NOT excluded.url
    OR (resource.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_resource_development AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_resource_development'
BEGIN
  INSERT INTO resource_development (resource_id, position, competency_id, level_id, level_value)
  SELECT resource_id, position, competency_id, level_id, level_value FROM cadre_new_resource_development AS new
  WHERE resource_id IN (SELECT id FROM cadre_write WHERE kind = 'resource')
  ON CONFLICT (resource_id, position) DO UPDATE SET competency_id = excluded.competency_id, level_id = excluded.level_id, level_value = excluded.level_value
  WHERE resource_development.competency_id IS NOT excluded.competency_id OR resource_development.level_id IS NOT excluded.level_id OR resource_development.level_value IS NOT excluded.level_value;
END;

CREATE TEMP TRIGGER cadre_fill_profile AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_profile'
BEGIN
  INSERT INTO profile (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, family_id)
  SELECT id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, family_id FROM cadre_new_profile AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position, name = excluded.name, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed, family_id = excluded.family_id,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE profile.framework_id IS NOT excluded.framework_id OR profile.position IS NOT excluded.position OR profile.name IS NOT excluded.name OR profile.title IS NOT excluded.title OR profile.about IS NOT excluded.about OR profile.about_markdown IS NOT excluded.about_markdown OR profile.code IS NOT excluded.code OR profile.status IS NOT excluded.status OR profile.since IS NOT excluded.since OR profile.reviewed IS NOT excluded.reviewed OR profile.family_id IS NOT excluded.family_id
    OR (profile.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_profile_base AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_profile_base'
BEGIN
  INSERT INTO profile_base (profile_id, base_id, position)
  SELECT profile_id, base_id, position FROM cadre_new_profile_base AS new
  WHERE profile_id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
  ON CONFLICT (profile_id, base_id) DO UPDATE SET position = excluded.position
  WHERE profile_base.position IS NOT excluded.position;
END;

CREATE TEMP TRIGGER cadre_fill_profile_drop AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_profile_drop'
BEGIN
  INSERT INTO profile_drop (profile_id, position, competency_id, because, because_markdown)
  SELECT profile_id, position, competency_id, because, because_markdown FROM cadre_new_profile_drop AS new
  WHERE profile_id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
  ON CONFLICT (profile_id, position) DO UPDATE SET competency_id = excluded.competency_id, because = excluded.because, because_markdown = excluded.because_markdown
  WHERE profile_drop.competency_id IS NOT excluded.competency_id OR profile_drop.because IS NOT excluded.because OR profile_drop.because_markdown IS NOT excluded.because_markdown;
END;

CREATE TEMP TRIGGER cadre_fill_profile_statement AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_profile_statement'
BEGIN
  INSERT INTO profile_statement (profile_id, position, sort, statement_id, label, text, text_markdown)
  SELECT profile_id, position, sort, statement_id, label, text, text_markdown FROM cadre_new_profile_statement AS new
  WHERE profile_id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
  ON CONFLICT (profile_id, position) DO UPDATE SET sort = excluded.sort, statement_id = excluded.statement_id, label = excluded.label, text = excluded.text, text_markdown = excluded.text_markdown
  WHERE profile_statement.sort IS NOT excluded.sort OR profile_statement.statement_id IS NOT excluded.statement_id OR profile_statement.label IS NOT excluded.label OR profile_statement.text IS NOT excluded.text OR profile_statement.text_markdown IS NOT excluded.text_markdown;
END;

CREATE TEMP TRIGGER cadre_fill_profile_credential AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_profile_credential'
BEGIN
  INSERT INTO profile_credential (profile_id, position, credential_id, importance)
  SELECT profile_id, position, credential_id, importance FROM cadre_new_profile_credential AS new
  WHERE profile_id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
  ON CONFLICT (profile_id, position) DO UPDATE SET credential_id = excluded.credential_id, importance = excluded.importance
  WHERE profile_credential.credential_id IS NOT excluded.credential_id OR profile_credential.importance IS NOT excluded.importance;
END;

CREATE TEMP TRIGGER cadre_fill_rule AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_rule'
BEGIN
  INSERT INTO rule (id, framework_id, position, retired_in)
  SELECT id, framework_id, position, retired_in FROM cadre_new_rule AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'rule')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE rule.framework_id IS NOT excluded.framework_id OR rule.position IS NOT excluded.position
    OR (rule.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_rule_family AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_rule_family'
BEGIN
  INSERT INTO rule_family (rule_id, family_id, position)
  SELECT rule_id, family_id, position FROM cadre_new_rule_family AS new
  WHERE rule_id IN (SELECT id FROM cadre_write WHERE kind = 'rule')
  ON CONFLICT (rule_id, family_id) DO UPDATE SET position = excluded.position
  WHERE rule_family.position IS NOT excluded.position;
END;

CREATE TEMP TRIGGER cadre_fill_rule_exception AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_rule_exception'
BEGIN
  INSERT INTO rule_exception (rule_id, profile_id, position)
  SELECT rule_id, profile_id, position FROM cadre_new_rule_exception AS new
  WHERE rule_id IN (SELECT id FROM cadre_write WHERE kind = 'rule')
  ON CONFLICT (rule_id, profile_id) DO UPDATE SET position = excluded.position
  WHERE rule_exception.position IS NOT excluded.position;
END;

CREATE TEMP TRIGGER cadre_fill_rule_requirement AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_rule_requirement'
BEGIN
  INSERT INTO rule_requirement (rule_id, position, competency_id, level_id, level_value, importance, weight, because, because_markdown)
  SELECT rule_id, position, competency_id, level_id, level_value, importance, weight, because, because_markdown FROM cadre_new_rule_requirement AS new
  WHERE rule_id IN (SELECT id FROM cadre_write WHERE kind = 'rule')
  ON CONFLICT (rule_id, position) DO UPDATE SET competency_id = excluded.competency_id, level_id = excluded.level_id, level_value = excluded.level_value, importance = excluded.importance, weight = excluded.weight, because = excluded.because, because_markdown = excluded.because_markdown
  WHERE rule_requirement.competency_id IS NOT excluded.competency_id OR rule_requirement.level_id IS NOT excluded.level_id OR rule_requirement.level_value IS NOT excluded.level_value OR rule_requirement.importance IS NOT excluded.importance OR rule_requirement.weight IS NOT excluded.weight OR rule_requirement.because IS NOT excluded.because OR rule_requirement.because_markdown IS NOT excluded.because_markdown;
END;

CREATE TEMP TRIGGER cadre_fill_requirement AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_requirement'
BEGIN
  INSERT INTO requirement (profile_id, competency_id, position, level_id, level_value, importance, weight, because, because_markdown)
  SELECT profile_id, competency_id, position, level_id, level_value, importance, weight, because, because_markdown FROM cadre_new_requirement AS new
  WHERE profile_id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
  ON CONFLICT (profile_id, competency_id) DO UPDATE SET position = excluded.position, level_id = excluded.level_id, level_value = excluded.level_value, importance = excluded.importance, weight = excluded.weight, because = excluded.because, because_markdown = excluded.because_markdown
  WHERE requirement.position IS NOT excluded.position OR requirement.level_id IS NOT excluded.level_id OR requirement.level_value IS NOT excluded.level_value OR requirement.importance IS NOT excluded.importance OR requirement.weight IS NOT excluded.weight OR requirement.because IS NOT excluded.because OR requirement.because_markdown IS NOT excluded.because_markdown;
END;

CREATE TEMP TRIGGER cadre_fill_requirement_origin AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_requirement_origin'
BEGIN
  INSERT INTO requirement_origin (profile_id, competency_id, position, kind, from_profile_id, rule_id, level_id, level_value, importance, weight, because, because_markdown)
  SELECT profile_id, competency_id, position, kind, from_profile_id, rule_id, level_id, level_value, importance, weight, because, because_markdown FROM cadre_new_requirement_origin AS new
  WHERE profile_id IN (SELECT id FROM cadre_write WHERE kind = 'profile')
  ON CONFLICT (profile_id, competency_id, position) DO UPDATE SET kind = excluded.kind, from_profile_id = excluded.from_profile_id, rule_id = excluded.rule_id, level_id = excluded.level_id, level_value = excluded.level_value, importance = excluded.importance, weight = excluded.weight, because = excluded.because, because_markdown = excluded.because_markdown
  WHERE requirement_origin.kind IS NOT excluded.kind OR requirement_origin.from_profile_id IS NOT excluded.from_profile_id OR requirement_origin.rule_id IS NOT excluded.rule_id OR requirement_origin.level_id IS NOT excluded.level_id OR requirement_origin.level_value IS NOT excluded.level_value OR requirement_origin.importance IS NOT excluded.importance OR requirement_origin.weight IS NOT excluded.weight OR requirement_origin.because IS NOT excluded.because OR requirement_origin.because_markdown IS NOT excluded.because_markdown;
END;

CREATE TEMP TRIGGER cadre_fill_path AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_path'
BEGIN
  INSERT INTO path (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in)
  SELECT id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in FROM cadre_new_path AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'path')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position, name = excluded.name, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE path.framework_id IS NOT excluded.framework_id OR path.position IS NOT excluded.position OR path.name IS NOT excluded.name OR path.title IS NOT excluded.title OR path.about IS NOT excluded.about OR path.about_markdown IS NOT excluded.about_markdown OR path.code IS NOT excluded.code OR path.status IS NOT excluded.status OR path.since IS NOT excluded.since OR path.reviewed IS NOT excluded.reviewed
    OR (path.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_path_step AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_path_step'
BEGIN
  INSERT INTO path_step (path_id, chain, position, from_profile_id, to_profile_id)
  SELECT path_id, chain, position, from_profile_id, to_profile_id FROM cadre_new_path_step AS new
  WHERE path_id IN (SELECT id FROM cadre_write WHERE kind = 'path')
  ON CONFLICT (path_id, chain, position) DO UPDATE SET from_profile_id = excluded.from_profile_id, to_profile_id = excluded.to_profile_id
  WHERE path_step.from_profile_id IS NOT excluded.from_profile_id OR path_step.to_profile_id IS NOT excluded.to_profile_id;
END;

CREATE TEMP TRIGGER cadre_fill_crosswalk AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_crosswalk'
BEGIN
  INSERT INTO crosswalk (id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, from_scale_id, to_scale_id)
  SELECT id, framework_id, position, name, title, about, about_markdown, code, status, since, reviewed, retired_in, from_scale_id, to_scale_id FROM cadre_new_crosswalk AS new
  WHERE id IN (SELECT id FROM cadre_write WHERE kind = 'crosswalk')
  ON CONFLICT (id) DO UPDATE SET framework_id = excluded.framework_id, position = excluded.position, name = excluded.name, title = excluded.title, about = excluded.about, about_markdown = excluded.about_markdown, code = excluded.code, status = excluded.status, since = excluded.since, reviewed = excluded.reviewed, from_scale_id = excluded.from_scale_id, to_scale_id = excluded.to_scale_id,
    retired_in = iif(excluded.retired_in IS NULL, NULL, coalesce(retired_in, excluded.retired_in))
  WHERE crosswalk.framework_id IS NOT excluded.framework_id OR crosswalk.position IS NOT excluded.position OR crosswalk.name IS NOT excluded.name OR crosswalk.title IS NOT excluded.title OR crosswalk.about IS NOT excluded.about OR crosswalk.about_markdown IS NOT excluded.about_markdown OR crosswalk.code IS NOT excluded.code OR crosswalk.status IS NOT excluded.status OR crosswalk.since IS NOT excluded.since OR crosswalk.reviewed IS NOT excluded.reviewed OR crosswalk.from_scale_id IS NOT excluded.from_scale_id OR crosswalk.to_scale_id IS NOT excluded.to_scale_id
    OR (crosswalk.retired_in IS NULL) <> (excluded.retired_in IS NULL);
END;

CREATE TEMP TRIGGER cadre_fill_crosswalk_pair AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_crosswalk_pair'
BEGIN
  INSERT INTO crosswalk_pair (crosswalk_id, position, from_scale_id, from_level_id, from_level_value, to_scale_id, to_level_id, to_level_value)
  SELECT crosswalk_id, position, from_scale_id, from_level_id, from_level_value, to_scale_id, to_level_id, to_level_value FROM cadre_new_crosswalk_pair AS new
  WHERE crosswalk_id IN (SELECT id FROM cadre_write WHERE kind = 'crosswalk')
  ON CONFLICT (crosswalk_id, position) DO UPDATE SET from_scale_id = excluded.from_scale_id, from_level_id = excluded.from_level_id, from_level_value = excluded.from_level_value, to_scale_id = excluded.to_scale_id, to_level_id = excluded.to_level_id, to_level_value = excluded.to_level_value
  WHERE crosswalk_pair.from_scale_id IS NOT excluded.from_scale_id OR crosswalk_pair.from_level_id IS NOT excluded.from_level_id OR crosswalk_pair.from_level_value IS NOT excluded.from_level_value OR crosswalk_pair.to_scale_id IS NOT excluded.to_scale_id OR crosswalk_pair.to_level_id IS NOT excluded.to_level_id OR crosswalk_pair.to_level_value IS NOT excluded.to_level_value;
END;

CREATE TEMP TRIGGER cadre_fill_keyword AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_keyword'
BEGIN
  INSERT INTO keyword (kind, id, position, text)
  SELECT kind, id, position, text FROM cadre_new_keyword AS new
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
  ON CONFLICT (kind, id, position) DO UPDATE SET text = excluded.text
  WHERE keyword.text IS NOT excluded.text;
END;

CREATE TEMP TRIGGER cadre_fill_correspondence AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_correspondence'
BEGIN
  INSERT INTO correspondence (kind, id, position, relation, scheme, target)
  SELECT kind, id, position, relation, scheme, target FROM cadre_new_correspondence AS new
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
  ON CONFLICT (kind, id, position) DO UPDATE SET relation = excluded.relation, scheme = excluded.scheme, target = excluded.target
  WHERE correspondence.relation IS NOT excluded.relation OR correspondence.scheme IS NOT excluded.scheme OR correspondence.target IS NOT excluded.target;
END;

CREATE TEMP TRIGGER cadre_fill_former_name AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_former_name'
BEGIN
  INSERT INTO former_name (kind, id, position, name)
  SELECT kind, id, position, name FROM cadre_new_former_name AS new
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
  ON CONFLICT (kind, id, position) DO UPDATE SET name = excluded.name
  WHERE former_name.name IS NOT excluded.name;
END;

CREATE TEMP TRIGGER cadre_fill_replacement AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_replacement'
BEGIN
  INSERT INTO replacement (kind, id, replaced_id, position)
  SELECT kind, id, replaced_id, position FROM cadre_new_replacement AS new
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
  ON CONFLICT (kind, id, replaced_id) DO UPDATE SET position = excluded.position
  WHERE replacement.position IS NOT excluded.position;
END;

CREATE TEMP TRIGGER cadre_fill_deprecation AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_deprecation'
BEGIN
  INSERT INTO deprecation (kind, id, since, because, because_markdown, successor_id)
  SELECT kind, id, since, because, because_markdown, successor_id FROM cadre_new_deprecation AS new
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
  ON CONFLICT (kind, id) DO UPDATE SET since = excluded.since, because = excluded.because, because_markdown = excluded.because_markdown, successor_id = excluded.successor_id
  WHERE deprecation.since IS NOT excluded.since OR deprecation.because IS NOT excluded.because OR deprecation.because_markdown IS NOT excluded.because_markdown OR deprecation.successor_id IS NOT excluded.successor_id;
END;

CREATE TEMP TRIGGER cadre_fill_allowance AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_allowance'
BEGIN
  INSERT INTO allowance (kind, id, position, rule, because, because_markdown)
  SELECT kind, id, position, rule, because, because_markdown FROM cadre_new_allowance AS new
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
  ON CONFLICT (kind, id, position) DO UPDATE SET rule = excluded.rule, because = excluded.because, because_markdown = excluded.because_markdown
  WHERE allowance.rule IS NOT excluded.rule OR allowance.because IS NOT excluded.because OR allowance.because_markdown IS NOT excluded.because_markdown;
END;

CREATE TEMP TRIGGER cadre_fill_attribute_value AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_attribute_value'
BEGIN
  INSERT INTO attribute_value (kind, id, attribute_id, text, number, boolean)
  SELECT kind, id, attribute_id, text, number, boolean FROM cadre_new_attribute_value AS new
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
  ON CONFLICT (kind, id, attribute_id) DO UPDATE SET text = excluded.text, number = excluded.number, boolean = excluded.boolean
  WHERE attribute_value.text IS NOT excluded.text OR attribute_value.number IS NOT excluded.number OR attribute_value.boolean IS NOT excluded.boolean;
END;

CREATE TEMP TRIGGER cadre_fill_translation AFTER INSERT ON cadre_part
WHEN NEW.part = 'fill_translation'
BEGIN
  INSERT INTO translation (language, kind, id, field, position, text, text_markdown)
  SELECT language, kind, id, field, position, text, text_markdown FROM cadre_new_translation AS new
  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)
  ON CONFLICT (language, kind, id, field, position) DO UPDATE SET text = excluded.text, text_markdown = excluded.text_markdown
  WHERE translation.text IS NOT excluded.text OR translation.text_markdown IS NOT excluded.text_markdown;
END;

CREATE TEMP TRIGGER cadre_succeed AFTER INSERT ON cadre_part
WHEN NEW.part = 'succeed'
BEGIN
  UPDATE framework SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'framework' AND new.id = framework.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'framework');
  UPDATE framework SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_framework)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'framework');
  UPDATE scale SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'scale' AND new.id = scale.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'scale');
  UPDATE scale SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_scale)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'scale');
  UPDATE kind SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'kind' AND new.id = kind.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'kind');
  UPDATE kind SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_kind)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'kind');
  UPDATE category SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'category' AND new.id = category.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'category');
  UPDATE category SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_category)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'category');
  UPDATE family SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'family' AND new.id = family.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'family');
  UPDATE family SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_family)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'family');
  UPDATE attribute SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'attribute' AND new.id = attribute.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'attribute');
  UPDATE attribute SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_attribute)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'attribute');
  UPDATE statement SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'statement' AND new.id = statement.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'statement');
  UPDATE statement SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_statement)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'statement');
  UPDATE credential SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'credential' AND new.id = credential.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'credential');
  UPDATE credential SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_credential)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'credential');
  UPDATE competency SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'competency' AND new.id = competency.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'competency');
  UPDATE competency SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_competency)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'competency');
  UPDATE resource SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'resource' AND new.id = resource.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'resource');
  UPDATE resource SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_resource)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'resource');
  UPDATE profile SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'profile' AND new.id = profile.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'profile');
  UPDATE profile SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_profile)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'profile');
  UPDATE rule SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'rule' AND new.id = rule.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'rule');
  UPDATE rule SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_rule)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'rule');
  UPDATE path SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'path' AND new.id = path.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'path');
  UPDATE path SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_path)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'path');
  UPDATE crosswalk SET replaced_by =
    (SELECT successor_id FROM cadre_succession AS new WHERE new.kind = 'crosswalk' AND new.id = crosswalk.id)
  WHERE framework_id = 'thorny.main' AND id IN (SELECT id FROM cadre_succession WHERE kind = 'crosswalk');
  UPDATE crosswalk SET replaced_by = NULL
  WHERE framework_id = 'thorny.main' AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_crosswalk)
    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = 'crosswalk');
  INSERT INTO cadre_format SELECT 1
  WHERE NOT EXISTS (SELECT 1 FROM cadre_format);
END;

INSERT INTO temp.cadre_part VALUES
  ('check'),
  ('choose'),
  ('retire_scale'),
  ('retire_level'),
  ('retire_kind'),
  ('retire_category'),
  ('retire_family'),
  ('retire_attribute'),
  ('retire_statement'),
  ('retire_credential'),
  ('retire_competency'),
  ('retire_competency_level'),
  ('retire_competency_anchor'),
  ('retire_indicator'),
  ('retire_resource'),
  ('retire_profile'),
  ('retire_rule'),
  ('retire_path'),
  ('retire_crosswalk'),
  ('remove_translation'),
  ('remove_attribute_value'),
  ('remove_allowance'),
  ('remove_deprecation'),
  ('remove_replacement'),
  ('remove_former_name'),
  ('remove_correspondence'),
  ('remove_keyword'),
  ('remove_crosswalk_pair'),
  ('remove_path_step'),
  ('remove_requirement_origin'),
  ('remove_requirement'),
  ('remove_rule_requirement'),
  ('remove_rule_exception'),
  ('remove_rule_family'),
  ('remove_profile_credential'),
  ('remove_profile_statement'),
  ('remove_profile_drop'),
  ('remove_profile_base'),
  ('remove_resource_development'),
  ('remove_competency_credential'),
  ('remove_competency_statement'),
  ('remove_competency_text'),
  ('remove_competency_part_of'),
  ('remove_competency_category'),
  ('remove_attribute_choice'),
  ('remove_attribute_target'),
  ('remove_level_descriptor'),
  ('remove_framework_language'),
  ('make_room'),
  ('fill_framework'),
  ('fill_framework_language'),
  ('fill_scale'),
  ('fill_level'),
  ('fill_level_descriptor'),
  ('fill_kind'),
  ('fill_category'),
  ('fill_family'),
  ('fill_attribute'),
  ('fill_attribute_target'),
  ('fill_attribute_choice'),
  ('fill_statement'),
  ('fill_credential'),
  ('fill_competency'),
  ('fill_competency_level'),
  ('fill_competency_anchor'),
  ('fill_indicator'),
  ('fill_competency_category'),
  ('fill_competency_part_of'),
  ('fill_competency_text'),
  ('fill_competency_statement'),
  ('fill_competency_credential'),
  ('fill_resource'),
  ('fill_resource_development'),
  ('fill_profile'),
  ('fill_profile_base'),
  ('fill_profile_drop'),
  ('fill_profile_statement'),
  ('fill_profile_credential'),
  ('fill_rule'),
  ('fill_rule_family'),
  ('fill_rule_exception'),
  ('fill_rule_requirement'),
  ('fill_requirement'),
  ('fill_requirement_origin'),
  ('fill_path'),
  ('fill_path_step'),
  ('fill_crosswalk'),
  ('fill_crosswalk_pair'),
  ('fill_keyword'),
  ('fill_correspondence'),
  ('fill_former_name'),
  ('fill_replacement'),
  ('fill_deprecation'),
  ('fill_allowance'),
  ('fill_attribute_value'),
  ('fill_translation'),
  ('succeed');
INSERT INTO temp.cadre_end VALUES (1);

DROP TABLE IF EXISTS temp.cadre_name;
DROP TABLE IF EXISTS temp.cadre_step;
DROP TABLE IF EXISTS temp.cadre_part;
DROP TABLE IF EXISTS temp.cadre_end;
DROP TABLE IF EXISTS temp.cadre_write;
DROP TABLE IF EXISTS temp.cadre_succession;
DROP TABLE IF EXISTS temp.cadre_new_framework;
DROP TABLE IF EXISTS temp.cadre_new_framework_language;
DROP TABLE IF EXISTS temp.cadre_new_scale;
DROP TABLE IF EXISTS temp.cadre_new_level;
DROP TABLE IF EXISTS temp.cadre_new_level_descriptor;
DROP TABLE IF EXISTS temp.cadre_new_kind;
DROP TABLE IF EXISTS temp.cadre_new_category;
DROP TABLE IF EXISTS temp.cadre_new_family;
DROP TABLE IF EXISTS temp.cadre_new_attribute;
DROP TABLE IF EXISTS temp.cadre_new_attribute_target;
DROP TABLE IF EXISTS temp.cadre_new_attribute_choice;
DROP TABLE IF EXISTS temp.cadre_new_statement;
DROP TABLE IF EXISTS temp.cadre_new_credential;
DROP TABLE IF EXISTS temp.cadre_new_competency;
DROP TABLE IF EXISTS temp.cadre_new_competency_level;
DROP TABLE IF EXISTS temp.cadre_new_competency_anchor;
DROP TABLE IF EXISTS temp.cadre_new_indicator;
DROP TABLE IF EXISTS temp.cadre_new_competency_category;
DROP TABLE IF EXISTS temp.cadre_new_competency_part_of;
DROP TABLE IF EXISTS temp.cadre_new_competency_text;
DROP TABLE IF EXISTS temp.cadre_new_competency_statement;
DROP TABLE IF EXISTS temp.cadre_new_competency_credential;
DROP TABLE IF EXISTS temp.cadre_new_resource;
DROP TABLE IF EXISTS temp.cadre_new_resource_development;
DROP TABLE IF EXISTS temp.cadre_new_profile;
DROP TABLE IF EXISTS temp.cadre_new_profile_base;
DROP TABLE IF EXISTS temp.cadre_new_profile_drop;
DROP TABLE IF EXISTS temp.cadre_new_profile_statement;
DROP TABLE IF EXISTS temp.cadre_new_profile_credential;
DROP TABLE IF EXISTS temp.cadre_new_rule;
DROP TABLE IF EXISTS temp.cadre_new_rule_family;
DROP TABLE IF EXISTS temp.cadre_new_rule_exception;
DROP TABLE IF EXISTS temp.cadre_new_rule_requirement;
DROP TABLE IF EXISTS temp.cadre_new_requirement;
DROP TABLE IF EXISTS temp.cadre_new_requirement_origin;
DROP TABLE IF EXISTS temp.cadre_new_path;
DROP TABLE IF EXISTS temp.cadre_new_path_step;
DROP TABLE IF EXISTS temp.cadre_new_crosswalk;
DROP TABLE IF EXISTS temp.cadre_new_crosswalk_pair;
DROP TABLE IF EXISTS temp.cadre_new_keyword;
DROP TABLE IF EXISTS temp.cadre_new_correspondence;
DROP TABLE IF EXISTS temp.cadre_new_former_name;
DROP TABLE IF EXISTS temp.cadre_new_replacement;
DROP TABLE IF EXISTS temp.cadre_new_deprecation;
DROP TABLE IF EXISTS temp.cadre_new_allowance;
DROP TABLE IF EXISTS temp.cadre_new_attribute_value;
DROP TABLE IF EXISTS temp.cadre_new_translation;
COMMIT;
