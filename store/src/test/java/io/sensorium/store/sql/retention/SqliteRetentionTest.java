package io.sensorium.store.sql.retention;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.retention.RetentionContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteRetentionTest extends RetentionContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
