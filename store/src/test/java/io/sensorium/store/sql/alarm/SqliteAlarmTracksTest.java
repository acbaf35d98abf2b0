package io.sensorium.store.sql.alarm;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.alarm.AlarmTracksContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteAlarmTracksTest extends AlarmTracksContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
