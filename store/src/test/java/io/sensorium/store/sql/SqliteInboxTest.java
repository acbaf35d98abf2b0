package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.inbox.InboxContract;

class SqliteInboxTest extends InboxContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
