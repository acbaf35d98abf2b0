-- What applications and phones are told of people. The tables of webhooks and deliveries are those
-- of the sensors' database; an owner is an application, and a delivery bears the user it tells of.

-- Ids that must not be given twice, even when the rows that had them are gone. forgotten: the last
-- position of a notification that is no longer kept.
CREATE TABLE outbox_ids (
  name ${text} NOT NULL PRIMARY KEY,
  last_value BIGINT NOT NULL
);

INSERT INTO outbox_ids (name, last_value)
VALUES ('callback', 0), ('delivery', 0), ('notification', 0), ('forgotten', 0);

-- subject: 1 an event changed, 2 an event was removed, 3 a location. state: 0 waits for delivery to
-- take it, 1 told, 2 parked.
CREATE TABLE notifications (
  position ${rowid} NOT NULL PRIMARY KEY,
  fact_key ${text} NOT NULL,
  user_id ${text} NOT NULL,
  type ${text} NOT NULL,
  subject SMALLINT NOT NULL,
  event_id ${text},
  successor_id ${text},
  previous_at BIGINT,
  previous_latitude_deg ${double},
  previous_longitude_deg ${double},
  last_at BIGINT,
  last_latitude_deg ${double},
  last_longitude_deg ${double},
  state SMALLINT NOT NULL,
  told_at BIGINT,
  reason ${text}
);

CREATE UNIQUE INDEX notifications_by_key ON notifications (fact_key);
CREATE INDEX notifications_by_user ON notifications (user_id, position);
CREATE INDEX notifications_open ON notifications (state, position) WHERE state <> 1;
CREATE INDEX notifications_told ON notifications (told_at) WHERE state = 1;

-- disabled_because is null while it is active. Nothing is sent before hold_until.
CREATE TABLE callbacks (
  callback_id ${rowid} NOT NULL PRIMARY KEY,
  owner_id ${text} NOT NULL,
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

-- state: 0 waits, 1 delivered, 2 failed. tries counts since the last replay, attempts all. user_id
-- is null where a delivery tells of nobody.
CREATE TABLE deliveries (
  delivery_id ${rowid} NOT NULL PRIMARY KEY,
  callback_id BIGINT NOT NULL REFERENCES callbacks ON DELETE CASCADE,
  user_id ${text},
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
CREATE INDEX deliveries_by_user ON deliveries (user_id) WHERE user_id IS NOT NULL;
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
