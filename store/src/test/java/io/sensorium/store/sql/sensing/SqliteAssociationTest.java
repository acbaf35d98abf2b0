package io.sensorium.store.sql.sensing;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.sensing.AssociationContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteAssociationTest extends AssociationContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
