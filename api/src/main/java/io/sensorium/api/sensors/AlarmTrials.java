package io.sensorium.api.sensors;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmTrial;
import io.sensorium.core.id.SourceId;
import java.time.Instant;

/** Finds out what an alarm would have done in a time that is past. */
@FunctionalInterface
public interface AlarmTrials {

  AlarmTrial run(SourceId source, AlarmCondition condition, Instant from, Instant to);
}
