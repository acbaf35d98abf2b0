package io.sensorium.store.sql.outbox;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.outbox.TimelineNotificationsContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteTimelineNotificationsTest extends TimelineNotificationsContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
