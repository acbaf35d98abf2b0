package io.sensorium.store.sql.contact;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.contact.ContactsContract;
import io.sensorium.store.sql.SqliteFixture;

class SqliteContactsTest extends ContactsContract {

  @Override
  protected StoreFixture newFixture() {
    return new SqliteFixture();
  }
}
