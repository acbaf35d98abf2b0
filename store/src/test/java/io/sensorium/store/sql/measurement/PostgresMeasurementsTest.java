package io.sensorium.store.sql.measurement;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.measurement.MeasurementsContract;
import io.sensorium.store.sql.PostgresFixture;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresMeasurementsTest extends MeasurementsContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
