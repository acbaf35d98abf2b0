package io.sensorium.store.sql.outbox;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.outbox.NotificationsContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteNotificationsTest extends NotificationsContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
