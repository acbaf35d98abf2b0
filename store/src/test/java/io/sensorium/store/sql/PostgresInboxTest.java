package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.inbox.InboxContract;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresInboxTest extends InboxContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
