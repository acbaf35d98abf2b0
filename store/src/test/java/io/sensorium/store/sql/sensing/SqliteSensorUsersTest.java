package io.sensorium.store.sql.sensing;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.sensing.SensorUsersContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteSensorUsersTest extends SensorUsersContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
