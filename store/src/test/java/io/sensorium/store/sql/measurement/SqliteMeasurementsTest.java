package io.sensorium.store.sql.measurement;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.measurement.MeasurementsContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteMeasurementsTest extends MeasurementsContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
