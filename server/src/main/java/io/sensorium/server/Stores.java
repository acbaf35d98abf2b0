package io.sensorium.server;

import io.sensorium.server.config.Config;
import io.sensorium.store.directory.DirectoryLock;
import io.sensorium.store.sql.Store;

/** Opens the store that the configuration names. */
final class Stores {

  private Stores() {}

  static Store open(Config config, DirectoryLock lock) {
    var url = config.database().url();
    return url.isEmpty() ? Store.openSqlite(lock) : Store.openPostgres(url);
  }
}
