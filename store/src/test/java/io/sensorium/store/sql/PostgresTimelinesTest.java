package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.timeline.TimelinesContract;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresTimelinesTest extends TimelinesContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
