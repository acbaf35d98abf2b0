package io.sensorium.analysis.recognition;

import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells walking and running from counted steps. See docs/algorithms/recognition.md.
 *
 * <p>Only a short span with many steps says anything: a long one does not tell when somebody
 * walked, and few steps fit rest, a vehicle and a phone on the table alike.
 */
public final class StepRecognition {

  /** A longer span tells nothing. */
  public static final long LONGEST_SPAN_MICROS = 3 * Micros.PER_MINUTE;

  /** How long the last span of a walk is believed after its end. */
  static final long HOLDS_MICROS = 10 * Micros.PER_SECOND;

  private static final long SHORTEST_SPAN_MICROS = 10 * Micros.PER_SECOND;
  private static final double WALKING_PER_MINUTE = 50;
  private static final double CLEARLY_WALKING_PER_MINUTE = 100;
  private static final double RUNNING_PER_MINUTE = 140;
  private static final double CLEARLY_RUNNING_PER_MINUTE = 160;
  private static final double FASTEST_PER_MINUTE = 260;
  private static final double LEAST_CONFIDENCE_RATIO = 0.6;
  private static final double MOST_CONFIDENCE_RATIO = 0.95;

  private StepRecognition() {}

  /** What the spans tell, in their order. */
  public static List<Recognised> of(List<StepCount> steps) {
    var found = new ArrayList<Recognised>();
    for (var span : steps) {
      if (tells(span)) {
        found.add(recognise(span));
      }
    }
    return found;
  }

  /** Whether the span tells anything. */
  static boolean tells(StepCount span) {
    long micros = Micros.of(span.end()) - Micros.of(span.start());
    if (micros < SHORTEST_SPAN_MICROS || micros > LONGEST_SPAN_MICROS) {
      return false;
    }
    double perMinute = perMinute(span);
    return perMinute >= WALKING_PER_MINUTE && perMinute <= FASTEST_PER_MINUTE;
  }

  private static Recognised recognise(StepCount span) {
    double perMinute = perMinute(span);
    boolean runs = perMinute >= RUNNING_PER_MINUTE;
    double clear =
        runs
            ? share(perMinute, RUNNING_PER_MINUTE, CLEARLY_RUNNING_PER_MINUTE)
            : share(perMinute, WALKING_PER_MINUTE, CLEARLY_WALKING_PER_MINUTE);
    return Recognised.of(
        Recognised.Source.STEPS,
        Micros.of(span.start()),
        runs ? ActivityType.RUNNING : ActivityType.WALKING,
        LEAST_CONFIDENCE_RATIO + clear * (MOST_CONFIDENCE_RATIO - LEAST_CONFIDENCE_RATIO),
        Micros.of(span.end()) + HOLDS_MICROS);
  }

  private static double share(double value, double from, double to) {
    return Math.clamp((value - from) / (to - from), 0, 1);
  }

  private static double perMinute(StepCount span) {
    long micros = Micros.of(span.end()) - Micros.of(span.start());
    return (double) span.count() * Micros.PER_MINUTE / micros;
  }
}
