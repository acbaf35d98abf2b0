package io.sensorium.simulator.rides;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.random.Drift;
import io.sensorium.simulator.town.LocalPlane;
import io.sensorium.simulator.town.Point;
import java.util.ArrayList;
import java.util.List;

/** A phone as they come: exact or coarse, eager or sparing, with or without a recogniser. */
final class RandomPhone {

  private static final List<Double> INTERVALS_SECONDS = List.of(1.0, 1.0, 5.0, 10.0, 30.0, 120.0);
  private static final double NOISE_TAU_SECONDS = 40;

  private final Dice dice;
  private final double intervalSeconds;
  private final double filterMeters;
  private final double accuracyMeters;
  private final double networkShare;
  private final boolean tellsSpeed;
  private final boolean recognises;
  private final double mistakeShare;
  private final boolean eventsOnly;
  private final double restFactor;

  RandomPhone(Dice dice) {
    this.dice = dice;
    intervalSeconds = dice.pick(INTERVALS_SECONDS) * dice.uniform(0.9, 1.6);
    filterMeters = dice.chance(0.4) ? dice.uniform(5, 60) : 0;
    accuracyMeters = dice.chance(0.75) ? dice.uniform(3, 12) : dice.uniform(12, 50);
    networkShare = dice.chance(0.3) ? dice.uniform(0.02, 0.3) : 0;
    tellsSpeed = dice.chance(0.7);
    recognises = dice.chance(0.75);
    mistakeShare = dice.uniform(0.02, 0.25);
    eventsOnly = dice.chance(0.5);
    restFactor = dice.chance(0.5) ? 1 : dice.uniform(2, 10);
  }

  /** The fixes of a way that begins at an instant. */
  FixTrack fixes(Way way, LatLon origin, long startMicros) {
    var plane = new LocalPlane(origin);
    var builder = new FixTrack.Builder(1_024);
    var eastNoise = new Drift(dice.fork("east"));
    var northNoise = new Drift(dice.fork("north"));
    double next = dice.uniform(0, intervalSeconds);
    double last = 0;
    var lastPoint = new Point(Double.NaN, Double.NaN);
    while (next < way.seconds()) {
      int second = (int) next;
      var point = way.point(second);
      boolean near = meters(point, lastPoint) < filterMeters;
      if (!near && !isBlind(way.mode(second))) {
        boolean network = dice.chance(networkShare);
        double accuracy = network ? dice.uniform(20, 65) : accuracyMeters * dice.uniform(0.8, 1.5);
        double elapsed = next - last;
        double east = noise(eastNoise, elapsed, accuracy);
        double north = noise(northNoise, elapsed, accuracy);
        var seen = new Point(point.eastMeters() + east, point.northMeters() + north);
        double mps = Math.max(0, way.mps(second) + dice.gaussian(0, 0.35));
        add(builder, startMicros, next, plane.toLatLon(seen), accuracy, network, mps);
        last = next;
        lastPoint = point;
      }
      double rests =
          way.mps(second) == 0 && way.mode(second) == TransportMode.IDLE ? restFactor : 1;
      next += Math.max(1, intervalSeconds * dice.uniform(0.85, 1.15) * rests);
    }
    return builder.build();
  }

  private static double meters(Point a, Point b) {
    return Math.hypot(a.eastMeters() - b.eastMeters(), a.northMeters() - b.northMeters());
  }

  private double noise(Drift drift, double elapsedSeconds, double accuracy) {
    double wander = drift.advance(elapsedSeconds, NOISE_TAU_SECONDS);
    return accuracy * (0.45 * wander + 0.12 * dice.gaussian());
  }

  private boolean isBlind(TransportMode mode) {
    return switch (mode) {
      case SUBWAY -> dice.chance(0.85);
      case FLIGHT -> dice.chance(0.9);
      default -> false;
    };
  }

  private void add(
      FixTrack.Builder builder,
      long startMicros,
      double second,
      LatLon position,
      double accuracy,
      boolean network,
      double mps) {
    builder.addRow(
        startMicros + micros(second),
        (int) StrictMath.round(position.latitudeDeg() * 1e7),
        (int) StrictMath.round(position.longitudeDeg() * 1e7),
        (int) (accuracy * 1_000),
        FixTrack.ABSENT,
        tellsSpeed && !network ? (int) (mps * 1_000) : FixTrack.ABSENT,
        FixTrack.ABSENT,
        FixTrack.ABSENT_LONG,
        network ? LocationProvider.NETWORK : LocationProvider.GPS);
  }

  private static long micros(double second) {
    return Math.round(second * 1_000) * Micros.PER_MILLI;
  }

  /** What the phone takes its owner to be doing on that way; perhaps nothing. */
  List<ActivitySample> activity(Way way, long startMicros) {
    var samples = new ArrayList<ActivitySample>();
    if (!recognises) {
      return samples;
    }
    for (var part : way.parts()) {
      double time = part.from() + dice.uniform(10, eventsOnly ? 90 : 50);
      while (time < part.to()) {
        boolean wrong = dice.chance(mistakeShare);
        var type = wrong ? mistakeFor(part.mode()) : seen(way, part, (int) time);
        double confidence = wrong ? dice.uniform(0.3, 0.8) : dice.uniform(0.55, 1);
        var instant = Micros.toInstant(startMicros + micros(time));
        samples.add(new ActivitySample(instant, type, Math.rint(confidence * 100) / 100));
        time += eventsOnly ? dice.uniform(200, 1_500) : dice.uniform(15, 120);
      }
    }
    return samples;
  }

  private ActivityType seen(Way way, Way.Part part, int second) {
    boolean halts = way.mps(second) == 0;
    return halts && part.mode() != TransportMode.CAR ? ActivityType.STILL : type(part.mode());
  }

  private ActivityType mistakeFor(TransportMode mode) {
    var likely =
        switch (mode) {
          case BIKING, ESCOOTER -> List.of(ActivityType.WALKING, ActivityType.IN_VEHICLE);
          case BUS, TRAM, TRAIN, SUBWAY -> List.of(ActivityType.STILL, ActivityType.ON_BICYCLE);
          default -> List.of(ActivityType.UNKNOWN, ActivityType.STILL, ActivityType.WALKING);
        };
    return dice.pick(likely);
  }

  /** Recognisers know no motorcycles: they take them for a vehicle or, as often, for a bicycle. */
  private ActivityType type(TransportMode mode) {
    return switch (mode) {
      case WALKING -> ActivityType.WALKING;
      case RUNNING -> ActivityType.RUNNING;
      case BIKING, ESCOOTER -> ActivityType.ON_BICYCLE;
      case MOTORCYCLE -> dice.chance(0.5) ? ActivityType.ON_BICYCLE : ActivityType.IN_VEHICLE;
      case IDLE -> ActivityType.STILL;
      default -> ActivityType.IN_VEHICLE;
    };
  }
}
