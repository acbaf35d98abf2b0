-- What is derived of how people drive and live. Words of enums are stored by their number.

-- How a transport was driven; goes with its event.
CREATE TABLE drives (
  user_id ${text} NOT NULL,
  event_id ${text} NOT NULL,
  phone_handling_millis BIGINT,
  annotated_meters BIGINT,
  payload ${blob} NOT NULL,
  PRIMARY KEY (user_id, event_id)
);

CREATE TABLE car_behavior (
  user_id ${text} NOT NULL PRIMARY KEY,
  payload ${blob} NOT NULL
);

-- Scores by day, week, month, and of all time, whose first day is 0.
CREATE TABLE period_scores (
  user_id ${text} NOT NULL,
  period SMALLINT NOT NULL,
  first_day INTEGER NOT NULL,
  payload ${blob} NOT NULL,
  PRIMARY KEY (user_id, period, first_day)
) ${clustered};

CREATE TABLE segments (
  user_id ${text} NOT NULL,
  definition_id ${text} NOT NULL,
  explanation ${text} NOT NULL,
  PRIMARY KEY (user_id, definition_id)
) ${clustered};

CREATE TABLE location_clusters (
  user_id ${text} NOT NULL,
  number INTEGER NOT NULL,
  last_visit_at BIGINT NOT NULL,
  offset_seconds INTEGER NOT NULL,
  latitude_deg ${double} NOT NULL,
  longitude_deg ${double} NOT NULL,
  radius_meters INTEGER NOT NULL,
  is_poi SMALLINT NOT NULL,
  significance SMALLINT NOT NULL,
  country ${text},
  region ${text},
  district ${text},
  city ${text},
  city_type ${text},
  street ${text},
  place_name ${text},
  place_categories ${text} NOT NULL,
  PRIMARY KEY (user_id, number)
) ${clustered};

-- last_day of what is still active is the largest number of its kind.
CREATE TABLE moments (
  user_id ${text} NOT NULL,
  start_at BIGINT NOT NULL,
  definition_id ${text} NOT NULL,
  start_offset_seconds INTEGER NOT NULL,
  end_at BIGINT,
  end_offset_seconds INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  analysis SMALLINT NOT NULL,
  name ${text},
  PRIMARY KEY (user_id, start_at, definition_id)
) ${clustered};

CREATE INDEX moments_by_last_day ON moments (user_id, last_day);

CREATE TABLE anomalies (
  user_id ${text} NOT NULL,
  start_at BIGINT NOT NULL,
  number INTEGER NOT NULL,
  end_at BIGINT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  kind SMALLINT NOT NULL,
  sigma ${double},
  probability_ratio ${double} NOT NULL,
  observed BIGINT,
  expected BIGINT NOT NULL,
  period SMALLINT,
  day_part SMALLINT,
  place_category ${text},
  significance SMALLINT,
  mode SMALLINT,
  mode_category SMALLINT,
  moment_definition_id ${text},
  PRIMARY KEY (user_id, start_at, number)
) ${clustered};

CREATE INDEX anomalies_by_last_day ON anomalies (user_id, last_day);
