-- What people decided of their events, by the time of the event. shown: the timeline follows it;
-- withdrawn: it was taken back, and stays until the timeline follows that.
CREATE TABLE corrections (
  user_id ${text} NOT NULL,
  seq BIGINT NOT NULL,
  correction_id ${text} NOT NULL,
  start_at BIGINT NOT NULL,
  end_at BIGINT NOT NULL,
  given_at BIGINT NOT NULL,
  kind SMALLINT NOT NULL,
  mode SMALLINT,
  place_name ${text},
  not_a_stay SMALLINT,
  shown SMALLINT NOT NULL,
  withdrawn SMALLINT NOT NULL,
  PRIMARY KEY (user_id, seq)
) ${clustered};

CREATE INDEX corrections_waiting ON corrections (user_id) WHERE shown <= withdrawn;

ALTER TABLE events ADD COLUMN place_name ${text};
