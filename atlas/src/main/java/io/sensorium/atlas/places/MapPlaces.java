package io.sensorium.atlas.places;

import io.sensorium.atlas.area.AreaIndex;
import io.sensorium.atlas.points.PointIndex;
import io.sensorium.atlas.points.RecordReader;
import io.sensorium.atlas.points.RecordTable;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.place.PlaceCandidate;
import io.sensorium.core.place.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Places by the map of a region. Safe for use by many threads. */
public final class MapPlaces {
  /*
   * Each place within reach gets a weight: how often people are at one of its kind, how well the visit
   * suits the kind, and how near it is. Probabilities are the shares of the weights, beside a share for
   * what the map does not know. Homes around count as one, since nothing tells them apart.
   */

  static final int MAX_CANDIDATES = 5;

  private static final double REACH_METERS = 100;
  private static final double NEAR_METERS = 30;
  private static final double NAMED_RATIO = 0.5;
  private static final double NAMELESS_WEIGHT = 0.6;
  private static final double UNKNOWN_WEIGHT = 0.2;
  private static final double WIDE_METERS = 120;

  private final PointIndex points;
  private final AreaIndex areas;
  private final RecordTable areaRecords;
  private final RecordTable categories;

  MapPlaces(PointIndex points, AreaIndex areas, RecordTable areaRecords, RecordTable categories) {
    this.points = points;
    this.areas = areas;
    this.areaRecords = areaRecords;
    this.categories = categories;
  }

  /** A place that may have been visited. */
  private record Weighed(PlaceRecord place, LatLon position, double weight) {}

  /** The places that the visit may have been to, the likeliest first. */
  public List<PlaceCandidate> candidatesOf(Visit visit) {
    var found = weigh(visit);
    double sum = UNKNOWN_WEIGHT + found.stream().mapToDouble(Weighed::weight).sum();
    return found.stream()
        .sorted(
            Comparator.comparingDouble(Weighed::weight)
                .reversed()
                .thenComparing(one -> one.place.name())
                .thenComparingInt(one -> one.place.kind()))
        .limit(MAX_CANDIDATES)
        .map(one -> candidate(one, one.weight / sum))
        .toList();
  }

  private PlaceCandidate candidate(Weighed one, double ratio) {
    var name = one.place.name();
    return new PlaceCandidate(
        name.isEmpty() || ratio < NAMED_RATIO ? null : name,
        categories(one.place.categories()),
        ratio,
        one.position);
  }

  private List<String> categories(int number) {
    var record = categories.record(number);
    var words = new String[(int) record.number()];
    for (int i = 0; i < words.length; i++) {
      words[i] = record.text();
    }
    return List.of(words);
  }

  private List<Weighed> weigh(Visit visit) {
    double latitudeDeg = visit.center().latitudeDeg();
    double longitudeDeg = visit.center().longitudeDeg();
    var found = new ArrayList<Weighed>();
    var dwellings = new LinkedHashMap<Integer, Weighed>();
    int[] around = areas.areasAt(latitudeDeg, longitudeDeg);
    for (int number : around) {
      var record = areaRecords.record(number);
      var position = new LatLon(record.signed() * 1e-7, record.signed() * 1e-7);
      add(PlaceRecord.read(record), 0, position, visit, found, dwellings);
    }
    points.visitNear(
        latitudeDeg,
        longitudeDeg,
        REACH_METERS,
        (meters, pointLatitudeDeg, pointLongitudeDeg, at) -> {
          var place = PlaceRecord.read(points.record(at));
          if (!isOneOf(around, place.area())) {
            var position = new LatLon(pointLatitudeDeg, pointLongitudeDeg);
            double offMeters = Math.max(0, meters - place.reachMeters());
            add(place, offMeters, position, visit, found, dwellings);
          }
        });
    found.addAll(dwellings.values());
    return found;
  }

  private static boolean isOneOf(int[] areas, int area) {
    for (int one : areas) {
      if (one == area) {
        return true;
      }
    }
    return false;
  }

  private static void add(
      PlaceRecord place,
      double offMeters,
      LatLon position,
      Visit visit,
      List<Weighed> found,
      Map<Integer, Weighed> dwellings) {
    var kind = PlaceKinds.all().get(place.kind());
    double weight = kind.weight() * PlaceLikelihood.of(kind, visit);
    weight *= StrictMath.exp(-offMeters / NEAR_METERS);
    weight *= place.name().isEmpty() ? NAMELESS_WEIGHT : 1;
    weight *= Math.min(1, WIDE_METERS / Math.max(1, place.reachMeters()));
    var weighed = new Weighed(place, position, weight);
    if (kind.isDwelling()) {
      dwellings.merge(
          place.categories(), weighed, (one, other) -> other.weight > one.weight ? other : one);
    } else {
      found.add(weighed);
    }
  }

  /**
   * A place as it is written.
   *
   * @param kind the number of its kind
   * @param categories the number of its categories
   * @param reachMeters how far it reaches from its middle, as a circle of its size
   * @param area the number of its area, or {@link #NO_AREA}
   * @param name empty when it has none
   */
  record PlaceRecord(int kind, int categories, int reachMeters, int area, String name) {

    static final int NO_AREA = -1;

    static PlaceRecord read(RecordReader record) {
      return new PlaceRecord(
          (int) record.number(),
          (int) record.number(),
          (int) record.number(),
          (int) record.number() - 1,
          record.text());
    }
  }
}
