package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.archive.HistoryContract;

class SqliteHistoryTest extends HistoryContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
