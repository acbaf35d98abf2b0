-- Whose locations an event stream reads, or may go on reading; until_at in microseconds.
CREATE TABLE followers (
  user_id ${text} NOT NULL PRIMARY KEY,
  until_at BIGINT NOT NULL
) ${clustered};
