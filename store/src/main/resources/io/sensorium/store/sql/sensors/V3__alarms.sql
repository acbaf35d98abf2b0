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
