package io.sensorium.store;

import io.sensorium.store.sql.Store;

/** Where a contract test gets its stores from. */
public interface StoreFixture extends AutoCloseable {

  /** Opens the test's database: empty the first time, then with what it held. */
  Store open();

  @Override
  void close();
}
