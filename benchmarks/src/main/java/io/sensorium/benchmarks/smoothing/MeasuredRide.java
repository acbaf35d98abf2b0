package io.sensorium.benchmarks.smoothing;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.random.Drift;
import io.sensorium.simulator.rides.TrueRide;
import io.sensorium.simulator.town.LocalPlane;
import io.sensorium.simulator.town.Point;
import java.time.Instant;

/** A simulated ride, with a minute of rest at both ends, as one phone measures it. */
final class MeasuredRide {

  static final LocalPlane PLANE = new LocalPlane(new LatLon(51.05, 3.72));

  private static final long START = Micros.of(Instant.parse("2026-03-02T08:00:00Z"));
  private static final int REST_SECONDS = 60;
  private static final double ACCURACY_PER_SIGMA = 1.515;
  private static final double WANDER_SECONDS = 30;
  private static final double WANDER_SHARE = 0.97;
  private static final double WHITE_SHARE = 0.24;
  private static final double SPEED_SIGMA_MPS = 0.3;
  private static final double LEAST_COURSE_MPS = 0.8;
  private static final double COURSE_SIGMA_DEG_MPS = 20;

  private final TrueRide ride;
  private final Setting setting;
  private final Dice dice;
  private final Drift east;
  private final Drift north;
  private final int from;
  private final int to;

  MeasuredRide(TransportMode mode, long seed, Setting setting) {
    ride = TrueRide.of(mode, seed);
    this.setting = setting;
    dice = new Dice(seed).fork("measured " + mode);
    east = new Drift(dice.fork("east"));
    north = new Drift(dice.fork("north"));
    int first = 0;
    while (ride.mps(first) == 0) {
      first++;
    }
    int last = ride.seconds() - 1;
    while (ride.mps(last) == 0) {
      last--;
    }
    from = first - REST_SECONDS;
    to = last + REST_SECONDS;
  }

  FixTrack fixes() {
    var fixes = new FixTrack.Builder(to - from);
    for (int second = from; second <= to; second += setting.intervalSeconds()) {
      measure(second, fixes);
    }
    return fixes.build();
  }

  private void measure(int second, FixTrack.Builder fixes) {
    var truth = ride.point(second);
    var seen = PLANE.toLatLon(truth.plus(error(east), error(north)));
    double accuracyMeters =
        setting.sigmaMeters() * ACCURACY_PER_SIGMA * StrictMath.exp(dice.gaussian(0, 0.2));
    double mps = Math.max(0, mps(second) + dice.gaussian(0, SPEED_SIGMA_MPS));
    double courseDeg = courseDeg(second) + dice.gaussian(0, COURSE_SIGMA_DEG_MPS / (1 + mps));
    boolean tellsSpeed = setting.velocity() != Setting.Velocity.NONE;
    boolean tellsCourse =
        setting.velocity() == Setting.Velocity.SPEED_AND_COURSE && mps > LEAST_COURSE_MPS;
    fixes.addRow(
        micros(second),
        (int) StrictMath.round(seen.latitudeDeg() * 1e7),
        (int) StrictMath.round(seen.longitudeDeg() * 1e7),
        (int) (accuracyMeters * 1_000),
        FixTrack.ABSENT,
        tellsSpeed ? (int) (mps * 1_000) : FixTrack.ABSENT,
        tellsCourse ? (int) ((courseDeg + 720) % 360 * 100) : FixTrack.ABSENT,
        FixTrack.ABSENT_LONG,
        LocationProvider.GPS);
  }

  private double error(Drift drift) {
    double white = dice.gaussian();
    double wander = drift.advance(setting.intervalSeconds(), WANDER_SECONDS);
    double ratio = setting.wanders() ? WANDER_SHARE * wander + WHITE_SHARE * white : white;
    return setting.sigmaMeters() * ratio;
  }

  private double courseDeg(int second) {
    return ride.point(second - 1).bearingDegTo(ride.point(second + 1));
  }

  private static long micros(int second) {
    return START + second * Micros.PER_SECOND;
  }

  private static int second(long micros) {
    return (int) ((micros - START) / Micros.PER_SECOND);
  }

  Point point(long micros) {
    return ride.point(second(micros));
  }

  double mps(long micros) {
    return mps(second(micros));
  }

  /** The mean of the speeds before and after a second. */
  private double mps(int second) {
    return (ride.mps(second) + ride.mps(second + 1)) / 2;
  }

  /** Length of the way between two instants. */
  double meters(long fromMicros, long toMicros) {
    double meters = 0;
    for (int second = second(fromMicros) + 1; second <= second(toMicros); second++) {
      meters += ride.mps(second);
    }
    return meters;
  }
}
