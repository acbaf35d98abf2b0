package io.sensorium.store.outbox;

import io.sensorium.core.id.UserId;
import java.time.Instant;

/**
 * Users whose locations an event stream reads, or may go on reading where it broke off. Of others
 * no location is kept for streams: each upload leads to one, and most are never asked for.
 *
 * <p>Every implementation passes {@code FollowersContract}. Safe for use by many threads.
 */
public interface Followers {

  /** Whether the user is followed then; asked at each upload, it reads no table. */
  boolean isFollowed(UserId user, Instant at);

  /**
   * Has the user followed for {@link TimelineNotifications#KEPT_FOR} from then on. To be repeated
   * at least each hour for as long as a stream is open; that costs a write in an hour. It is on
   * disk when the call returns.
   *
   * @throws io.sensorium.store.erasure.ErasedUserException when the user was erased
   */
  void follow(UserId user, Instant at);

  /** Forgets those who are followed no more. */
  void prune(Instant now);
}
