package io.sensorium.store.sql.sensing;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.sensing.DevicesContract;
import io.sensorium.store.sql.PostgresFixture;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresDevicesTest extends DevicesContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
