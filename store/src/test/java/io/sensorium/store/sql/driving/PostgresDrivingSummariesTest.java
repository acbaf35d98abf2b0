package io.sensorium.store.sql.driving;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.driving.DrivingSummariesContract;
import io.sensorium.store.sql.PostgresFixture;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresDrivingSummariesTest extends DrivingSummariesContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
