package io.sensorium.store.sql.driving;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.driving.DrivingSummariesContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteDrivingSummariesTest extends DrivingSummariesContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
