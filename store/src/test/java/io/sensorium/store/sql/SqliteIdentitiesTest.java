package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.identity.IdentitiesContract;

class SqliteIdentitiesTest extends IdentitiesContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
