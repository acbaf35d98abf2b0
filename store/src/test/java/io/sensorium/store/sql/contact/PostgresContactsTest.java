package io.sensorium.store.sql.contact;

import io.sensorium.store.StoreFixture;
import io.sensorium.store.contact.ContactsContract;
import io.sensorium.store.sql.PostgresFixture;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresContactsTest extends ContactsContract {

  @Override
  protected StoreFixture newFixture() {
    return new PostgresFixture();
  }
}
