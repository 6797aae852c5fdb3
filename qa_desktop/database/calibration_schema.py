"""The SQL of schema 4, which never changes once it is released."""

FOURTH_SCHEMA = """
-- Copies that came in a calibration package are graded blind and count nowhere else.
ALTER TABLE interactions ADD COLUMN purpose TEXT NOT NULL DEFAULT 'work'
  CHECK (purpose IN ('work', 'calibration'));;
DROP INDEX interactions_newest;;
DROP INDEX interactions_state;;
DROP INDEX interactions_drafts;;
DROP INDEX interactions_kind;;
DROP INDEX interactions_team;;
DROP INDEX interactions_queue;;
DROP INDEX interactions_whose;;
DROP INDEX interactions_graded;;
-- Each ends with what its own condition asks: SQLite looks every row up that it can't ask in the
-- index itself, even where all rows of the index are so.
CREATE INDEX interactions_newest
ON interactions (coalesce(started_at, imported_at) DESC, id, purpose) WHERE purpose = 'work';;
CREATE INDEX interactions_state
ON interactions (review_state, coalesce(started_at, imported_at) DESC, id, purpose)
WHERE purpose = 'work';;
CREATE INDEX interactions_drafts
ON interactions (coalesce(started_at, imported_at) DESC, id, review_has_draft, purpose)
WHERE purpose = 'work' AND review_has_draft = 1;;
CREATE INDEX interactions_kind
ON interactions (kind, coalesce(started_at, imported_at) DESC, purpose) WHERE purpose = 'work';;
CREATE INDEX interactions_team
ON interactions (team, coalesce(started_at, imported_at) DESC, purpose) WHERE purpose = 'work';;
CREATE INDEX interactions_queue
ON interactions (queue, coalesce(started_at, imported_at) DESC, purpose) WHERE purpose = 'work';;
CREATE INDEX interactions_whose
ON interactions (coalesce(agent_id, agent_name), agent_name, agent_id, purpose)
WHERE purpose = 'work';;
CREATE INDEX interactions_graded ON interactions (review_agent, agent_id, agent_name, purpose)
WHERE purpose = 'work' AND review_agent IS NOT NULL;;
CREATE INDEX interactions_copies ON interactions (purpose) WHERE purpose = 'calibration';;
CREATE TRIGGER interactions_keep_purpose BEFORE UPDATE OF purpose ON interactions
BEGIN SELECT RAISE(ABORT, 'what an interaction is here for cannot change'); END;;
-- A session that is deleted takes its copies and their reviews with it; the trail keeps that.
DROP TRIGGER submitted_kept;;
CREATE TRIGGER submitted_kept BEFORE DELETE ON review_revisions WHEN OLD.state = 'submitted'
AND NOT EXISTS (SELECT 1 FROM reviews JOIN interactions ON interactions.id = interaction_id
  WHERE reviews.id = OLD.review_id AND purpose = 'calibration')
BEGIN SELECT RAISE(ABORT, 'a submitted review cannot be deleted'); END;;

-- Who signs and opens: one a reviewer, made when it is first needed. Secrets: never exported.
CREATE TABLE calibration_identities (
  reviewer TEXT PRIMARY KEY,
  sign_seed BLOB NOT NULL CHECK (length(sign_seed) = 32),
  box_seed BLOB NOT NULL CHECK (length(box_seed) = 32),
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;;

-- Others, known by the fingerprint of their keys. A name is a label.
CREATE TABLE calibration_people (
  fingerprint TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sign_key BLOB NOT NULL CHECK (length(sign_key) = 32),
  box_key BLOB NOT NULL CHECK (length(box_key) = 32),
  first_seen_at TEXT NOT NULL,
  -- When somebody compared the code with the person.
  trusted_at TEXT,
  trusted_by TEXT,
  removed_at TEXT
) STRICT, WITHOUT ROWID;;

CREATE TABLE calibration_sessions (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('calibration', 'second')),
  title TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('sealed', 'strict')),
  -- In this workspace, for the reviewer of that name.
  role TEXT NOT NULL CHECK (role IN ('lead', 'participant')),
  reviewer TEXT NOT NULL,
  lead TEXT NOT NULL,
  rubric_id TEXT NOT NULL,
  rubric_version INTEGER NOT NULL,
  rubric_hash TEXT NOT NULL,
  -- Where its files are exchanged; NULL: by hand.
  folder TEXT,
  made_at TEXT NOT NULL,
  closed_at TEXT,
  revealed_at TEXT,
  -- The lead's alone: what opens sealed submissions, and what the reference was committed with.
  session_secret BLOB,
  reference TEXT,
  reference_nonce BLOB,
  -- What the lead signed last: the list of what counts.
  closing BLOB,
  reveal_hash TEXT,
  FOREIGN KEY (rubric_id, rubric_version) REFERENCES rubric_versions (rubric_id, version)
) STRICT, WITHOUT ROWID;;

-- Every revision of a session's manifest, as it was signed; each names the one before.
CREATE TABLE calibration_manifests (
  session_id TEXT NOT NULL REFERENCES calibration_sessions (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  hash TEXT NOT NULL UNIQUE,
  manifest BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (session_id, revision)
) STRICT, WITHOUT ROWID;;

-- What is graded, under the pseudonym that everybody uses; and the copy of it in this workspace.
CREATE TABLE calibration_interactions (
  session_id TEXT NOT NULL REFERENCES calibration_sessions (id) ON DELETE CASCADE,
  pseudonym TEXT NOT NULL,
  position INTEGER NOT NULL,
  interaction_id TEXT NOT NULL REFERENCES interactions (id),
  -- The lead alone knows which interaction it was made from, and whose earlier review is the
  -- reference or, in double scoring, the first opinion.
  origin_id TEXT REFERENCES interactions (id),
  origin_review_id TEXT REFERENCES reviews (id),
  PRIMARY KEY (session_id, pseudonym)
) STRICT, WITHOUT ROWID;;
CREATE UNIQUE INDEX calibration_interactions_copy ON calibration_interactions (interaction_id);;

-- Signed and sealed submissions, one's own and those that arrived. `content` is the file as it was
-- written; `opening` the payload once it may be read.
CREATE TABLE calibration_submissions (
  hash TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES calibration_sessions (id) ON DELETE CASCADE,
  fingerprint TEXT NOT NULL,
  pseudonym TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  file_name TEXT NOT NULL,
  content BLOB NOT NULL,
  seen_at TEXT NOT NULL,
  -- The review of this workspace that it was made of, where it is one's own.
  review_id TEXT REFERENCES reviews (id),
  review_revision INTEGER,
  -- Strict mode: the key that its writer keeps until the closing, and what others released.
  own_key BLOB,
  released_key BLOB,
  opening BLOB,
  result TEXT
) STRICT, WITHOUT ROWID;;
CREATE INDEX calibration_submissions_of
ON calibration_submissions (session_id, fingerprint, pseudonym, revision);;

-- Files that were looked at and not taken, each with the cause; so that they are told once.
CREATE TABLE calibration_refusals (
  hash TEXT NOT NULL,
  session_id TEXT NOT NULL REFERENCES calibration_sessions (id) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  verdict TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}',
  seen_at TEXT NOT NULL,
  PRIMARY KEY (session_id, hash)
) STRICT, WITHOUT ROWID;;

-- Strict mode: the files with the keys that participants released after the closing.
CREATE TABLE calibration_releases (
  hash TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES calibration_sessions (id) ON DELETE CASCADE,
  fingerprint TEXT NOT NULL,
  content BLOB NOT NULL,
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;;

-- Who is left out of the count, and why.
CREATE TABLE calibration_exclusions (
  session_id TEXT NOT NULL REFERENCES calibration_sessions (id) ON DELETE CASCADE,
  fingerprint TEXT NOT NULL,
  pseudonym TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL,
  excluded_at TEXT NOT NULL,
  PRIMARY KEY (session_id, fingerprint, pseudonym)
) STRICT, WITHOUT ROWID;;

-- Files on their way: written to the folder as soon as it is there.
CREATE TABLE calibration_outbox (
  id TEXT PRIMARY KEY,
  session_id TEXT REFERENCES calibration_sessions (id) ON DELETE CASCADE,
  folder TEXT,
  file_name TEXT NOT NULL,
  -- Itself, or where in the workspace's folder it lies: packages hold sound.
  content BLOB,
  source TEXT,
  made_at TEXT NOT NULL,
  delivered_at TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  CHECK ((content IS NULL) <> (source IS NULL))
) STRICT, WITHOUT ROWID;;

-- What was decided in the meeting: precedents, and proposals for the rubric's guidance.
CREATE TABLE calibration_rulings (
  id TEXT PRIMARY KEY,
  session_id TEXT REFERENCES calibration_sessions (id) ON DELETE SET NULL,
  rubric_id TEXT NOT NULL,
  rubric_version INTEGER NOT NULL,
  item_id TEXT NOT NULL,
  -- NULL: it is about the item, not about one interaction.
  pseudonym TEXT,
  text TEXT NOT NULL,
  -- The answer that was agreed on, as in ANSWERS.json; NULL: only words.
  answer TEXT,
  tags TEXT NOT NULL DEFAULT '[]',
  ruled_at TEXT NOT NULL,
  ruled_by TEXT NOT NULL,
  -- The draft of the rubric that it was proposed in.
  proposed_draft_id TEXT,
  proposed_at TEXT,
  withdrawn_at TEXT
) STRICT, WITHOUT ROWID;;
CREATE INDEX calibration_rulings_item ON calibration_rulings (rubric_id, item_id);;

-- What is typed in a meeting before it is decided, so that a crash loses nothing.
CREATE TABLE calibration_ruling_drafts (
  session_id TEXT NOT NULL REFERENCES calibration_sessions (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL,
  -- '': it is about the item, not about one interaction.
  pseudonym TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  answer TEXT,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (session_id, item_id, pseudonym)
) STRICT, WITHOUT ROWID;;

-- The answers that a meeting agreed on, by interaction and item, where they were made the
-- session's reference; the one of its beginning stays beside them.
CREATE TABLE calibration_consensus (
  session_id TEXT PRIMARY KEY REFERENCES calibration_sessions (id) ON DELETE CASCADE,
  answers TEXT NOT NULL,
  agreed_at TEXT NOT NULL,
  agreed_by TEXT NOT NULL,
  -- Taken back: the statistics go by the reference of the beginning again.
  withdrawn_at TEXT
) STRICT, WITHOUT ROWID;;

-- Which reviews were drawn for a second opinion, or ask for one, and what became of it.
CREATE TABLE second_opinions (
  review_id TEXT PRIMARY KEY REFERENCES reviews (id),
  cause TEXT NOT NULL CHECK (cause IN ('drawn', 'disputed', 'asked')),
  drawn_at TEXT NOT NULL,
  -- Who asked, and what the second reviewer's colleague should know: never sent along.
  asked_by TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  session_id TEXT REFERENCES calibration_sessions (id) ON DELETE SET NULL,
  dropped_at TEXT,
  drop_reason TEXT,
  CHECK ((dropped_at IS NULL) = (drop_reason IS NULL))
) STRICT, WITHOUT ROWID;;
"""
