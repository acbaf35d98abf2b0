package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.identity.LinksContract;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresLinksTest extends LinksContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
