package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.archive.ArchiveContract;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresArchiveTest extends ArchiveContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
