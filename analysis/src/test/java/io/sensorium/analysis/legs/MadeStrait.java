package io.sensorium.analysis.legs;

import io.sensorium.analysis.surroundings.Surroundings;
import io.sensorium.analysis.surroundings.Thing;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import java.util.EnumMap;
import java.util.Map;

/** A strait between two straight coasts, and a line across it for everything that is told of. */
final class MadeStrait implements Surroundings {

  static final double WEST_COAST_DEG = 4.0;
  static final double EAST_COAST_DEG = 4.3;
  static final double LATITUDE_DEG = 55;

  private final boolean hasMap;
  private boolean isDry;
  private final Map<Thing, Double> latitudeOf = new EnumMap<>(Thing.class);

  private MadeStrait(boolean hasMap) {
    this.hasMap = hasMap;
  }

  /** Only the coasts are known. */
  static MadeStrait withoutMap() {
    return new MadeStrait(false);
  }

  /** All is known; so far there is nothing but the coasts. */
  static MadeStrait mapped() {
    return new MadeStrait(true);
  }

  /** A line from coast to coast along a parallel. */
  MadeStrait with(Thing thing, double latitudeDeg) {
    latitudeOf.put(thing, latitudeDeg);
    return this;
  }

  /** The same things without the water. */
  MadeStrait drained() {
    isDry = true;
    return this;
  }

  static LatLon westCoast() {
    return new LatLon(LATITUDE_DEG, WEST_COAST_DEG);
  }

  @Override
  public double offshoreMeters(double latitudeDeg, double longitudeDeg, double enoughMeters) {
    if (isDry) {
      return 0;
    }
    double eastMeters = eastMeters(WEST_COAST_DEG, longitudeDeg);
    double westMeters = eastMeters(longitudeDeg, EAST_COAST_DEG);
    return Math.max(0, Math.min(eastMeters, westMeters));
  }

  @Override
  public double metersTo(
      Thing thing, double latitudeDeg, double longitudeDeg, double withinMeters) {
    if (!hasMap) {
      return Double.NaN;
    }
    var at = latitudeOf.get(thing);
    if (at == null) {
      return Double.POSITIVE_INFINITY;
    }
    if (thing == Thing.FERRY_TERMINAL) {
      return Math.min(
          Geodesy.distanceMeters(latitudeDeg, longitudeDeg, at, WEST_COAST_DEG),
          Geodesy.distanceMeters(latitudeDeg, longitudeDeg, at, EAST_COAST_DEG));
    }
    return Geodesy.distanceMeters(latitudeDeg, longitudeDeg, at, longitudeDeg);
  }

  @Override
  public String version() {
    return "made";
  }

  private static double eastMeters(double fromDeg, double toDeg) {
    double meters = Geodesy.distanceMeters(LATITUDE_DEG, fromDeg, LATITUDE_DEG, toDeg);
    return toDeg >= fromDeg ? meters : -meters;
  }
}
