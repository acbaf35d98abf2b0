package io.sensorium.store.sql.habit;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.habit.HabitsContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteHabitsTest extends HabitsContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
