package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.identity.IdentitiesContract;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresIdentitiesTest extends IdentitiesContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
