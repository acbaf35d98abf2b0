CREATE TABLE accounts (
  account_id ${text} NOT NULL PRIMARY KEY,
  display_name ${text} NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE applications (
  application_id ${text} NOT NULL PRIMARY KEY,
  account_id ${text} NOT NULL REFERENCES accounts (account_id),
  name ${text} NOT NULL,
  created_at BIGINT NOT NULL
);

-- A person has no email, account and role; a control user has all three.
CREATE TABLE users (
  user_id ${text} NOT NULL PRIMARY KEY,
  application_id ${text} NOT NULL REFERENCES applications (application_id),
  created_at BIGINT NOT NULL,
  can_login INTEGER NOT NULL,
  sdk_flavor ${text},
  sdk_killswitch_action ${text} NOT NULL,
  sdk_debug_logging INTEGER,
  external_id ${text},
  email ${text},
  account_id ${text} REFERENCES accounts (account_id),
  role ${text}
);

CREATE INDEX users_by_external_id ON users (application_id, external_id);

CREATE TABLE installs (
  install_id ${text} NOT NULL PRIMARY KEY,
  user_id ${text} NOT NULL REFERENCES users (user_id),
  application_id ${text} NOT NULL REFERENCES applications (application_id),
  os ${text},
  os_version ${text},
  model ${text},
  form ${text} NOT NULL,
  state ${text} NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE INDEX installs_by_user ON installs (user_id, created_at);

CREATE TABLE credentials (
  credential_id ${text} NOT NULL PRIMARY KEY,
  kind ${text} NOT NULL,
  owner_id ${text} NOT NULL,
  name ${text} NOT NULL,
  secret_sha256 ${text} NOT NULL,
  scopes ${text} NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  revoked_at BIGINT
);

CREATE INDEX credentials_by_owner ON credentials (owner_id, kind, created_at);
