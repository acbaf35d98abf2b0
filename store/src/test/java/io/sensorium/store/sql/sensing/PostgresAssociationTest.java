package io.sensorium.store.sql.sensing;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.sensing.AssociationContract;
import io.sensorium.store.sql.PostgresFixture;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresAssociationTest extends AssociationContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
