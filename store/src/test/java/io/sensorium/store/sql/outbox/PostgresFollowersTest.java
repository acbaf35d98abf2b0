package io.sensorium.store.sql.outbox;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.outbox.FollowersContract;
import io.sensorium.store.sql.PostgresFixture;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresFollowersTest extends FollowersContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
