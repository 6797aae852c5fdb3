"""The SQL of schemas 1 to 3, which never changes."""

FIRST_SCHEMA = """
CREATE TABLE workspace_facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;;

CREATE TABLE import_batches (
  id TEXT PRIMARY KEY, imported_at TEXT NOT NULL, source TEXT NOT NULL, undone_at TEXT
) STRICT;;

CREATE TABLE interactions (
  -- The search index counts by it; everything else goes by id.
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('recording', 'chat', 'ticket')),
  title TEXT NOT NULL,
  external_id TEXT,
  content_hash TEXT NOT NULL UNIQUE,
  source_name TEXT NOT NULL,
  batch_id TEXT NOT NULL REFERENCES import_batches (id),
  -- The batch that brought the words, where they came later than the sound.
  transcript_batch_id TEXT REFERENCES import_batches (id),
  imported_at TEXT NOT NULL,
  duration_ms INTEGER,
  agent_id TEXT, agent_name TEXT, team TEXT, queue TEXT, customer_ref TEXT, direction TEXT,
  started_at TEXT, language TEXT,
  tags TEXT NOT NULL DEFAULT '[]',
  csat REAL, nps REAL, handle_time_s REAL, transfers INTEGER,
  -- What the list shows of its reviews, kept by the review store so that 100,000 rows filter fast.
  review_state TEXT NOT NULL DEFAULT 'ungraded'
    CHECK (review_state IN ('ungraded', 'draft', 'submitted')),
  review_has_draft INTEGER NOT NULL DEFAULT 0 CHECK (review_has_draft IN (0, 1)),
  review_id TEXT, review_revision INTEGER,
  review_score TEXT, review_grade TEXT, review_outcome TEXT
) STRICT;;
CREATE INDEX interactions_external ON interactions (external_id);;
CREATE INDEX interactions_batch ON interactions (batch_id);;
CREATE INDEX interactions_newest ON interactions (coalesce(started_at, imported_at) DESC, id);;
CREATE INDEX interactions_state
ON interactions (review_state, coalesce(started_at, imported_at) DESC, id);;
CREATE INDEX interactions_drafts
ON interactions (coalesce(started_at, imported_at) DESC, id) WHERE review_has_draft = 1;;
CREATE INDEX interactions_kind ON interactions (kind, coalesce(started_at, imported_at) DESC);;
CREATE INDEX interactions_team ON interactions (team, coalesce(started_at, imported_at) DESC);;
CREATE INDEX interactions_queue ON interactions (queue, coalesce(started_at, imported_at) DESC);;
CREATE INDEX interactions_whose ON interactions (coalesce(agent_id, agent_name), agent_name);;

CREATE TABLE interaction_tags (
  tag TEXT NOT NULL,
  interaction_id TEXT NOT NULL REFERENCES interactions (id) ON DELETE CASCADE,
  PRIMARY KEY (tag, interaction_id)
) STRICT, WITHOUT ROWID;;
CREATE INDEX interaction_tags_of ON interaction_tags (interaction_id);;
CREATE TRIGGER interactions_tagged AFTER INSERT ON interactions WHEN NEW.tags <> '[]' BEGIN
  INSERT OR IGNORE INTO interaction_tags SELECT value, NEW.id FROM json_each(NEW.tags);
END;;
CREATE TRIGGER interactions_retagged AFTER UPDATE OF tags ON interactions BEGIN
  DELETE FROM interaction_tags WHERE interaction_id = NEW.id;
  INSERT OR IGNORE INTO interaction_tags SELECT value, NEW.id FROM json_each(NEW.tags);
END;;

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
  words TEXT,
  internal INTEGER NOT NULL DEFAULT 0 CHECK (internal IN (0, 1)),
  attachments TEXT,
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
CREATE TRIGGER reviews_fixed BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'what a review is about cannot change'); END;;

CREATE TABLE review_revisions (
  review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted')),
  reviewer TEXT NOT NULL,
  correction_reason TEXT,
  scenario TEXT,
  summary TEXT NOT NULL DEFAULT '',
  started_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  submitted_at TEXT,
  outcome TEXT, score TEXT, grade TEXT,
  result TEXT,
  PRIMARY KEY (review_id, revision),
  CHECK ((state = 'submitted') = (submitted_at IS NOT NULL AND result IS NOT NULL))
) STRICT, WITHOUT ROWID;;

CREATE TABLE answers (
  review_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  item_id TEXT NOT NULL,
  answer TEXT,
  comment TEXT NOT NULL DEFAULT '',
  reasons TEXT NOT NULL DEFAULT '[]',
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
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  draft TEXT NOT NULL,
  PRIMARY KEY (review_id, revision, position),
  FOREIGN KEY (review_id, revision)
    REFERENCES review_revisions (review_id, revision) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;;
CREATE INDEX review_steps_undone ON review_steps (review_id, revision, position) WHERE undone = 1;;

CREATE TABLE search_rows (
  -- The interaction's number << 20, and which of its texts it is: so that the interactions of very
  -- many hits are known from the hits' rowids alone.
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  -- No cascade: what is deleted must leave the full-text index too, and FTS5 can't be reached from
  -- a trigger while trusted_schema is off.
  interaction_id TEXT NOT NULL REFERENCES interactions (id),
  UNIQUE (kind, subject)
) STRICT;;
CREATE INDEX search_rows_interaction ON search_rows (interaction_id);;
CREATE VIRTUAL TABLE search USING fts5 (
  body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
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

SUBMITTED_FIXED = """
CREATE TRIGGER {table}_fixed_{verb} BEFORE {verb} ON {table} WHEN EXISTS (
  SELECT 1 FROM review_revisions
  WHERE review_id = {row}.review_id AND revision = {row}.revision AND state = 'submitted'
) BEGIN SELECT RAISE(ABORT, 'a submitted review cannot change'); END
"""

SECOND_SCHEMA = """
-- Whom a review of an interaction with several agents is of: an author of its turns.
ALTER TABLE review_revisions ADD COLUMN graded_agent TEXT;;
-- What a help desk's ids stand for: people and groups, as far as the export names them.
ALTER TABLE ticket_events ADD COLUMN old_name TEXT;;
ALTER TABLE ticket_events ADD COLUMN new_name TEXT;;

