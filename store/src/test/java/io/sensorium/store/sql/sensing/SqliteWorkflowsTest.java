package io.sensorium.store.sql.sensing;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.sensing.WorkflowsContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteWorkflowsTest extends WorkflowsContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
