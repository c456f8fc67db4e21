-- Migration 2: what cases are begun with, and what happens to a case after it was sealed.
-- docs/database.md explains the tables. Never edited after its release: a change is a new migration.

-- Methods, catalogues, rule packs and local additions, byte for byte.
CREATE TABLE definitions (
  digest  TEXT NOT NULL PRIMARY KEY,      -- SHA-256 of bytes, 64 hexadecimal digits
  kind    TEXT NOT NULL CHECK (kind IN ('method', 'catalogue', 'rules', 'addition')),
  id      TEXT NOT NULL,
  version TEXT NOT NULL,
  bytes   BLOB NOT NULL
) STRICT;

CREATE INDEX definitions_by_name ON definitions (kind, id, version);

-- The local additions that new cases begin with.
CREATE TABLE additions (
  id     TEXT    NOT NULL PRIMARY KEY,    -- the addition's own: one version of it is in use
  digest TEXT    NOT NULL REFERENCES definitions (digest),
  name   TEXT    NOT NULL,                -- of the file that it was read from
  added  TEXT    NOT NULL,
  place  INTEGER NOT NULL UNIQUE          -- counts additions: they are applied in this order
) STRICT;

-- What happens to a sealed case, such as a consent that is withdrawn.
CREATE TABLE events (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT    NOT NULL REFERENCES cases (id),
  kind    TEXT    NOT NULL,
  id      TEXT    NOT NULL,               -- of the part that it happened to
  json    TEXT    NOT NULL,
  at      TEXT    NOT NULL
) STRICT;

CREATE INDEX events_of_case ON events (case_id, seq);

-- What is written once. An INSERT is looked at as well, since REPLACE deletes without a word.

CREATE TRIGGER definitions_insert BEFORE INSERT ON definitions
WHEN EXISTS (SELECT 1 FROM definitions WHERE digest = NEW.digest)
BEGIN SELECT RAISE (ABORT, 'a definition is written once'); END;

CREATE TRIGGER definitions_update BEFORE UPDATE ON definitions
BEGIN SELECT RAISE (ABORT, 'a definition is written once'); END;

CREATE TRIGGER definitions_delete BEFORE DELETE ON definitions
BEGIN SELECT RAISE (ABORT, 'a definition is written once'); END;

CREATE TRIGGER events_insert BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'events are added to sealed cases, and only added'); END;

CREATE TRIGGER events_update BEFORE UPDATE ON events
BEGIN SELECT RAISE (ABORT, 'events are append-only'); END;

CREATE TRIGGER events_delete BEFORE DELETE ON events
BEGIN SELECT RAISE (ABORT, 'events are append-only'); END;