-- The same as graded_agent, of the review that the list shows.
ALTER TABLE interactions ADD COLUMN review_agent TEXT;;
CREATE INDEX interactions_graded
ON interactions (review_agent, agent_id, agent_name) WHERE review_agent IS NOT NULL;;

-- The turn that end_char counts in, where words of several turns are quoted.
ALTER TABLE comments ADD COLUMN end_turn INTEGER;;

-- The reviewer's own measure of his work: in no audit trail, no export, no report.
CREATE TABLE grading_times (
  review_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  spent_ms INTEGER NOT NULL CHECK (spent_ms >= 0),
  PRIMARY KEY (review_id, revision),
  FOREIGN KEY (review_id, revision)
    REFERENCES review_revisions (review_id, revision) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;;

-- What was heard otherwise than imported. The imported text stays in turns; start and end count
-- its characters, so that comments anchored to it hold.
CREATE TABLE word_corrections (
  interaction_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL CHECK (end_char >= start_char),
  text TEXT NOT NULL,
  corrected_at TEXT NOT NULL,
  corrected_by TEXT NOT NULL,
  PRIMARY KEY (interaction_id, position, start_char),
  FOREIGN KEY (interaction_id, position)
    REFERENCES turns (interaction_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;;

-- Whom a speaker of the import really is; '' as the imported author where it named none.
CREATE TABLE speakers (
  interaction_id TEXT NOT NULL REFERENCES interactions (id) ON DELETE CASCADE,
  imported_role TEXT NOT NULL,
  imported_author TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('agent', 'customer', 'bot', 'system', 'other')),
  name TEXT,
  PRIMARY KEY (interaction_id, imported_role, imported_author)
) STRICT, WITHOUT ROWID;;

-- Which side the agent is on in recordings of one source.
CREATE TABLE source_channels (
  source TEXT PRIMARY KEY,
  agent_channel TEXT NOT NULL CHECK (agent_channel IN ('left', 'right', 'mono'))
) STRICT, WITHOUT ROWID;;
"""

THIRD_SCHEMA = """
CREATE TABLE rubric_drafts (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  -- The published version that it was opened from.
  based_on_id TEXT, based_on_version INTEGER,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  -- Published or discarded: out of the way, and kept.
  closed_at TEXT
) STRICT;;
CREATE TABLE rubric_draft_steps (
  draft_id TEXT NOT NULL REFERENCES rubric_drafts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  source TEXT NOT NULL,
  PRIMARY KEY (draft_id, position)
) STRICT, WITHOUT ROWID;;

CREATE TABLE rubric_libraries (
  folder TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  read_only INTEGER NOT NULL CHECK (read_only IN (0, 1)),
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;;
-- Which files of a library were already looked at, so that new and changed ones are noticed.
CREATE TABLE rubric_library_files (
  folder TEXT NOT NULL REFERENCES rubric_libraries (folder) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  hash TEXT NOT NULL,
  rubric_id TEXT, version INTEGER,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (folder, file_name)
) STRICT, WITHOUT ROWID;;

-- A version's signature, fixed like the rest of it; and who took it out of use.
ALTER TABLE rubric_versions ADD COLUMN published_by TEXT;;
ALTER TABLE rubric_versions ADD COLUMN note TEXT NOT NULL DEFAULT '';;
ALTER TABLE rubric_versions ADD COLUMN retired_by TEXT;;
UPDATE rubric_versions SET published_by = (SELECT actor FROM audit WHERE
  action = 'rubric.published' AND subject = rubric_id || ':' || version ORDER BY seq LIMIT 1);;
CREATE TRIGGER rubric_versions_signed BEFORE UPDATE OF published_by, note ON rubric_versions
BEGIN SELECT RAISE(ABORT, 'a published rubric version cannot change'); END;;
CREATE TRIGGER rubric_versions_kept BEFORE DELETE ON rubric_versions
BEGIN SELECT RAISE(ABORT, 'a published rubric version cannot be deleted'); END;;
-- INSERT OR REPLACE would delete and write anew without a word to the triggers above.
CREATE TRIGGER rubric_versions_once BEFORE INSERT ON rubric_versions WHEN EXISTS (
  SELECT 1 FROM rubric_versions WHERE rubric_id = NEW.rubric_id AND version = NEW.version
) BEGIN SELECT RAISE(ABORT, 'a published rubric version cannot change'); END;;

-- Somebody looked at a rubric and found that it still fits, see review_every in its file.
CREATE TABLE rubric_checkups (
  rubric_id TEXT NOT NULL,
  checked_at TEXT NOT NULL,
  checked_by TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (rubric_id, checked_at)
) STRICT, WITHOUT ROWID;;
"""
