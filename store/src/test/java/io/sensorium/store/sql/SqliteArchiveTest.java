package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.archive.ArchiveContract;

class SqliteArchiveTest extends ArchiveContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
