package io.sensorium.store.sql;

import io.sensorium.store.StoreFixture;

/** A PostgreSQL database of a test's own. */
public final class PostgresFixture implements StoreFixture {

  private final String url = PostgresServer.newDatabase();

  public String url() {
    return url;
  }

  @Override
  public Store open() {
    return Store.openPostgres(url);
  }

  @Override
  public void close() {}
}
