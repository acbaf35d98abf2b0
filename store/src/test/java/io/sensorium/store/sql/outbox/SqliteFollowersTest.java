package io.sensorium.store.sql.outbox;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.outbox.FollowersContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteFollowersTest extends FollowersContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
