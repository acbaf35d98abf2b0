package io.sensorium.store.database;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Work for the writer, with the thread that waits for it. */
final class WriteJob<T> {

  /** What the work is, and what its owner waits for. */
  enum Kind {
    DURABLE,
    DERIVED,
    UPKEEP
  }

  private enum Turn {
    WAITING,
    LEADING,
    DONE
  }

  private final Work<T> work;
  private final Kind kind;
  private final Thread owner = Thread.currentThread();
  private volatile Turn turn = Turn.WAITING;
  private @Nullable T result;
  private @Nullable Throwable failure;

  WriteJob(Work<T> work, Kind kind) {
    this.work = work;
    this.kind = kind;
  }

  boolean isDurable() {
    return kind == Kind.DURABLE;
  }

  /** Whether it runs outside of any transaction, with no other work beside it. */
  boolean isUpkeep() {
    return kind == Kind.UPKEEP;
  }

  boolean hasFailed() {
    return failure != null;
  }

  void run(Session session) throws SQLException {
    result = work.run(session);
  }

  void fail(Throwable why) {
    if (failure == null) {
      failure = why;
    }
  }

  /** Has the owner take the next transaction. */
  void promote() {
    turn = Turn.LEADING;
    LockSupport.unpark(owner);
  }

  /** Tells the owner that the work is committed, or has failed. */
  void complete() {
    turn = Turn.DONE;
    if (owner != Thread.currentThread()) {
      LockSupport.unpark(owner);
    }
  }

  /** Waits; true when the owner is to take the next transaction, false when the work is done. */
  boolean awaitTurn() {
    boolean interrupted = false;
    while (turn == Turn.WAITING) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted(); // what was begun is awaited: its outcome must be known
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return turn == Turn.LEADING;
  }

  /** What the work returned, once it is done, or what it threw. */
  @SuppressWarnings("NullAway") // a result is null only where T allows it
  T outcome() {
    return switch (failure) {
      case null -> result;
      case SQLException e -> throw Failures.asStoreException(e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    };
  }
}
