-- Migration 3: when the meeting of a case paused, for the list of cases.
-- docs/database.md explains the tables. Never edited after its release: a change is a new migration.

ALTER TABLE cases ADD COLUMN paused TEXT;
