package io.sensorium.store.sql.retention;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.retention.RetentionContract;
import io.sensorium.store.sql.PostgresFixture;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresRetentionTest extends RetentionContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
