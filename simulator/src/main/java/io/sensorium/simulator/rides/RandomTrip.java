package io.sensorium.simulator.rides;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.random.Dice;
import java.time.Instant;
import java.util.List;

/**
 * One trip of somebody, and what the phone recorded of it.
 *
 * @param activity in order
 * @param spans when it was by which mode; waits and rests are in none
 */
public record RandomTrip(FixTrack fixes, List<ActivitySample> activity, List<Span> spans) {

  /**
   * A part by one mode.
   *
   * @param endMicros exclusive
   */
  public record Span(long startMicros, long endMicros, TransportMode mode) {}

  /** What trips are mainly by; how often a mode stands here is how often it is drawn. */
  private static final List<TransportMode> MODES =
      List.of(
          TransportMode.WALKING,
          TransportMode.WALKING,
          TransportMode.RUNNING,
          TransportMode.BIKING,
          TransportMode.BIKING,
          TransportMode.BIKING,
          TransportMode.ESCOOTER,
          TransportMode.CAR,
          TransportMode.CAR,
          TransportMode.CAR,
          TransportMode.CAR,
          TransportMode.CAR,
          TransportMode.BUS,
          TransportMode.BUS,
          TransportMode.BUS,
          TransportMode.BUS,
          TransportMode.TRAM,
          TransportMode.SUBWAY,
          TransportMode.TRAIN,
          TransportMode.TRAIN,
          TransportMode.FLIGHT);

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  /** Checks nothing; copies the lists. */
  public RandomTrip {
    activity = List.copyOf(activity);
    spans = List.copyOf(spans);
  }

  /** The trip of a seed; the same for the same seed. */
  public static RandomTrip of(long seed) {
    var dice = new Dice(seed).fork("random trip");
    return of(dice.pick(MODES), dice);
  }

  /** A trip mainly by this mode. */
  public static RandomTrip of(TransportMode mode, long seed) {
    return of(mode, new Dice(seed).fork("random trip"));
  }

  /** A ride by this mode along a line of at least two points, and rests at both of its ends. */
  public static RandomTrip along(List<LatLon> line, TransportMode mode, long seed) {
    var dice = new Dice(seed).fork("ride along a line");
    return of(Chain.along(new Line(line), mode, dice), line.getFirst(), dice);
  }

  private static RandomTrip of(TransportMode mode, Dice dice) {
    var way = Chain.of(mode, dice);
    return of(way, new LatLon(dice.uniform(-55, 60), dice.uniform(-170, 170)), dice);
  }

  private static RandomTrip of(Way way, LatLon origin, Dice dice) {
    var phone = new RandomPhone(dice.fork("phone"));
    long start = Micros.of(START);
    var spans =
        way.parts().stream()
            .filter(part -> part.mode() != TransportMode.IDLE)
            .map(
                part ->
                    new Span(
                        start + part.from() * Micros.PER_SECOND,
                        start + part.to() * Micros.PER_SECOND,
                        part.mode()))
            .toList();
    return new RandomTrip(phone.fixes(way, origin, start), phone.activity(way, start), spans);
  }
}
