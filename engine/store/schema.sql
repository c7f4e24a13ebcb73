-- The record of a store, version 1: one SQLite file, record.db, that anyone may
-- query. This file is what the engine runs to make it, and what it means.
--
-- Versions: PRAGMA user_version holds the version of this schema. A store of
-- another version is refused by name. There is no older one yet; the engine that
-- makes version 2 brings a store of version 1 forward in one transaction.
--
-- Keys: every table has an integer key, `row`, given once and never used again.
-- A reference to a row of a table is named after it: `article_row`. The ids of
-- the record stream (article_id, claim_id, ...) are 32 hexadecimal digits.
--
-- payload: a serialized message of concord.v1, without the fields that columns
-- of the same row hold (they are put back when the row is read).
--
-- digest: XXH3-64 over all other columns of the row but a `row` that is given by
-- SQLite, each led
-- by its kind and length, so that a row is proved as it is read; of a claim, over
-- its columns but disposition, plus disposition times 0x9E3779B97F4A7C15.
-- `tally` holds, for each table with digests, how many rows it has and the sum
-- of their digests: what a lost or doubled row would break.
--
-- Times are seconds since 1970, UTC; NULL where unknown.

-- How the store was made: what must be equal for its sets to be comparable.
CREATE TABLE meta(
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- What every `ingest` and `forget` brought.
CREATE TABLE drops(
  row         INTEGER PRIMARY KEY AUTOINCREMENT,
  drop_id     TEXT NOT NULL UNIQUE,  -- from the ids of its articles
  verb        TEXT NOT NULL,         -- ingest, forget
  articles    INTEGER NOT NULL,      -- read from the drop
  added       INTEGER NOT NULL,      -- of those, not in the store before
  revised     INTEGER NOT NULL,      -- documents with a later text than before
  claims      INTEGER NOT NULL,      -- added with them
  quarantined INTEGER NOT NULL,
  digest      INTEGER NOT NULL
);

-- Every text ever read, each revision of a document as a row of its own.
CREATE TABLE article(
  row             INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id      TEXT NOT NULL UNIQUE,
  document_id     TEXT NOT NULL,
  drop_row        INTEGER NOT NULL REFERENCES drops(row),
  live            INTEGER NOT NULL,  -- 1: the latest revision, compared
  revision        INTEGER NOT NULL,  -- 1 for the first text of a document
  superseded_by   TEXT NOT NULL,     -- article_id of the latest; '' for it
  outlet          TEXT NOT NULL,
  title           TEXT NOT NULL,
  uri             TEXT NOT NULL,
  published_begin INTEGER,
  published_end   INTEGER,
  agency          TEXT NOT NULL,     -- where the text says it comes from
  byline          TEXT NOT NULL,
  claims          INTEGER NOT NULL,  -- rows of `claim` it has
  payload         BLOB NOT NULL,     -- concord.v1.Article
  digest          INTEGER NOT NULL
);
CREATE INDEX article_by_document ON article(document_id);
CREATE INDEX article_by_time ON article(published_begin);

-- The claims of live articles.
CREATE TABLE claim(
  row         INTEGER PRIMARY KEY AUTOINCREMENT,
  claim_id    TEXT NOT NULL,
  article_row INTEGER NOT NULL REFERENCES article(row),
  text        TEXT NOT NULL,
  speaker     TEXT NOT NULL,     -- who vouches for it; '' for the outlet
  disposition INTEGER NOT NULL,  -- concord.v1.Disposition
  payload     BLOB NOT NULL,     -- concord.v1.Claim
  digest      INTEGER NOT NULL
);
CREATE INDEX claim_by_article ON claim(article_row);

-- Two articles about one event, and two with long passages in common: the links
-- that stories and origins are made of. a < b.
CREATE TABLE event_pair(
  a          INTEGER NOT NULL,
  b          INTEGER NOT NULL,
  similarity REAL NOT NULL,
  digest     INTEGER NOT NULL,
  PRIMARY KEY(a, b)
) WITHOUT ROWID;
CREATE INDEX event_pair_by_b ON event_pair(b);
CREATE TABLE copy_pair(
  a      INTEGER NOT NULL,
  b      INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  PRIMARY KEY(a, b)
) WITHOUT ROWID;
CREATE INDEX copy_pair_by_b ON copy_pair(b);

-- Decided pairs of claims; claim_id of a < claim_id of b.
CREATE TABLE relation(
  a          INTEGER NOT NULL REFERENCES claim(row),
  b          INTEGER NOT NULL REFERENCES claim(row),
  relation   INTEGER NOT NULL,  -- concord.v1.Comparison.Relation
  payload    BLOB NOT NULL,     -- concord.v1.Relation
  digest     INTEGER NOT NULL,
  PRIMARY KEY(a, b)
) WITHOUT ROWID;
CREATE INDEX relation_by_b ON relation(b);

-- The sets, and who is in them.
CREATE TABLE story(
  row      INTEGER PRIMARY KEY AUTOINCREMENT,
  story_id TEXT NOT NULL,
  payload  BLOB NOT NULL,  -- concord.v1.Story
  digest   INTEGER NOT NULL
);
CREATE TABLE story_member(
  article_row INTEGER NOT NULL,
  set_row     INTEGER NOT NULL,
  PRIMARY KEY(article_row, set_row)
) WITHOUT ROWID;
CREATE INDEX story_member_by_set ON story_member(set_row);

CREATE TABLE cluster(
  row        INTEGER PRIMARY KEY AUTOINCREMENT,
  cluster_id TEXT NOT NULL,
  payload    BLOB NOT NULL,  -- concord.v1.Cluster
  digest     INTEGER NOT NULL
);
CREATE TABLE cluster_member(
  claim_row INTEGER NOT NULL,
  set_row   INTEGER NOT NULL,
  PRIMARY KEY(claim_row, set_row)
) WITHOUT ROWID;
CREATE INDEX cluster_member_by_set ON cluster_member(set_row);

CREATE TABLE agreement(
  row          INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id TEXT NOT NULL,
  articles     INTEGER NOT NULL,
  outlets      INTEGER NOT NULL,
  origins_min  INTEGER NOT NULL,
  origins_max  INTEGER NOT NULL,
  kind         INTEGER NOT NULL,  -- concord.v1.AgreementKind
  payload      BLOB NOT NULL,     -- concord.v1.Agreement
  digest       INTEGER NOT NULL
);
CREATE TABLE agreement_member(
  claim_row INTEGER NOT NULL,
  set_row   INTEGER NOT NULL,
  PRIMARY KEY(claim_row, set_row)
) WITHOUT ROWID;
CREATE INDEX agreement_member_by_set ON agreement_member(set_row);

CREATE TABLE divergence(
  row           INTEGER PRIMARY KEY AUTOINCREMENT,
  divergence_id TEXT NOT NULL,
  type          INTEGER NOT NULL,  -- concord.v1.DivergenceType
  severity      INTEGER NOT NULL,  -- 1 low, 2 medium, 3 high
  apparent      INTEGER NOT NULL,  -- 1: looks like a conflict and is none
  payload       BLOB NOT NULL,     -- concord.v1.Divergence
  digest        INTEGER NOT NULL
);
CREATE TABLE divergence_member(
  claim_row INTEGER NOT NULL,
  set_row   INTEGER NOT NULL,
  PRIMARY KEY(claim_row, set_row)
) WITHOUT ROWID;
CREATE INDEX divergence_member_by_set ON divergence_member(set_row);

CREATE TABLE unique_claim(
  claim_row INTEGER PRIMARY KEY,
  story_id  TEXT NOT NULL,
  payload   BLOB NOT NULL,  -- concord.v1.Unique
  digest    INTEGER NOT NULL
);

-- What each drop changed, as its delta said it.
CREATE TABLE change(
  row      INTEGER PRIMARY KEY AUTOINCREMENT,
  drop_row INTEGER NOT NULL REFERENCES drops(row),
  kind     TEXT NOT NULL,     -- agreement, divergence, unique
  id       TEXT NOT NULL,     -- agreement_id, divergence_id, claim_id
  change   INTEGER NOT NULL,  -- 1 new, 2 changed, 3 superseded, 4 retracted
  payload  BLOB NOT NULL,     -- the set, with the change it has
  digest   INTEGER NOT NULL
);
CREATE INDEX change_by_drop ON change(drop_row);

-- What was not read.
CREATE TABLE quarantine(
  row      INTEGER PRIMARY KEY AUTOINCREMENT,
  drop_row INTEGER NOT NULL REFERENCES drops(row),
  code     INTEGER NOT NULL,  -- concord.v1.QuarantineCode
  source   TEXT NOT NULL,
  message  TEXT NOT NULL,
  payload  BLOB NOT NULL,     -- concord.v1.Quarantine
  digest   INTEGER NOT NULL
);

-- The derived files that belong to this state of the record (FORMAT.md).
CREATE TABLE segment(
  name       TEXT PRIMARY KEY,
  first_drop INTEGER NOT NULL,
  last_drop  INTEGER NOT NULL,
  bytes      INTEGER NOT NULL,
  checksum   INTEGER NOT NULL
) WITHOUT ROWID;

-- Rows that segments still name and that are no longer compared. A claim that is
-- gone leaves its place to the claims it was nearly the same as, its heirs: a
-- text that is found through it leads to them. heir is 0 where there is none.
CREATE TABLE gone_article(
  row    INTEGER PRIMARY KEY,
  digest INTEGER NOT NULL
);
CREATE TABLE gone_claim(
  row    INTEGER NOT NULL,
  heir   INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  PRIMARY KEY(row, heir)
) WITHOUT ROWID;

CREATE TABLE tally(
  name   TEXT PRIMARY KEY,
  rows   INTEGER NOT NULL,
  digest INTEGER NOT NULL
) WITHOUT ROWID;

-- For people: claims with where they stand.
CREATE VIEW said AS
  SELECT claim.row AS claim_row, claim_id, text, speaker, outlet, title, uri,
         datetime(published_begin, 'unixepoch') AS published,
         CASE disposition WHEN 1 THEN 'divergence' WHEN 2 THEN 'agreement'
           WHEN 3 THEN 'unique' WHEN 4 THEN 'unsure' WHEN 5 THEN 'repeated'
           WHEN 6 THEN 'alone' WHEN 7 THEN 'related' END AS standing,
         article_row, article_id, document_id
  FROM claim JOIN article ON article.row = claim.article_row;
