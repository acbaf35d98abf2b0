package io.sensorium.core.alarm;

import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm as its owner set it.
 *
 * @param condition what holds now; an earlier one still holds for measurements of its time
 * @param createdAt measurements dated earlier are not looked at
 * @param silencedUntil what is found before that is logged, but nobody is told; null when not
 *     silenced
 */
public record AlarmRule(
    AlarmId id,
    SensorUserId owner,
    SourceId source,
    AlarmCondition condition,
    Severity severity,
    boolean enabled,
    Instant createdAt,
    @Nullable Instant silencedUntil) {

  public boolean isSilencedAt(Instant now) {
    return silencedUntil != null && now.isBefore(silencedUntil);
  }
}
