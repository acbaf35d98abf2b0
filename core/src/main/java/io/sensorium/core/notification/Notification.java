package io.sensorium.core.notification;

import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.id.WorkflowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that an owner is told of once, by callbacks and mail.
 *
 * @param key names the fact: the same fact found again has the same key, and is not told again
 * @param at the event's own time, not the time of telling
 * @param late whether it was found long after it happened
 */
public record Notification(
    String key,
    SensorUserId owner,
    NotificationType type,
    Instant at,
    boolean late,
    Subject subject) {

  /** What it is about; the ids lead to what a message shows. */
  public sealed interface Subject {

    /** A change of an alarm; {@code logId} names its line in the log. */
    record OfAlarm(AlarmId alarm, SourceId source, long logId, double value) implements Subject {}

    /** Measurements that somebody took by pressing a button. */
    record OfMeasurement(GatewayId gateway, SensorId sensor, SourceId source, double value)
        implements Subject {}

    /** A sensor, or a whole gateway where there is no sensor. */
    record OfDevice(GatewayId gateway, @Nullable SensorId sensor, @Nullable SourceId source)
        implements Subject {}

    /** A workflow that ended. */
    record OfWorkflow(WorkflowId workflow, GatewayId gateway) implements Subject {}
  }
}
