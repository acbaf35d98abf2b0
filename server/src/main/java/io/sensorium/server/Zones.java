package io.sensorium.server;

import io.sensorium.atlas.timezone.BorderZones;
import io.sensorium.core.time.ZoneLookup;
import java.nio.file.Path;

/** Opens the time-zone data; its cache lies in the data directory. */
final class Zones {

  private Zones() {}

  static ZoneLookup open(Path directory) {
    return new BorderZones(directory.resolve("cache"));
  }
}
