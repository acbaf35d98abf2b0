package io.sensorium.store.sql.sensing;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.sensing.DevicesContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteDevicesTest extends DevicesContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
