package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.timeline.FoldsContract;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresFoldsTest extends FoldsContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
