package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.erasure.ErasuresContract;

class SqliteErasuresTest extends ErasuresContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
