package io.sensorium.engine.flow;

import io.sensorium.core.id.UserId;
import io.sensorium.store.inbox.Appended;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Folds;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.Snapshot;
import io.sensorium.store.timeline.StoredEvent;
import io.sensorium.store.timeline.TripSpan;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** A real store whose process dies now and then, just before or just after a commit. */
final class CrashingFolds implements Folds {

  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final Folds real;
  private final Random random;

  CrashingFolds(Folds real, Random random) {
    this.real = real;
    this.random = random;
  }

  @Override
  public void commit(Revision revision) {
    crashingAround(
        () -> {
          real.commit(revision);
          return true;
        });
  }

  @Override
  public Appended commitArrival(NewEntry batch, Revision revision) {
    return crashingAround(() -> real.commitArrival(batch, revision));
  }

  private <T> T crashingAround(Supplier<T> commit) {
    int fate = random.nextInt(10);
    if (fate == 0) {
      throw new Crash();
    }
    T committed = commit.get();
    if (fate == 1) {
      throw new Crash();
    }
    return committed;
  }

  @Override
  public List<TripSpan> listTripsOfOtherBasis(UserId user, String basis) {
    return real.listTripsOfOtherBasis(user, basis);
  }

  @Override
  public boolean isBasisOfAllTrips(String basis) {
    return real.isBasisOfAllTrips(basis);
  }

  @Override
  public void writeBasisOfAllTrips(String basis) {
    real.writeBasisOfAllTrips(basis);
  }

  @Override
  public Optional<FoldHead> findHead(UserId user) {
    return real.findHead(user);
  }

  @Override
  public Optional<Snapshot> findSnapshotBefore(UserId user, long beforeMicros) {
    return real.findSnapshotBefore(user, beforeMicros);
  }

  @Override
  public List<Snapshot> listSnapshots(UserId user, long afterMicros, long upToMicros) {
    return real.listSnapshots(user, afterMicros, upToMicros);
  }

  @Override
  public List<StoredEvent> listEventsClosedWithin(UserId user, long afterMicros, long upToMicros) {
    return real.listEventsClosedWithin(user, afterMicros, upToMicros);
  }

  @Override
  public List<StoredEvent> listEventsOverlapping(UserId user, long fromMicros, long toMicros) {
    return real.listEventsOverlapping(user, fromMicros, toMicros);
  }

  @Override
  public List<UserId> listDue(long tickMicros, int limit) {
    return real.listDue(tickMicros, limit);
  }

  @Override
  public List<UserId> listUsers() {
    return real.listUsers();
  }

  @Override
  public long lastTick() {
    return real.lastTick();
  }

  @Override
  public void writeTick(long tickMicros) {
    real.writeTick(tickMicros);
  }
}
