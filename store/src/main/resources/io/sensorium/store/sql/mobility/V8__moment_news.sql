-- subject: 4 a moment changed, 5 a moment was removed; a moment is named by its definition and start.
ALTER TABLE notifications ADD COLUMN moment_definition_id ${text};
ALTER TABLE notifications ADD COLUMN moment_start_at BIGINT;
