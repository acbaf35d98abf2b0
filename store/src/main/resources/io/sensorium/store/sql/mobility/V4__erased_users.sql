-- Hashes of the ids of users who were erased: nothing is stored for them any more.
CREATE TABLE erased_users (
  user_sha256 ${text} NOT NULL PRIMARY KEY
) ${clustered};
