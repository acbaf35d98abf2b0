package io.sensorium.analysis.recognition;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.time.Micros;
import java.util.Comparator;

/**
 * What one source says of how somebody moves, and for how long that holds.
 *
 * @param untilMicros when it holds no longer, unless it is said again
 */
public record Recognised(ActivitySample sample, Source source, long untilMicros) {

  /** Who says so; of two that are equally sure, the earlier one is believed. */
  public enum Source {
    PHONE,
    STEPS,
    MOTION
  }

  /** What the phone's own recogniser says holds a minute against the others. */
  static final long PHONE_HOLDS_MICROS = Micros.PER_MINUTE;

  static final Comparator<Recognised> ORDER =
      Comparator.comparing(Recognised::sample, ActivitySample.ORDER)
          .thenComparing(Recognised::source)
          .thenComparingLong(Recognised::untilMicros);

  public Recognised {
    if (untilMicros < Micros.of(sample.time())) {
      throw new IllegalArgumentException("ends before it starts: " + sample.time());
    }
  }

  /** What the phone's own recogniser says. */
  public static Recognised byPhone(ActivitySample sample) {
    long untilMicros = Micros.of(sample.time()) + PHONE_HOLDS_MICROS;
    return new Recognised(sample, Source.PHONE, untilMicros);
  }

  static Recognised of(
      Source source, long atMicros, ActivityType type, double confidenceRatio, long untilMicros) {
    double hundredths = StrictMath.round(confidenceRatio * 100) / 100.0;
    var sample = new ActivitySample(Micros.toInstant(atMicros), type, hundredths);
    return new Recognised(sample, source, untilMicros);
  }

  long timeMicros() {
    return Micros.of(sample.time());
  }

  /** Whether both cannot be true at once. */
  boolean contradicts(Recognised other) {
    return manner() != other.manner();
  }

  /** Whether this one is believed where both contradict each other. */
  boolean isSurerThan(Recognised other) {
    if (other.manner() == ActivityType.UNKNOWN) {
      return manner() != ActivityType.UNKNOWN;
    }
    int surer = Double.compare(sample.confidenceRatio(), other.sample.confidenceRatio());
    return surer > 0 || (surer == 0 && source.compareTo(other.source) < 0);
  }

  /** The type, but for walking and running, which do not contradict each other. */
  private ActivityType manner() {
    return switch (sample.type()) {
      case WALKING, RUNNING, ON_FOOT -> ActivityType.ON_FOOT;
      case STILL, ON_BICYCLE, IN_VEHICLE, UNKNOWN, TILTING -> sample.type();
    };
  }
}
