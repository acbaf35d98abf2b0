package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.timeline.TimelinesContract;

class SqliteTimelinesTest extends TimelinesContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
