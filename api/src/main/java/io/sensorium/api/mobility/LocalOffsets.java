package io.sensorium.api.mobility;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.ZoneLookup;
import java.time.Instant;
import java.time.ZoneOffset;

/** How far the clocks of a place are from UTC. */
final class LocalOffsets {

  private LocalOffsets() {}

  static ZoneOffset at(ZoneLookup zones, LatLon place, Instant instant) {
    return zones.zoneAt(place).getRules().getOffset(instant);
  }
}
