package io.sensorium.store.sql.outbox;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.outbox.DeliveriesContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteDeliveriesTest extends DeliveriesContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
