package io.sensorium.core.time;

import io.sensorium.core.geo.LatLon;
import java.time.ZoneId;

/** Tells the time zone of a place. Safe for use by many threads. */
public interface ZoneLookup {

  /** The zone that holds the position; at sea the nautical zone (Etc/GMT+n). */
  ZoneId zoneAt(LatLon position);

  /**
   * The same zone, and around the position where else it holds, for many positions close together.
   */
  default ZoneArea areaAround(LatLon position) {
    return new ZoneArea(zoneAt(position), position, 0);
  }

  /** Names the version of the data, such as {@code 2026b}; part of what an answer stands on. */
  String version();
}
