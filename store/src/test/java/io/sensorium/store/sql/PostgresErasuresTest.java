package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.erasure.ErasuresContract;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresErasuresTest extends ErasuresContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
