package io.sensorium.analysis.legs;

import io.sensorium.analysis.surroundings.Surroundings;
import io.sensorium.analysis.surroundings.Thing;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What surrounded somebody on a part of a trip, at instants that are evenly spread over it.
 *
 * <p>Shares are 0 to 1, and {@code NaN} where no map knows; see docs/algorithms/legs.md. For use by
 * one thread.
 */
public final class RideSurroundings {

  /** The features of a ride, for models of modes, in the order of {@link #fill}. */
  public static final List<String> NAMES =
      List.of(
          "rail_share",
          "rail_meters",
          "tram_share",
          "tram_meters",
          "subway_share",
          "subway_meters",
          "bus_route_share",
          "bus_route_meters");

  static final double OFFSHORE_METERS = 300;

  private static final Thing[] FEATURES = {Thing.RAIL, Thing.TRAM, Thing.SUBWAY, Thing.BUS_ROUTE};
  private static final double ON_TRACK_METERS = 30;
  private static final double NEAR_METERS = 120;
  private static final long SAMPLE_MICROS = 20 * Micros.PER_SECOND;
  private static final int LEAST_SAMPLES = 8;
  private static final int MOST_SAMPLES = 60;

  private final Surroundings surroundings;
  private final CleanTrack track;
  private final long startMicros;
  private final long endMicros;
  private final double[] latitudeDeg;
  private final double[] longitudeDeg;
  private final double[] speedMps;

  /**
   * The features of the part of a trip between two instants; empty where no map knows of all of it.
   *
   * @param raw all fixes of the trip, of which at least two can be used
   */
  public static Optional<double[]> featuresOf(
      Surroundings surroundings, FixTrack raw, long startMicros, long endMicros) {
    var out = new double[NAMES.size()];
    var ride = new RideSurroundings(surroundings, new CleanTrack(raw), startMicros, endMicros);
    return ride.fill(out) ? Optional.of(out) : Optional.empty();
  }

  /** Takes the way from one instant of a track to another. */
  RideSurroundings(Surroundings surroundings, CleanTrack track, long startMicros, long endMicros) {
    this.surroundings = surroundings;
    this.track = track;
    this.startMicros = startMicros;
    this.endMicros = endMicros;
    int samples =
        Math.clamp((endMicros - startMicros) / SAMPLE_MICROS, LEAST_SAMPLES, MOST_SAMPLES);
    this.latitudeDeg = new double[samples];
    this.longitudeDeg = new double[samples];
    this.speedMps = new double[samples];
    Arrays.fill(speedMps, Double.NaN);
  }

  /** Works out a sample when it is first asked for: most legs are settled by a few. */
  private void take(int sample) {
    if (!Double.isNaN(speedMps[sample])) {
      return;
    }
    long micros = startMicros + (2L * sample + 1) * (endMicros - startMicros) / (2L * size());
    int next = Math.clamp(track.firstAtOrAfter(micros), 1, track.size() - 1);
    int i = next - 1;
    double share = Math.clamp((micros - track.timeMicros(i)) * 1e-6 / track.stepSeconds(i), 0, 1);
    double east = track.longitudeDeg(next) - track.longitudeDeg(i);
    east = east > 180 ? east - 360 : east < -180 ? east + 360 : east;
    double longitude = track.longitudeDeg(i) + share * east;
    longitudeDeg[sample] = longitude > 180 ? longitude - 360 : Math.max(-180, longitude);
    latitudeDeg[sample] =
        track.latitudeDeg(i) + share * (track.latitudeDeg(next) - track.latitudeDeg(i));
    speedMps[sample] = track.stepMeters(i) / track.stepSeconds(i);
  }

  int size() {
    return speedMps.length;
  }

  double speedMps(int sample) {
    take(sample);
    return speedMps[sample];
  }

  /** Whether all land is surely out of reach. */
  boolean isOffshore(int sample) {
    take(sample);
    return surroundings.offshoreMeters(latitudeDeg[sample], longitudeDeg[sample], OFFSHORE_METERS)
        >= OFFSHORE_METERS;
  }

  /** See {@link Surroundings#metersTo}. */
  double metersTo(Thing thing, int sample, double withinMeters) {
    take(sample);
    return surroundings.metersTo(thing, latitudeDeg[sample], longitudeDeg[sample], withinMeters);
  }

  /**
   * Writes the features of the ride: of each thing how many samples were on it, and how far it was
   * in the mean, where what is not near counts as {@value #NEAR_METERS} m.
   *
   * @return whether a map knows of all of the ride; else nothing that is written may be used
   */
  boolean fill(double[] out) {
    int at = 0;
    for (var thing : FEATURES) {
      int on = 0;
      double sumMeters = 0;
      for (int sample = 0; sample < size(); sample++) {
        double meters = metersTo(thing, sample, NEAR_METERS);
        if (Double.isNaN(meters)) {
          return false;
        }
        on += meters <= ON_TRACK_METERS ? 1 : 0;
        sumMeters += Math.min(meters, NEAR_METERS);
      }
      out[at++] = (double) on / size();
      out[at++] = sumMeters / size();
    }
    return true;
  }
}
