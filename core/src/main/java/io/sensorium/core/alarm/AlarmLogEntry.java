package io.sensorium.core.alarm;

import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SourceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the alarm log; it outlives its alarm.
 *
 * @param date when it happened: of triggered and recovered by the dates of the measurements
 * @param value null where no measurement decided
 * @param condition what held then
 * @param duration how long the alarm had been active when it recovered; null for the others
 * @param comment what somebody wrote when acknowledging
 */
public record AlarmLogEntry(
    long id,
    AlarmId alarm,
    SourceId source,
    AlarmEvent event,
    Instant date,
    @Nullable Double value,
    AlarmCondition condition,
    @Nullable Duration duration,
    @Nullable String comment) {}
