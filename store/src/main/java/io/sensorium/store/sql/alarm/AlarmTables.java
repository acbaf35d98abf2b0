package io.sensorium.store.sql.alarm;

import io.sensorium.store.alarm.AlarmTracks;
import io.sensorium.store.alarm.Alarms;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.SqlWriter;

/** The alarms of a database, for those who set them and for the engine. */
public final class AlarmTables {

  private final Alarms alarms;
  private final AlarmTracks tracks;

  public AlarmTables(SqlWriter writer, ReaderPool readers) {
    alarms = new SqlAlarms(writer, readers);
    tracks = new SqlAlarmTracks(writer, readers);
  }

  public Alarms alarms() {
    return alarms;
  }

  public AlarmTracks tracks() {
    return tracks;
  }
}
