package io.sensorium.store.inbox;

import io.sensorium.core.id.UserId;
import java.time.Instant;
import java.util.List;

/**
 * Accepted batches in the order of arrival, until they are folded.
 *
 * <p>Every implementation passes {@code InboxContract}. Safe for use by many threads. A failing
 * database shows as {@link io.sensorium.store.StoreException}.
 */
public interface Inbox {

  /**
   * Stores a batch, and returns when it is on disk. Batches that wait at the same time share one
   * fsync. A batch whose key the install has used within seven days is not stored again.
   */
  Appended append(NewEntry entry);

  /** Users who have entries that are not folded, longest waiting first. */
  List<UserId> listPendingUsers();

  /**
   * A user's entries, oldest first: as many as hold {@code maxItems} items together, but at least
   * one where there is any.
   *
   * @throws DamagedEntryException when an entry's checksum does not hold
   */
  List<InboxEntry> listEntries(UserId user, int maxItems);

  /** Moves an entry out of the way of its neighbours. Does nothing when it is gone. */
  void park(long position, String reason, Instant parkedAt);

  /** All parked inputs, oldest first. */
  List<ParkedInput> listParked();

  /** Puts a parked input back at the end of the inbox; false when there is no such input. */
  boolean replay(long parkedId);

  InboxStatus status();

  /** Forgets batch keys that were first seen before {@code instant}. */
  void forgetBatchesBefore(Instant instant);
}
