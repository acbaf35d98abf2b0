package io.sensorium.store.sql.alarm;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.alarm.AlarmsContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteAlarmsTest extends AlarmsContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
