package io.sensorium.store.sql.driving;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.driving.DrivesContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteDrivesTest extends DrivesContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
