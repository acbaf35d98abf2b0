package io.sensorium.core.alarm;

import java.time.Instant;

/**
 * What holds for measurements dated {@code from} or later, until the next terms of the same alarm.
 *
 * @param enabled whether the condition is looked at; an alarm that is switched off is normal
 */
public record AlarmTerms(Instant from, AlarmCondition condition, boolean enabled) {}
