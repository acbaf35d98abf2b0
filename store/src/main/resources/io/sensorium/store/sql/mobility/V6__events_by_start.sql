-- Events of days are found by their starts. Who writes an event writes one index less.
DROP INDEX events_by_last_day;
