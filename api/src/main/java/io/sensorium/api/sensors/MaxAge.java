package io.sensorium.api.sensors;

import io.sensorium.api.sensors.parameter.Period;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.time.Micros;
import io.sensorium.store.measurement.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** For how many seconds answers may be kept; see docs/protocols/sensor-api.md. */
final class MaxAge {

  static final int LEAST = 5;
  static final int GREATEST = 900;
  static final int ALARMS = 60;
  static final int CALLBACKS = 60;
  static final int RUNNING_WORKFLOW = 2;

  /** What did not change for so long is taken as settled. */
  private static final Duration SETTLED = Duration.ofMinutes(15);

  private MaxAge() {}

  /** Of users and devices: long when the last change was long ago. */
  static int sinceChange(Instant lastChange, Instant now) {
    return lastChange.plus(SETTLED).isAfter(now) ? LEAST : GREATEST;
  }

  /** Until the next sample of any of the sources is due; one without samples is always due. */
  static int untilNextSample(
      List<DataSource> sources, Map<SourceId, Measurement> latest, Instant now) {
    long nowMicros = Micros.of(now);
    long least = GREATEST;
    for (var source : sources) {
      var last = latest.get(source.id());
      if (last == null) {
        return LEAST;
      }
      long dueMicros = last.timeMicros() + source.interval().toNanos() / 1_000;
      least = Math.min(least, Math.floorDiv(dueMicros - nowMicros, Micros.PER_SECOND));
    }
    return (int) Math.max(LEAST, least);
  }

  /** Whether a period is over, and its last samples are in. */
  static boolean isClosed(Period period, Instant now) {
    return period.endsBefore(now.minus(SETTLED));
  }
}
