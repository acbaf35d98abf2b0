-- Only what is asked for keeps a column; all else of an event is in its payload.
CREATE TABLE payload_events (
  user_id ${text} NOT NULL,
  event_id ${text} NOT NULL,
  kind SMALLINT NOT NULL,
  start_at BIGINT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  analysis SMALLINT NOT NULL,
  closed_at BIGINT NOT NULL,
  piece_start BIGINT NOT NULL,
  piece_end BIGINT NOT NULL,
  basis ${text} NOT NULL,
  payload ${blob} NOT NULL,
  PRIMARY KEY (user_id, start_at, event_id)
) ${clustered};

INSERT INTO payload_events
  (user_id, event_id, kind, start_at, first_day, last_day, analysis, closed_at, piece_start, piece_end, basis, payload)
SELECT
  user_id, event_id, kind, start_at, first_day, last_day, analysis, closed_at, piece_start, piece_end, basis, payload
FROM events ORDER BY user_id, start_at, event_id;

DROP TABLE events;
ALTER TABLE payload_events RENAME TO events;

CREATE UNIQUE INDEX events_by_id ON events (user_id, event_id);
CREATE INDEX events_by_closing ON events (user_id, closed_at);
CREATE INDEX events_by_piece_end ON events (user_id, piece_end);
