package io.sensorium.store.sql.sensing;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.sensing.SensorUsersContract;
import io.sensorium.store.sql.PostgresFixture;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresSensorUsersTest extends SensorUsersContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
