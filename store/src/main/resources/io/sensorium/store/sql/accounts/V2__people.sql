-- An application that is deactivated is refused with all its phones and keys.
ALTER TABLE applications ADD COLUMN deactivated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE applications ADD COLUMN user_linking INTEGER NOT NULL DEFAULT 1;

-- Whether an install has uploaded. Of those that are there already that is not known: they may have.
ALTER TABLE installs ADD COLUMN used INTEGER NOT NULL DEFAULT 1;

CREATE UNIQUE INDEX installs_one_active ON installs (user_id) WHERE state = 'ACTIVE';

DROP INDEX users_by_external_id;
CREATE UNIQUE INDEX users_one_by_external_id ON users (application_id, external_id);

CREATE TABLE authentication_codes (
  code_sha256 ${text} NOT NULL PRIMARY KEY,
  application_id ${text} NOT NULL REFERENCES applications (application_id),
  external_id ${text} NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE INDEX authentication_codes_by_person ON authentication_codes (application_id, external_id);

-- Users who are to be erased, until nothing is left of them.
CREATE TABLE erasures (
  user_id ${text} NOT NULL PRIMARY KEY,
  asked_at BIGINT NOT NULL
);

-- Hashes of installs and credentials that were erased, to know them again when they call.
CREATE TABLE tombstones (
  name_sha256 ${text} NOT NULL PRIMARY KEY,
  application_id ${text} NOT NULL
) ${clustered};
