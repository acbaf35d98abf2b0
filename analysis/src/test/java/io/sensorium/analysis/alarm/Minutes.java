package io.sensorium.analysis.alarm;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.time.Micros;
import java.time.Instant;

/** Values a minute apart. */
final class Minutes {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private Minutes() {}

  static Instant instant(long minute) {
    return START.plusSeconds(60 * minute);
  }

  static long at(long minute) {
    return Micros.of(instant(minute));
  }

  /** A value each minute; NaN for a blank. */
  static Series series(double... values) {
    var rows = Series.builder(values.length);
    for (int i = 0; i < values.length; i++) {
      rows.add(at(i), values[i], type(values[i]), 0);
    }
    return rows.build();
  }

  static int type(double value) {
    var type = Double.isNaN(value) ? MeasurementType.BLANK : MeasurementType.REGULAR;
    return type.code();
  }
}
