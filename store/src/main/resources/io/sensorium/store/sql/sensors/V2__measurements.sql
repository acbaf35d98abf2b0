-- Times are microseconds since 1970-01-01T00:00:00Z; sequence numbers are such times too.

-- Batches whose rows are not in blocks yet, numbered from first_seq to last_seq.
CREATE TABLE measurement_log (
  first_seq ${rowid} NOT NULL PRIMARY KEY,
  last_seq BIGINT NOT NULL,
  gateway_id BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  payload ${blob} NOT NULL
);

-- Keys of batches that were taken, so that none is taken twice.
CREATE TABLE measurement_batches (
  gateway_id BIGINT NOT NULL,
  batch_key ${text} NOT NULL,
  first_seq BIGINT NOT NULL,
  last_seq BIGINT NOT NULL,
  first_seen BIGINT NOT NULL,
  PRIMARY KEY (gateway_id, batch_key)
) ${clustered};

-- Numbers that outlive the rows they were drawn for: the last sequence number at the last change of
-- blocks; and how many blocks there are, with how many bytes.
CREATE TABLE measurement_counters (
  name ${text} NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);

INSERT INTO measurement_counters (name, value) VALUES ('seq', 0), ('blocks', 0), ('bytes', 0);

-- The archive. Blocks of one source do not overlap in first_time..last_time. The last block of a
-- source, while it grows, has an id below zero. Small columns come first; with them a full block
-- fills half a page of SQLite, or a quarter of PostgreSQL's.
CREATE TABLE measurement_blocks (
  block_id ${rowid} NOT NULL PRIMARY KEY,
  source_id BIGINT NOT NULL,
  first_time BIGINT NOT NULL,
  last_time BIGINT NOT NULL,
  min_seq BIGINT NOT NULL,
  max_seq BIGINT NOT NULL,
  row_count INTEGER NOT NULL,
  payload ${blob} NOT NULL
);

CREATE INDEX measurement_blocks_by_time
  ON measurement_blocks (source_id, first_time, max_seq, min_seq);
