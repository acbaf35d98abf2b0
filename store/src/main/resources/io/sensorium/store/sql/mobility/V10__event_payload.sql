-- An event as bytes: what is not asked for needs no column. Filled by the step that follows.
ALTER TABLE events ADD COLUMN payload ${blob};
