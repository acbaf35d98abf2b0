package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.correction.CorrectionsContract;

class SqliteCorrectionsTest extends CorrectionsContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
