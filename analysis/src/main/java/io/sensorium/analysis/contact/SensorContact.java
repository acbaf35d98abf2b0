package io.sensorium.analysis.contact;

import io.sensorium.core.id.SensorId;

/**
 * When a sensor was heard of.
 *
 * @param heardMicros when the last report of any of its sources came
 * @param intervalMicros of its source that reports most often
 * @param allowanceMicros how long it may say nothing
 */
public record SensorContact(
    SensorId sensor,
    long heardMicros,
    long intervalMicros,
    long allowanceMicros,
    SilenceKind silence) {

  boolean isOverAllowance(long nowMicros) {
    return nowMicros - heardMicros > allowanceMicros;
  }

  /** When its next report should have come at the latest. */
  long expectedMicros() {
    return heardMicros + Allowance.overdueMicros(intervalMicros);
  }
}
