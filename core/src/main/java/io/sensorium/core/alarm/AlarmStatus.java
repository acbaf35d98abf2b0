package io.sensorium.core.alarm;

import java.time.Instant;

/**
 * Where an alarm stands, and since when by the dates of its measurements.
 *
 * @param acknowledged whether somebody has acknowledged it since it was triggered
 */
public record AlarmStatus(AlarmState state, Instant since, boolean acknowledged) {}
