package io.sensorium.store.erasure;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Removes users with all that is held of them, step by step: {@link #begin}, {@link #removeFacts},
 * {@link #purgeFacts}, {@link #finish}.
 *
 * <p>Each step may be done again after a crash, and has the effect of being done once. Every
 * implementation passes {@code ErasuresContract}. Safe for use by many threads.
 */
public interface Erasures {

  /**
   * Writes down that a user is to be erased. From then on their installs and credentials are known
   * as erased, and nobody holds their external id.
   *
   * @return false when there is no such user
   */
  boolean begin(UserId user, Instant now);

  /** Users whose erasure was begun and not finished, the first begun first. */
  List<UserId> listUnfinished();

  /**
   * Removes all that was accepted and derived of the user. Whatever is to be stored for the user
   * afterwards, or meanwhile, is refused with {@link ErasedUserException}.
   */
  void removeFacts(UserId user);

  /**
   * Sees to it that no file of the store holds bytes of facts that were removed. On PostgreSQL that
   * is left to the database.
   *
   * @param atMost how long to wait for readers who still see what was removed
   * @throws io.sensorium.store.StoreException retryable, when they did not end in time
   */
  void purgeFacts(Duration atMost);

  /**
   * Removes the user, with installs and credentials, and that the erasure was asked for; then, as
   * {@link #purgeFacts}, the bytes of all that.
   *
   * @throws io.sensorium.store.StoreException retryable, when readers did not end in time: the user
   *     is gone all the same, and the bytes are once the readers have ended
   */
  void finish(UserId user, Duration atMost);

  /** The application of an install whose person was erased; empty for any other install. */
  Optional<ApplicationId> findErasedInstall(InstallId install);

  /** Whether the credential was one of a user who was erased, and held until then. */
  boolean isErased(Secret shown);
}
