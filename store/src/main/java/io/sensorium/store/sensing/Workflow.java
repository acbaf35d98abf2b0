package io.sensorium.store.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.WorkflowId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to a gateway, and what came of it.
 *
 * @param sensor the sensor whose interval changes; null for commands to the gateway itself
 * @param interval the new interval; null for commands to the gateway itself
 * @param progressPercent 0 to 100
 * @param result what the gateway answered, JSON; null when nothing
 */
public record Workflow(
    WorkflowId id,
    SensorUserId owner,
    GatewayId gateway,
    Command command,
    @Nullable SensorId sensor,
    @Nullable Duration interval,
    State state,
    int progressPercent,
    @Nullable String result,
    @Nullable String error,
    Instant createdAt,
    Instant updatedAt,
    Instant expiresAt) {

  /** What a gateway is asked to do. */
  public enum Command {
    REBOOT,
    PAIRING_START,
    SET_INTERVAL
  }

  /** How far it has come; the last three are final. */
  public enum State {
    QUEUED,
    SENT,
    ACKNOWLEDGED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    EXPIRED;

    public boolean isFinal() {
      return this == SUCCEEDED || this == FAILED || this == EXPIRED;
    }

    /** Whether a report of {@code next} counts: nothing follows the end, and no state goes back. */
    public boolean mayBecome(State next) {
      return !isFinal() && next.ordinal() >= ordinal();
    }
  }
}
