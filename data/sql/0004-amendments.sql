-- Migration 4: documents that follow a sealed record, and the one that is being written.
-- docs/database.md explains the tables. Never edited after its release: a change is a new migration.

-- Which document of a case follows which. Its files are rows of records, with its own document_id.
CREATE TABLE amendments (
  case_id         TEXT    NOT NULL REFERENCES cases (id),
  number          INTEGER NOT NULL,       -- among the documents of its case: 2 and on
  document_id     TEXT    NOT NULL,
  record          INTEGER NOT NULL REFERENCES records (seq),  -- its first row
  previous_id     TEXT    NOT NULL,       -- the document before it
  previous_digest TEXT    NOT NULL,       -- SHA-256 of that one's PDF as it stood
  PRIMARY KEY (case_id, number),
  UNIQUE (case_id, document_id)
) STRICT;

-- The amendment of a case that is being written: at most one, and gone when it is sealed.
CREATE TABLE drafts (
  case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id),
  json    TEXT NOT NULL,
  begun   TEXT NOT NULL,
  updated TEXT NOT NULL
) STRICT;

CREATE TRIGGER amendments_insert BEFORE INSERT ON amendments
WHEN NEW.number <> (SELECT count (*) + 2 FROM amendments WHERE case_id = NEW.case_id)
  OR EXISTS (SELECT 1 FROM amendments WHERE case_id = NEW.case_id AND document_id = NEW.document_id)
  OR NOT EXISTS (SELECT 1 FROM records
                 WHERE seq = NEW.record AND case_id = NEW.case_id AND document_id = NEW.document_id)
  OR NOT EXISTS (SELECT 1 FROM records
                 WHERE seq < NEW.record AND case_id = NEW.case_id AND document_id = NEW.previous_id)
BEGIN SELECT RAISE (ABORT, 'an amendment follows the document before it, once'); END;

CREATE TRIGGER amendments_update BEFORE UPDATE ON amendments
BEGIN SELECT RAISE (ABORT, 'amendments are append-only'); END;

CREATE TRIGGER amendments_delete BEFORE DELETE ON amendments
BEGIN SELECT RAISE (ABORT, 'amendments are append-only'); END;

CREATE TRIGGER drafts_insert BEFORE INSERT ON drafts
WHEN NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND state = 'sealed')
BEGIN SELECT RAISE (ABORT, 'only a sealed case is amended'); END;

CREATE TRIGGER drafts_update BEFORE UPDATE OF case_id ON drafts
BEGIN SELECT RAISE (ABORT, 'a draft stays with its case'); END;
