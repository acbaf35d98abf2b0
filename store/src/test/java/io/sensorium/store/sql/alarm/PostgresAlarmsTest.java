package io.sensorium.store.sql.alarm;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.alarm.AlarmsContract;
import io.sensorium.store.sql.PostgresFixture;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresAlarmsTest extends AlarmsContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
