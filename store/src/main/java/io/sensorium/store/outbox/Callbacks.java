package io.sensorium.store.outbox;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.Owner;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.core.notification.WebhookSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registered callbacks and their secrets, which are kept sealed.
 *
 * <p>What belongs to another owner is treated as if it were not there. Every implementation passes
 * {@code CallbacksContract}. Safe for use by many threads.
 */
public interface Callbacks {

  int MAX_PER_OWNER = 20;

  /** For how long the secret before signs too, so that a receiver can change over. */
  Duration SECRET_OVERLAP = Duration.ofHours(24);

  /** A callback to be. */
  record NewCallback(
      Owner owner,
      @Nullable SensorUserId createdBy,
      CallbackUrl url,
      int typeBits,
      Instant createdAt) {}

  /** A new callback with its secret, which is not shown again. */
  record Registered(Callback callback, WebhookSecret secret) {}

  /** The new callback; empty when the owner has {@link #MAX_PER_OWNER} already. */
  Optional<Registered> create(NewCallback callback);

  Optional<Callback> find(Owner owner, CallbackId id);

  /** By id. */
  List<Callback> list(Owner owner);

  /** Gives it another URL and other types; what waits goes to the new URL. */
  boolean change(Owner owner, CallbackId id, CallbackUrl url, int typeBits);

  /**
   * The bits of all that active callbacks want to be told, of whomever, remembered from one change
   * through this object to the next; one that delivery has disabled since may still count.
   */
  int wantedBits();

  /** Removes it with all its deliveries. */
  boolean delete(Owner owner, CallbackId id);

  /** Removes all of an owner; tells how many there were. */
  int deleteAll(Owner owner);

  /** Draws a new secret; the one before signs too for {@link #SECRET_OVERLAP}. */
  Optional<WebhookSecret> rotateSecret(Owner owner, CallbackId id, Instant at);

  /** Sends nothing any more; deliveries that wait end as failed. No change if it is disabled. */
  boolean disable(Owner owner, CallbackId id, Instant at);

  /** Sends again what is new from now on; older deliveries can be replayed. */
  boolean enable(Owner owner, CallbackId id);

  /**
   * The secrets that sign now, the newest first.
   *
   * @throws io.sensorium.store.StoreException when they were sealed under another key
   */
  List<WebhookSecret> listSecrets(CallbackId id, Instant at);
}
