package io.sensorium.benchmarks.alarms;

import java.time.Duration;

/** An alarm for values above a threshold that last. */
record AlarmRule(double above, double hysteresis, Duration delay) {

  /** As the sensor API takes it. */
  String form(long source) {
    return "data_source=%d&direction=above&value=%s&hysteresis=%s&delay=%d"
        .formatted(source, above, hysteresis, delay.toMinutes());
  }
}
