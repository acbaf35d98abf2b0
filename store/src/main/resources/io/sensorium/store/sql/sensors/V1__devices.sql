-- Times are microseconds since 1970-01-01T00:00:00Z.

-- The last id that was drawn of each kind: an id is never drawn again, whatever was deleted.
CREATE TABLE device_ids (
  kind ${text} NOT NULL PRIMARY KEY,
  last_id BIGINT NOT NULL
);

INSERT INTO device_ids (kind, last_id)
VALUES ('user', 0), ('gateway', 0), ('sensor', 0), ('source', 0), ('workflow', 0);

-- email_key is the address in lower case.
CREATE TABLE sensor_users (
  user_id ${rowid} NOT NULL PRIMARY KEY,
  parent_id BIGINT,
  email ${text} NOT NULL,
  email_key ${text} NOT NULL UNIQUE,
  password_hash ${text} NOT NULL,
  first_name ${text} NOT NULL,
  last_name ${text} NOT NULL,
  country ${text} NOT NULL,
  zone ${text} NOT NULL,
  temperature_unit ${text} NOT NULL,
  notification_channel ${text} NOT NULL,
  privileges ${text} NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE INDEX sensor_users_by_parent ON sensor_users (parent_id);

-- A title that is null is the serial. had_owner: somebody owned it before, or does.
CREATE TABLE gateways (
  gateway_id ${rowid} NOT NULL PRIMARY KEY,
  serial ${text} NOT NULL UNIQUE,
  owner_id BIGINT,
  title ${text},
  firmware ${text},
  type_id INTEGER NOT NULL,
  type_name ${text} NOT NULL,
  master_id BIGINT,
  ipv4 ${text},
  local_ipv4 ${text},
  associated_at BIGINT,
  disconnected_at BIGINT,
  claim_code_sha256 ${text},
  token_sha256 ${text} NOT NULL UNIQUE,
  had_owner SMALLINT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE INDEX gateways_by_owner ON gateways (owner_id, gateway_id);
CREATE INDEX gateways_by_master ON gateways (master_id);

-- owner_id is always that of the gateway. A title that is null is the serial; named: by its owner.
CREATE TABLE sensors (
  sensor_id ${rowid} NOT NULL PRIMARY KEY,
  gateway_id BIGINT NOT NULL REFERENCES gateways (gateway_id),
  owner_id BIGINT,
  serial ${text} NOT NULL,
  title ${text},
  named SMALLINT NOT NULL,
  firmware ${text},
  type_id INTEGER NOT NULL,
  type_name ${text} NOT NULL,
  disconnected_at BIGINT
);

CREATE UNIQUE INDEX sensors_of_gateway ON sensors (gateway_id, serial);
CREATE UNIQUE INDEX sensors_of_owner ON sensors (owner_id, serial);

-- A title that is null is the type's. provisioned_by is the gateway whose rows made the source, and
-- null when it was paired.
CREATE TABLE sources (
  source_id ${rowid} NOT NULL PRIMARY KEY,
  sensor_id BIGINT NOT NULL REFERENCES sensors (sensor_id),
  serial ${text} NOT NULL,
  title ${text},
  type_id INTEGER NOT NULL,
  interval_micros BIGINT NOT NULL,
  disconnected_at BIGINT,
  provisioned_by BIGINT,
  created_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX sources_of_sensor ON sources (sensor_id, serial);
CREATE INDEX sources_provisioned ON sources (provisioned_by, created_at)
  WHERE provisioned_by IS NOT NULL;

-- ended: the state is final. announced: its owner is told of the end.
CREATE TABLE workflows (
  workflow_id ${rowid} NOT NULL PRIMARY KEY,
  owner_id BIGINT NOT NULL,
  gateway_id BIGINT NOT NULL REFERENCES gateways (gateway_id),
  command ${text} NOT NULL,
  sensor_id BIGINT,
  interval_micros BIGINT,
  state ${text} NOT NULL,
  progress_percent INTEGER NOT NULL,
  result ${text},
  error ${text},
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  ended SMALLINT NOT NULL,
  announced SMALLINT NOT NULL
);

CREATE INDEX workflows_by_gateway ON workflows (gateway_id, workflow_id);
CREATE INDEX workflows_by_owner ON workflows (owner_id);
CREATE INDEX workflows_running ON workflows (expires_at) WHERE ended = 0;
CREATE INDEX workflows_to_announce ON workflows (workflow_id) WHERE ended = 1 AND announced = 0;

-- What was removed here, and whose traces in other tables are still to be removed.
CREATE TABLE removals (
  kind ${text} NOT NULL,
  id BIGINT NOT NULL,
  PRIMARY KEY (kind, id)
) ${clustered};
