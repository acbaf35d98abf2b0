-- What outlives the rows of blocks that became too old: their summaries.
CREATE TABLE measurement_summaries (
  source_id BIGINT NOT NULL,
  first_time BIGINT NOT NULL,
  last_time BIGINT NOT NULL,
  payload ${blob} NOT NULL,
  PRIMARY KEY (source_id, first_time)
) ${clustered};

-- The date from which on rows are kept.
INSERT INTO measurement_counters (name, value) VALUES ('kept_from', -72057594037927936);

-- For how many days a kind of raw data is kept; without a line for ever.
CREATE TABLE retention (
  kind ${text} NOT NULL PRIMARY KEY,
  days BIGINT NOT NULL
) ${clustered};
