package io.sensorium.server;

import io.sensorium.server.config.Config;
import io.sensorium.store.Store;
import java.nio.file.Path;

/** Opens the store that the configuration names. */
final class Stores {

  private Stores() {}

  static Store open(Config config, Path directory) {
    var url = config.database().url();
    return url.isEmpty() ? Store.openSqlite(directory) : Store.openPostgres(url);
  }
}
