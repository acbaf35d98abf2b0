package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.archive.HistoryContract;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresHistoryTest extends HistoryContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
