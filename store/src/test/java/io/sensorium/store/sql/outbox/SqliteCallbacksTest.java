package io.sensorium.store.sql.outbox;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.outbox.CallbacksContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteCallbacksTest extends CallbacksContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
