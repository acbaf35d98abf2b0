package io.sensorium.analysis.matching;

import io.sensorium.core.driving.RoadZone;

/**
 * A part of a path that lies in one zone.
 *
 * @param firstPoint number of the vertex that it begins at
 * @param lastPoint number of the vertex that it ends at
 */
public record ZoneStretch(int firstPoint, int lastPoint, RoadZone zone) {

  public ZoneStretch {
    if (firstPoint < 0 || lastPoint <= firstPoint) {
      throw new IllegalArgumentException("not a stretch: " + firstPoint + " to " + lastPoint);
    }
  }
}
