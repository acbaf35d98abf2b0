package io.sensorium.core.habit;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.place.Address;
import io.sensorium.core.place.Place;
import io.sensorium.core.timeline.Significance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * A place that a person comes back to: stays that lie together.
 *
 * @param lastVisit when the last stay there began
 * @param offset local time of the place, then
 * @param radiusMeters within which its stays lie
 * @param isPoi whether the person goes there very often
 */
public record LocationCluster(
    Instant lastVisit,
    ZoneOffset offset,
    LatLon center,
    int radiusMeters,
    boolean isPoi,
    Significance significance,
    Address address,
    Place place) {

  /** Homes, then workplaces, then all others; of each the one visited last comes first. */
  public static final Comparator<LocationCluster> BY_IMPORTANCE =
      Comparator.comparingInt(LocationCluster::rank)
          .thenComparing(LocationCluster::lastVisit, Comparator.reverseOrder());

  public LocationCluster {
    if (radiusMeters < 0) {
      throw new IllegalArgumentException("radius must not be negative: " + radiusMeters);
    }
  }

  private int rank() {
    return switch (significance) {
      case HOME -> 0;
      case WORK -> 1;
      case REGULAR, NONREGULAR, POI, NEW -> 2;
    };
  }
}
