package io.sensorium.store.sql.driving;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.driving.DrivesContract;
import io.sensorium.store.sql.PostgresFixture;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresDrivesTest extends DrivesContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
