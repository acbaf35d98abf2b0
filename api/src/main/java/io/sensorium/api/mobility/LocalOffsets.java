package io.sensorium.api.mobility;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.ZoneArea;
import io.sensorium.core.time.ZoneLookup;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How far the clocks of places are from UTC; remembers the last place, so that the points of a way
 * are looked up once. For one thread.
 */
final class LocalOffsets {

  private final ZoneLookup zones;
  private @Nullable ZoneArea last;

  LocalOffsets(ZoneLookup zones) {
    this.zones = zones;
  }

  /** At one place alone. */
  static ZoneOffset at(ZoneLookup zones, LatLon place, Instant instant) {
    return zones.zoneAt(place).getRules().getOffset(instant);
  }

  ZoneOffset at(LatLon place, Instant instant) {
    var area = last;
    if (area == null || !area.holds(place)) {
      area = zones.areaAround(place);
      last = area;
    }
    return area.zone().getRules().getOffset(instant);
  }
}
