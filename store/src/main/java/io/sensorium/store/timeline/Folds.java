package io.sensorium.store.timeline;

import io.sensorium.core.id.UserId;
import io.sensorium.store.inbox.Appended;
import io.sensorium.store.inbox.NewEntry;
import java.util.List;
import java.util.Optional;

/**
 * What the engine keeps for each user between two steps.
 *
 * <p>Every implementation passes {@code FoldsContract}. Safe for use by many threads; one thread at
 * a time works on a user.
 */
public interface Folds {

  Optional<FoldHead> findHead(UserId user);

  /** The last snapshot with a time before {@code beforeMicros}. */
  Optional<Snapshot> findSnapshotBefore(UserId user, long beforeMicros);

  /** Snapshots with {@code afterMicros < time <= upToMicros}, oldest first. */
  List<Snapshot> listSnapshots(UserId user, long afterMicros, long upToMicros);

  /**
   * Events whose piece was closed with {@code afterMicros < time <= upToMicros}, oldest first.
   * Those that are open count as closed at {@link StoredEvent#OPEN}.
   */
  List<StoredEvent> listEventsClosedWithin(UserId user, long afterMicros, long upToMicros);

  /** Events of pieces that overlap the range, oldest first. */
  List<StoredEvent> listEventsOverlapping(UserId user, long fromMicros, long toMicros);

  /**
   * Trips, the newest first, of which a leg was derived by other versions than these. Those that
   * are told as preliminary are left out: they are derived again anyway.
   */
  List<TripSpan> listTripsOfOtherBasis(UserId user, String basis);

  /** Whether all trips of all users were found to be derived by these versions, last of all. */
  boolean isBasisOfAllTrips(String basis);

  /** Writes down that all trips of all users are derived by these versions. */
  void writeBasisOfAllTrips(String basis);

  /**
   * Commits a step in one transaction and returns when it is visible to readers.
   *
   * @throws io.sensorium.store.StoreException also when an entry of {@code foldedPositions} is gone
   */
  void commit(Revision revision);

  /**
   * Takes a batch in and commits the step that folded it, in one transaction, and returns when both
   * are on disk. A batch whose key the install has used within seven days changes nothing.
   *
   * @param batch is not in the inbox, and does not come there
   * @param revision what the batch leads to
   */
  Appended commitArrival(NewEntry batch, Revision revision);

  /** Users whose open events may look different at that tick. */
  List<UserId> listDue(long tickMicros, int limit);

  /** All users who have an archive or a timeline, in the order of their ids. */
  List<UserId> listUsers();

  /** The last tick written; {@link Long#MIN_VALUE} when there is none. */
  long lastTick();

  /** Writes a tick. Ticks never go back: an earlier one than the last is ignored. */
  void writeTick(long tickMicros);
}
