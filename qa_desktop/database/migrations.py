"""The schema's history: append-only, each step complete in itself and importing no live code."""

import sqlite_utils
from sqlite_utils.migrations import Migrations

migrations = Migrations("qa-desktop")


@migrations()
def m0001_first_schema(db: sqlite_utils.Database) -> None:
    """Interactions, rubrics, reviews, search, audit."""
    for statement in _FIRST_SCHEMA.split(";;"):
        if statement.strip():
            db.execute(statement)


_FIRST_SCHEMA = """
CREATE TABLE import_batches (
  id TEXT PRIMARY KEY, imported_at TEXT NOT NULL, source TEXT NOT NULL, undone_at TEXT
) STRICT;;

CREATE TABLE interactions (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('recording', 'chat', 'ticket')),
  title TEXT NOT NULL,
  external_id TEXT,
  content_hash TEXT NOT NULL UNIQUE,
  source_name TEXT NOT NULL,
  batch_id TEXT NOT NULL REFERENCES import_batches (id),
  imported_at TEXT NOT NULL,
  duration_ms INTEGER,
  agent_id TEXT, agent_name TEXT, team TEXT, queue TEXT, customer_ref TEXT, direction TEXT,
  started_at TEXT, language TEXT,
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
  csat REAL, nps REAL, handle_time_s REAL, transfers INTEGER
) STRICT;;
CREATE INDEX interactions_started ON interactions (started_at DESC, id);;
CREATE INDEX interactions_agent ON interactions (agent_id, started_at DESC);;
CREATE INDEX interactions_external ON interactions (external_id);;
CREATE INDEX interactions_batch ON interactions (batch_id);;

CREATE TABLE recordings (
  id TEXT PRIMARY KEY,
  interaction_id TEXT NOT NULL REFERENCES interactions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  media_hash TEXT NOT NULL,
  file_name TEXT NOT NULL,
  path TEXT NOT NULL,
  referenced INTEGER NOT NULL CHECK (referenced IN (0, 1)),
  duration_ms INTEGER NOT NULL,
  sample_rate_hz INTEGER NOT NULL,
  channels INTEGER NOT NULL,
  codec TEXT NOT NULL,
  agent_channel TEXT NOT NULL CHECK (agent_channel IN ('left', 'right', 'mono')),
  offset_ms INTEGER NOT NULL DEFAULT 0,
  UNIQUE (interaction_id, position)
) STRICT;;
CREATE INDEX recordings_media ON recordings (media_hash);;

CREATE TABLE turns (
  interaction_id TEXT NOT NULL REFERENCES interactions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('agent', 'customer', 'bot', 'system', 'other')),
  author TEXT,
  text TEXT NOT NULL,
  start_ms INTEGER, end_ms INTEGER, sent_at TEXT,
  words TEXT CHECK (words IS NULL OR json_valid(words)),
  internal INTEGER NOT NULL DEFAULT 0 CHECK (internal IN (0, 1)),
  attachments TEXT CHECK (attachments IS NULL OR json_valid(attachments)),
  PRIMARY KEY (interaction_id, position)
) STRICT, WITHOUT ROWID;;

CREATE TABLE ticket_events (
  interaction_id TEXT NOT NULL REFERENCES interactions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  at TEXT, actor TEXT, field TEXT NOT NULL, old TEXT, new TEXT,
  PRIMARY KEY (interaction_id, position)
) STRICT, WITHOUT ROWID;;

CREATE TABLE rubric_versions (
  rubric_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  source TEXT NOT NULL,
  published_at TEXT NOT NULL,
  retired_at TEXT,
  PRIMARY KEY (rubric_id, version)
) STRICT, WITHOUT ROWID;;
CREATE TRIGGER rubric_versions_fixed BEFORE UPDATE OF rubric_id, version, hash, source, published_at
ON rubric_versions BEGIN SELECT RAISE(ABORT, 'a published rubric version cannot change'); END;;

CREATE TABLE reviews (
  id TEXT PRIMARY KEY,
  interaction_id TEXT NOT NULL REFERENCES interactions (id),
  rubric_id TEXT NOT NULL,
  rubric_version INTEGER NOT NULL,
  rubric_hash TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  created_at TEXT NOT NULL,
  FOREIGN KEY (rubric_id, rubric_version) REFERENCES rubric_versions (rubric_id, version)
) STRICT;;
CREATE INDEX reviews_interaction ON reviews (interaction_id);;

CREATE TABLE review_revisions (
  review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted')),
  correction_reason TEXT,
  scenario TEXT,
  summary TEXT NOT NULL DEFAULT '',
  started_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  submitted_at TEXT,
  outcome TEXT, score TEXT, grade TEXT,
  result TEXT CHECK (result IS NULL OR json_valid(result)),
  PRIMARY KEY (review_id, revision),
  CHECK ((state = 'submitted') = (submitted_at IS NOT NULL AND result IS NOT NULL))
) STRICT, WITHOUT ROWID;;

CREATE TABLE answers (
  review_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  item_id TEXT NOT NULL,
  answer TEXT CHECK (answer IS NULL OR json_valid(answer)),
  comment TEXT NOT NULL DEFAULT '',
  reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
  mark_start_ms INTEGER, mark_end_ms INTEGER,
  PRIMARY KEY (review_id, revision, item_id),
  FOREIGN KEY (review_id, revision)
    REFERENCES review_revisions (review_id, revision) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;;

CREATE TABLE review_adjustments (
  review_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  adjustment_id TEXT NOT NULL,
  times INTEGER NOT NULL CHECK (times > 0),
  PRIMARY KEY (review_id, revision, adjustment_id),
  FOREIGN KEY (review_id, revision)
    REFERENCES review_revisions (review_id, revision) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;;

CREATE TABLE comments (
  review_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('deduction', 'praise', 'coaching', 'question')),
  text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  start_ms INTEGER, end_ms INTEGER, channel INTEGER,
  turn INTEGER, start_char INTEGER, end_char INTEGER,
  item_id TEXT,
  PRIMARY KEY (review_id, revision, id),
  FOREIGN KEY (review_id, revision)
    REFERENCES review_revisions (review_id, revision) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;;

CREATE TABLE review_steps (
  review_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  PRIMARY KEY (review_id, revision, position),
  FOREIGN KEY (review_id, revision)
    REFERENCES review_revisions (review_id, revision) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;;

CREATE VIRTUAL TABLE search USING fts5 (
  body, kind UNINDEXED, subject UNINDEXED, interaction_id UNINDEXED,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;;
CREATE TABLE audit_payloads (
  seq INTEGER PRIMARY KEY REFERENCES audit (seq),
  salt TEXT NOT NULL,
  payload TEXT NOT NULL
) STRICT;;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail cannot be changed'); END;;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail cannot be changed'); END;;

CREATE TRIGGER submitted_fixed BEFORE UPDATE ON review_revisions WHEN OLD.state = 'submitted'
BEGIN SELECT RAISE(ABORT, 'a submitted review cannot change'); END;;
CREATE TRIGGER submitted_kept BEFORE DELETE ON review_revisions WHEN OLD.state = 'submitted'
BEGIN SELECT RAISE(ABORT, 'a submitted review cannot be deleted'); END;;
"""
