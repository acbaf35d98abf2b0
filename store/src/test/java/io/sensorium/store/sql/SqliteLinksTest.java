package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.identity.LinksContract;

class SqliteLinksTest extends LinksContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
