package io.sensorium.store.alarm;

import io.sensorium.core.alarm.AlarmTransition;

/** A transition with the id of its line in the log. */
public record LoggedTransition(long logId, AlarmTransition transition) {}
