package io.sensorium.store.sql.habit;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.habit.HabitsContract;
import io.sensorium.store.sql.PostgresFixture;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresHabitsTest extends HabitsContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
