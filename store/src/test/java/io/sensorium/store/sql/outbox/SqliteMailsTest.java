package io.sensorium.store.sql.outbox;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.outbox.MailsContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteMailsTest extends MailsContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
