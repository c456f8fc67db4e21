-- Migration 1: cases in parts, and sealed records. docs/database.md explains the tables.
-- Never edited after its release: a change is a new migration.

CREATE TABLE cases (
  id         TEXT    NOT NULL PRIMARY KEY,
  number     TEXT    NOT NULL,
  alias      TEXT    NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('preparing', 'meeting', 'sealed')),
  follow_up  TEXT,
  owner      TEXT    NOT NULL,
  updated    TEXT    NOT NULL,
  updated_us INTEGER NOT NULL,            -- the instant of updated, for sorting
  touched    INTEGER NOT NULL UNIQUE,     -- counts writes, for sorting within one instant
  searched   TEXT    NOT NULL,            -- number and alias, case-folded
  removed    INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

CREATE INDEX cases_newest ON cases (removed, updated_us DESC, touched DESC);

-- The parts as they are now.
CREATE TABLE parts (
  case_id TEXT    NOT NULL REFERENCES cases (id),
  kind    TEXT    NOT NULL,
  id      TEXT    NOT NULL,
  json    TEXT    NOT NULL,
  place   INTEGER NOT NULL,               -- journal.seq of its first put
  PRIMARY KEY (case_id, kind, id)
) STRICT;

CREATE INDEX parts_in_order ON parts (case_id, kind, place);

-- All they have ever been; json NULL means taken away.
CREATE TABLE journal (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT    NOT NULL REFERENCES cases (id),
  kind    TEXT    NOT NULL,
  id      TEXT    NOT NULL,
  json    TEXT,
  at      TEXT    NOT NULL
) STRICT;

CREATE INDEX journal_of_case ON journal (case_id, seq);
CREATE INDEX journal_of_part ON journal (case_id, kind, id, seq);

CREATE TABLE records (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id     TEXT    NOT NULL REFERENCES cases (id),
  revision    INTEGER NOT NULL,
  document_id TEXT    NOT NULL,
  sealed      TEXT    NOT NULL,
  pdf         BLOB    NOT NULL,
  twin        BLOB    NOT NULL,
  previous    TEXT    NOT NULL,           -- digest of the row before, '' for the first
  digest      TEXT    NOT NULL,
  UNIQUE (case_id, revision)
) STRICT;

-- What is written once. An INSERT is looked at as well, since REPLACE deletes without a word.

CREATE TRIGGER journal_insert BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;

CREATE TRIGGER records_insert BEFORE INSERT ON records
WHEN EXISTS (SELECT 1 FROM records WHERE seq = NEW.seq)
  OR NEW.revision <> (SELECT count (*) + 1 FROM records WHERE case_id = NEW.case_id)
  OR NEW.previous <> coalesce ((SELECT digest FROM records ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE (ABORT, 'records are append-only'); END;

CREATE TRIGGER records_update BEFORE UPDATE ON records
BEGIN SELECT RAISE (ABORT, 'records are append-only'); END;

CREATE TRIGGER records_delete BEFORE DELETE ON records
BEGIN SELECT RAISE (ABORT, 'records are append-only'); END;

-- What no longer changes once its case is sealed.

CREATE TRIGGER parts_insert BEFORE INSERT ON parts
WHEN EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'the case is sealed'); END;

CREATE TRIGGER parts_update BEFORE UPDATE ON parts
WHEN EXISTS (SELECT 1 FROM cases WHERE id IN (OLD.case_id, NEW.case_id) AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'the case is sealed'); END;

CREATE TRIGGER parts_delete BEFORE DELETE ON parts
WHEN EXISTS (SELECT 1 FROM cases WHERE id = OLD.case_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'the case is sealed'); END;

CREATE TRIGGER cases_insert BEFORE INSERT ON cases
WHEN NEW.state = 'sealed' OR EXISTS (SELECT 1 FROM cases WHERE id = NEW.id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'the case is sealed, or would be without a record'); END;

CREATE TRIGGER cases_update BEFORE UPDATE OF id, number, alias, state, updated, updated_us, searched, removed ON cases
WHEN OLD.state = 'sealed'
BEGIN SELECT RAISE (ABORT, 'the case is sealed'); END;

CREATE TRIGGER cases_seal BEFORE UPDATE OF state ON cases
WHEN NEW.state = 'sealed' AND NOT EXISTS (SELECT 1 FROM records WHERE case_id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'a case is sealed with its record'); END;

CREATE TRIGGER cases_delete BEFORE DELETE ON cases
BEGIN SELECT RAISE (ABORT, 'cases are never deleted, only marked as removed'); END;
