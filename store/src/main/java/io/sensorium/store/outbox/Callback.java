package io.sensorium.store.outbox;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.Owner;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.notification.CallbackUrl;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A URL that an owner registered to be told by.
 *
 * @param createdBy who registered it on the owner's behalf; null when it was the owner
 * @param typeBits the sum of the bits of what it wants to be told: {@link
 *     io.sensorium.core.notification.NotificationType#callbackBit} of an owner of sensors, {@link
 *     io.sensorium.core.notification.MessageType#bit} of an application
 * @param failingSince the first failure after which nothing went through; null when all is well
 * @param disabled why and since when nothing is sent; null while it is active
 */
public record Callback(
    CallbackId id,
    Owner owner,
    @Nullable SensorUserId createdBy,
    CallbackUrl url,
    int typeBits,
    Instant createdAt,
    @Nullable Instant failingSince,
    @Nullable Disabled disabled) {

  /** All bits that an owner of sensors may ask for. */
  public static final int ALL_TYPES = 7;

  private static final int MAX_BITS = 15;

  /** That nothing is sent any more. */
  public record Disabled(Reason reason, Instant at) {}

  /** Why nothing is sent. */
  public enum Reason {
    /** The receiver answered 410: it wants no more. */
    GONE,
    /** Nothing went through for days. */
    FAILING,
    /** Its owner wanted it so. */
    OWNER
  }

  /** How it goes. */
  public enum State {
    ACTIVE,
    FAILING,
    DISABLED
  }

  public Callback {
    if (typeBits < 1 || typeBits > MAX_BITS) {
      throw new IllegalArgumentException("a callback's type is 1 to 15: " + typeBits);
    }
  }

  public State state() {
    if (disabled != null) {
      return State.DISABLED;
    }
    return failingSince == null ? State.ACTIVE : State.FAILING;
  }
}
