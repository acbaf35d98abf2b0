package io.sensorium.store.sql.sensing;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.sensing.RemovalsContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteRemovalsTest extends RemovalsContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
