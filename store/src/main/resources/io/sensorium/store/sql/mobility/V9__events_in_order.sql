-- Events lie in the order of their starts, so that those of a day are read from a page or two.
CREATE TABLE ordered_events (
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
  place_name ${text},
  PRIMARY KEY (user_id, start_at, event_id)
) ${clustered};

INSERT INTO ordered_events
  (user_id, event_id, kind, start_at, start_offset_seconds, end_at, end_offset_seconds, first_day, last_day, analysis,
   latitude_deg, longitude_deg, significance, mode, mode_probability_ratio, distance_meters, closed_at, piece_start,
   piece_end, basis, place_name)
SELECT
  user_id, event_id, kind, start_at, start_offset_seconds, end_at, end_offset_seconds, first_day, last_day, analysis,
  latitude_deg, longitude_deg, significance, mode, mode_probability_ratio, distance_meters, closed_at, piece_start,
  piece_end, basis, place_name
FROM events ORDER BY user_id, start_at, event_id;

DROP TABLE events;
ALTER TABLE ordered_events RENAME TO events;

CREATE UNIQUE INDEX events_by_id ON events (user_id, event_id);
CREATE INDEX events_by_closing ON events (user_id, closed_at);
CREATE INDEX events_by_piece_end ON events (user_id, piece_end);
