package io.sensorium.server.contract;

import io.sensorium.store.sql.PostgresServer;
import org.jspecify.annotations.NullMarked;

@NullMarked
class PostgresMobilityFuzzTest extends MobilityFuzzContract {

  @Override
  protected String databaseUrl() {
    return PostgresServer.newDatabase();
  }
}
