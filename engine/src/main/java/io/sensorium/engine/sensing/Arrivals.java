package io.sensorium.engine.sensing;

import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.measurement.SourceRows;
import io.sensorium.engine.sensing.KeptAlarm.Span;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Measurements that are stored and wait to be looked at. Takes as many as there is room for row by
 * row; of what comes beyond, only the span of each source is remembered, and read again later.
 */
final class Arrivals {

  /** Something to be looked at. */
  sealed interface Arrival {

    /** Rows of one source. */
    record Rows(SourceId source, Series rows, long ticket) implements Arrival {}

    /** A span whose rows are to be read again. */
    record Unread(SourceId source, Span span) implements Arrival {}
  }

  private final int maxRows;
  private final ArrayDeque<Arrival.Rows> waiting = new ArrayDeque<>();
  private final Map<SourceId, Span> unread = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long lastTicket;
  private int waitingRows;
  private boolean signalled;

  Arrivals(int maxRows) {
    this.maxRows = maxRows;
  }

  /** Takes the rows of one source of a batch; returns at once. */
  void add(SourceRows batch, int source) {
    var id = new SourceId(batch.sourceId(source));
    var rows = batch.series(source);
    lock.lock();
    try {
      if (waitingRows + rows.size() > maxRows) {
        addUnread(id, new Span(rows.timeMicros(0), rows.timeMicros(rows.size() - 1)));
      } else {
        waiting.add(new Arrival.Rows(id, rows, ++lastTicket));
        waitingRows += rows.size();
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Has a span looked at, or looked at once more. */
  void addUnread(SourceId source, Span span) {
    lock.lock();
    try {
      unread.merge(source, span, Span::and);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Has whoever waits look up. */
  void signal() {
    lock.lock();
    try {
      signalled = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Of the arrivals that are in the store. */
  long lastTicket() {
    lock.lock();
    try {
      return lastTicket;
    } finally {
      lock.unlock();
    }
  }

  boolean isEmpty() {
    lock.lock();
    try {
      return waiting.isEmpty() && unread.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  int waitingRows() {
    lock.lock();
    try {
      return waitingRows;
    } finally {
      lock.unlock();
    }
  }

  /** The next one, or null when none came for so long. */
  @Nullable Arrival next(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (waiting.isEmpty() && unread.isEmpty() && !signalled && left > 0) {
        left = changed.awaitNanos(left);
      }
      signalled = false;
      return poll();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Arrival poll() {
    var rows = waiting.poll();
    if (rows != null) {
      waitingRows -= rows.rows().size();
      return rows;
    }
    if (unread.isEmpty()) {
      return null;
    }
    var first = unread.entrySet().iterator().next();
    unread.remove(first.getKey());
    return new Arrival.Unread(first.getKey(), first.getValue());
  }
}
