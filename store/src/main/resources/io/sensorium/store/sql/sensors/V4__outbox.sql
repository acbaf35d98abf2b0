-- What owners are told. Times are microseconds since 1970-01-01T00:00:00Z.

-- Ids that must not be given twice, even when the rows that had them are gone.
CREATE TABLE outbox_ids (
  name ${text} NOT NULL PRIMARY KEY,
  last_value BIGINT NOT NULL
);

INSERT INTO outbox_ids (name, last_value) VALUES ('callback', 0), ('delivery', 0);

-- state: 0 waits for delivery to take it, 1 told (the key is remembered), 2 parked.
CREATE TABLE notifications (
  position ${serial},
  fact_key ${text} NOT NULL,
  owner_id BIGINT NOT NULL,
  type ${text} NOT NULL,
  happened_at BIGINT NOT NULL,
  late SMALLINT NOT NULL,
  subject SMALLINT NOT NULL,
  alarm_id BIGINT,
  log_id BIGINT,
  gateway_id BIGINT,
  sensor_id BIGINT,
  source_id BIGINT,
  workflow_id BIGINT,
  value ${double},
  state SMALLINT NOT NULL,
  told_at BIGINT,
  reason ${text}
);

CREATE UNIQUE INDEX notifications_by_key ON notifications (fact_key);
CREATE INDEX notifications_by_owner ON notifications (owner_id);
CREATE INDEX notifications_open ON notifications (state, position) WHERE state <> 1;
CREATE INDEX notifications_told ON notifications (told_at) WHERE state = 1;

-- disabled_because is null while it is active. Nothing is sent before hold_until.
CREATE TABLE callbacks (
  callback_id ${rowid} NOT NULL PRIMARY KEY,
  owner_id BIGINT NOT NULL,
  created_by BIGINT,
  url ${text} NOT NULL,
  type_bits SMALLINT NOT NULL,
  created_at BIGINT NOT NULL,
  failing_since BIGINT,
  failures_in_row INTEGER NOT NULL,
  hold_until BIGINT NOT NULL,
  disabled_because ${text},
  disabled_at BIGINT,
  secret ${blob} NOT NULL,
  old_secret ${blob},
  old_secret_until BIGINT
);

CREATE INDEX callbacks_by_owner ON callbacks (owner_id, callback_id);

-- state: 0 waits, 1 delivered, 2 failed. tries counts since the last replay, attempts all.
CREATE TABLE deliveries (
  delivery_id ${rowid} NOT NULL PRIMARY KEY,
  callback_id BIGINT NOT NULL REFERENCES callbacks ON DELETE CASCADE,
  message_id ${text} NOT NULL,
  type ${text} NOT NULL,
  created_at BIGINT NOT NULL,
  state SMALLINT NOT NULL,
  tries INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  next_at BIGINT,
  ended_at BIGINT,
  last_status INTEGER,
  last_error ${text},
  body ${text} NOT NULL
);

CREATE INDEX deliveries_by_callback ON deliveries (callback_id, delivery_id);
CREATE INDEX deliveries_waiting ON deliveries (callback_id, next_at) WHERE state = 0;
CREATE INDEX deliveries_ended ON deliveries (ended_at) WHERE state <> 0;

CREATE TABLE delivery_attempts (
  delivery_id BIGINT NOT NULL REFERENCES deliveries ON DELETE CASCADE,
  number INTEGER NOT NULL,
  attempted_at BIGINT NOT NULL,
  duration_millis INTEGER NOT NULL,
  status INTEGER,
  error ${text},
  PRIMARY KEY (delivery_id, number)
) ${clustered};

-- What mails are to tell, until it is put into one.
CREATE TABLE mail_notes (
  position ${serial},
  owner_id BIGINT NOT NULL,
  noted_at BIGINT NOT NULL,
  subject ${text} NOT NULL,
  body ${text} NOT NULL
);

CREATE INDEX mail_notes_by_owner ON mail_notes (owner_id, position);

-- state: 0 waits, 1 sent, 2 given up.
CREATE TABLE mails (
  position ${serial},
  owner_id BIGINT NOT NULL,
  message_id ${text} NOT NULL,
  created_at BIGINT NOT NULL,
  state SMALLINT NOT NULL,
  tries INTEGER NOT NULL,
  next_at BIGINT,
  ended_at BIGINT,
  last_error ${text},
  subject ${text} NOT NULL,
  body ${text} NOT NULL
);

CREATE INDEX mails_by_owner ON mails (owner_id, created_at);
CREATE INDEX mails_waiting ON mails (next_at) WHERE state = 0;
CREATE INDEX mails_ended ON mails (ended_at) WHERE state <> 0;
