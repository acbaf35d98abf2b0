package io.sensorium.api.people;

import io.sensorium.core.id.UserId;

/** Erases users with all that is held of them. Safe for many threads. */
public interface Erasure {

  /**
   * Returns when nothing of the user is left. What a crash interrupts is finished at the next
   * start.
   *
   * @throws io.sensorium.store.StoreException retryable, when somebody reads for so long that bytes
   *     of the user could not be overwritten yet; that goes on by itself
   */
  void erase(UserId user);
}
