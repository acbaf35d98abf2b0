-- Times are microseconds since 1970-01-01T00:00:00Z, days are counted from there too.

-- Accepted batches that are not folded. Small columns come first: the payload may be long.
CREATE TABLE inbox (
  position ${rowid} NOT NULL PRIMARY KEY,
  user_id ${text} NOT NULL,
  install_id ${text} NOT NULL,
  received_at BIGINT NOT NULL,
  item_count INTEGER NOT NULL,
  payload_bytes INTEGER NOT NULL,
  payload ${blob} NOT NULL
);

CREATE INDEX inbox_by_user ON inbox (user_id, position);

CREATE TABLE parked (
  position ${rowid} NOT NULL PRIMARY KEY,
  user_id ${text} NOT NULL,
  install_id ${text} NOT NULL,
  received_at BIGINT NOT NULL,
  parked_at BIGINT NOT NULL,
  reason ${text} NOT NULL,
  item_count INTEGER NOT NULL,
  payload ${blob} NOT NULL
);

-- Keys of batches that were taken, so that none is taken twice. Old ones are looked for seldom, so
-- that no index on first_seen has to be paid for with every batch.
CREATE TABLE batches (
  install_id ${text} NOT NULL,
  batch_key ${text} NOT NULL,
  position BIGINT NOT NULL,
  first_seen BIGINT NOT NULL,
  receipt ${text} NOT NULL,
  PRIMARY KEY (install_id, batch_key)
) ${clustered};

-- Numbers that must outlive the rows they were drawn for.
CREATE TABLE counters (
  name ${text} NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);

-- The archive. Blocks of one user and stream do not overlap in first_time..last_time; reach is
-- the latest instant that any item of the block lasts to.
CREATE TABLE blocks (
  block_id ${serial},
  user_id ${text} NOT NULL,
  stream SMALLINT NOT NULL,
  first_time BIGINT NOT NULL,
  last_time BIGINT NOT NULL,
  reach BIGINT NOT NULL,
  item_count INTEGER NOT NULL,
  weight INTEGER NOT NULL,
  payload ${blob} NOT NULL
);

CREATE UNIQUE INDEX blocks_by_time ON blocks (user_id, stream, first_time);

CREATE TABLE heads (
  user_id ${text} NOT NULL PRIMARY KEY,
  last_time BIGINT NOT NULL,
  tick BIGINT NOT NULL,
  review_at BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  state ${blob} NOT NULL
);

CREATE INDEX heads_by_review ON heads (review_at) WHERE review_at < 9223372036854775807;

CREATE TABLE snapshots (
  user_id ${text} NOT NULL,
  time BIGINT NOT NULL,
  state ${blob} NOT NULL,
  PRIMARY KEY (user_id, time)
) ${clustered};

-- closed_at and last_day of what is still open are the largest numbers of their kind.
CREATE TABLE events (
  user_id ${text} NOT NULL,
  event_id ${text} NOT NULL,
  kind SMALLINT NOT NULL,
  start_at BIGINT NOT NULL,
  start_offset_seconds INTEGER NOT NULL,
  end_at BIGINT,
  end_offset_seconds INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  analysis SMALLINT NOT NULL,
  latitude_deg ${double},
  longitude_deg ${double},
  significance SMALLINT,
  mode SMALLINT,
  mode_probability_ratio ${double},
  distance_meters BIGINT,
  closed_at BIGINT NOT NULL,
  piece_start BIGINT NOT NULL,
  piece_end BIGINT NOT NULL,
  basis ${text} NOT NULL,
  PRIMARY KEY (user_id, event_id)
) ${clustered};

CREATE INDEX events_by_start ON events (user_id, start_at);
CREATE INDEX events_by_last_day ON events (user_id, last_day);
CREATE INDEX events_by_closing ON events (user_id, closed_at);
CREATE INDEX events_by_piece_end ON events (user_id, piece_end);

CREATE TABLE paths (
  user_id ${text} NOT NULL,
  event_id ${text} NOT NULL,
  payload ${blob} NOT NULL,
  PRIMARY KEY (user_id, event_id)
);

CREATE TABLE retired_events (
  user_id ${text} NOT NULL,
  event_id ${text} NOT NULL,
  successor_id ${text},
  PRIMARY KEY (user_id, event_id)
) ${clustered};
