package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.timeline.FoldsContract;

class SqliteFoldsTest extends FoldsContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
