package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.correction.CorrectionsContract;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresCorrectionsTest extends CorrectionsContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
