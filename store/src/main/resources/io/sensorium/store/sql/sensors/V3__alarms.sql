-- Alarms and their log. Times are microseconds since 1970-01-01T00:00:00Z, spans are microseconds.

-- Ids that are never given twice, the number of the last change, and how far the engine has come.
CREATE TABLE alarm_counters (
  name ${text} NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);

INSERT INTO alarm_counters (name, value)
VALUES ('alarm', 0), ('log', 0), ('change', 0), ('seq', 0), ('tick', -9223372036854775808);

-- change is the number of the last change that matters to what is derived.
CREATE TABLE alarms (
  alarm_id ${rowid} NOT NULL PRIMARY KEY,
  owner_id BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  severity ${text} NOT NULL,
  created_at BIGINT NOT NULL,
  terms_count INTEGER NOT NULL,
  silenced_until BIGINT,
  acknowledged_at BIGINT,
  deleted_at BIGINT,
  change BIGINT NOT NULL
);

CREATE INDEX alarms_by_owner ON alarms (owner_id, alarm_id);
CREATE INDEX alarms_by_source ON alarms (source_id, alarm_id);
CREATE INDEX alarms_by_change ON alarms (change);

-- What holds from a date on, until the next terms of the same alarm.
CREATE TABLE alarm_terms (
  alarm_id BIGINT NOT NULL,
  number INTEGER NOT NULL,
  from_time BIGINT NOT NULL,
  enabled SMALLINT NOT NULL,
  threshold ${double} NOT NULL,
  direction ${text} NOT NULL,
  delay BIGINT NOT NULL,
  hysteresis ${double} NOT NULL,
  PRIMARY KEY (alarm_id, number)
) ${clustered};

-- Where folds stand. terms_seen: how many terms the log has been derived under.
CREATE TABLE alarm_heads (
  alarm_id ${rowid} NOT NULL PRIMARY KEY,
  terms_seen INTEGER NOT NULL,
  last_time BIGINT NOT NULL,
  excess_since BIGINT,
  excess_value ${double},
  active SMALLINT NOT NULL
);

-- undone_at: when late measurements showed that it had not happened. told: the owner was told.
CREATE TABLE alarm_log (
  log_id ${rowid} NOT NULL PRIMARY KEY,
  alarm_id BIGINT NOT NULL,
  owner_id BIGINT NOT NULL,
  source_id BIGINT NOT NULL,
  event ${text} NOT NULL,
  happened_at BIGINT NOT NULL,
  value ${double},
  threshold ${double} NOT NULL,
  direction ${text} NOT NULL,
  delay BIGINT NOT NULL,
  hysteresis ${double} NOT NULL,
  duration BIGINT,
  remark ${text},
  logged_at BIGINT NOT NULL,
  undone_at BIGINT,
  told SMALLINT NOT NULL
);

CREATE INDEX alarm_log_by_owner ON alarm_log (owner_id, happened_at, log_id);
CREATE INDEX alarm_log_by_alarm ON alarm_log (alarm_id, happened_at, log_id);
CREATE INDEX alarm_log_by_event ON alarm_log (alarm_id, event, happened_at);

-- Spans in which measurements were removed, until the alarms of their source are derived anew.
CREATE TABLE alarm_repairs (
  repair_id ${serial},
  source_id BIGINT NOT NULL,
  from_time BIGINT NOT NULL,
  to_time BIGINT NOT NULL
);

-- Times in which nothing came: of a sensor, or of a whole gateway where sensor_id is 0.
CREATE TABLE silences (
  gateway_id BIGINT NOT NULL,
  sensor_id BIGINT NOT NULL,
  since BIGINT NOT NULL,
  with_gateway SMALLINT NOT NULL,
  ended_at BIGINT,
  PRIMARY KEY (gateway_id, sensor_id, since)
) ${clustered};

CREATE INDEX silences_by_end ON silences (ended_at);

-- Batteries whose owners were told that they are low, and that were not full again since.
CREATE TABLE low_batteries (
  source_id ${rowid} NOT NULL PRIMARY KEY,
  since BIGINT NOT NULL
);

-- Sensors that report more seldom than their interval says.
CREATE TABLE usual_gaps (
  sensor_id ${rowid} NOT NULL PRIMARY KEY,
  gap BIGINT NOT NULL
);
