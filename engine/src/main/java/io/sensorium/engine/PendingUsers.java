package io.sensorium.engine;

import io.sensorium.core.id.UserId;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Users who have something to be done, first come first served; each is given to one worker at a
 * time.
 *
 * <p>A user who was woken by an upload is held back for a moment, so that what follows at once is
 * done together with it.
 */
final class PendingUsers {
  /*
   * The delay is the same for all, so the order of coming is the order of being due. Marking a user
   * who waits already, the common case in a burst, wakes no thread.
   */

  private final long lingerNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition idle = lock.newCondition();
  private final Map<UserId, Long> dueNanos = new LinkedHashMap<>();
  private final Set<UserId> atWork = new HashSet<>();
  private final LinkedHashMap<UserId, Long> takenNanos = new LinkedHashMap<>(); // within linger
  private boolean closed;

  PendingUsers(Duration linger) {
    this.lingerNanos = linger.toNanos();
  }

  /** Marks a user; while somebody works on the user, the mark is kept for afterwards. */
  void add(UserId user) {
    lock.lock();
    try {
      if (dueNanos.putIfAbsent(user, System.nanoTime() + lingerNanos) == null) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes a mark back. */
  void remove(UserId user) {
    lock.lock();
    try {
      dueNanos.remove(user);
      if (dueNanos.isEmpty() && atWork.isEmpty()) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a user whom nobody works on and who has nothing that waits, without waiting; false when
   * there is more to be done for the user, or was just now: then what follows is better done
   * together. A user who is taken is given back by {@link #done}.
   */
  boolean tryTake(UserId user) {
    lock.lock();
    try {
      long now = System.nanoTime();
      forgetTaken(now);
      if (closed
          || dueNanos.containsKey(user)
          || atWork.contains(user)
          || takenNanos.containsKey(user)) {
        return false;
      }
      atWork.add(user);
      if (lingerNanos > 0) {
        takenNanos.put(user, now);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a user whom nobody works on and who has nothing that waits, for work that is not urgent;
   * false when there is something else to be done for the user. A user who is taken is given back
   * by {@link #done}.
   */
  boolean tryHold(UserId user) {
    lock.lock();
    try {
      return !closed && !dueNanos.containsKey(user) && atWork.add(user);
    } finally {
      lock.unlock();
    }
  }

  private void forgetTaken(long now) {
    var oldest = takenNanos.firstEntry();
    while (oldest != null && now - oldest.getValue() >= lingerNanos) {
      takenNanos.pollFirstEntry();
      oldest = takenNanos.firstEntry();
    }
  }

  /** Waits for a user who is due and whom nobody works on; empty once closed. */
  Optional<UserId> take() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        var next = firstFree();
        long waitNanos = next == null ? Long.MAX_VALUE : next.getValue() - System.nanoTime();
        if (next != null && waitNanos <= 0) {
          dueNanos.remove(next.getKey());
          atWork.add(next.getKey());
          return Optional.of(next.getKey());
        }
        changed.awaitNanos(waitNanos);
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private Map.@Nullable Entry<UserId, Long> firstFree() {
    for (var waiting : dueNanos.entrySet()) {
      if (!atWork.contains(waiting.getKey())) {
        return waiting;
      }
    }
    return null;
  }

  /**
   * Ends the work on a user.
   *
   * @param more whether the user has more to be done, at once
   */
  void done(UserId user, boolean more) {
    lock.lock();
    try {
      atWork.remove(user);
      if (more) {
        dueNanos.remove(user);
        dueNanos.put(user, System.nanoTime());
      }
      if (!dueNanos.isEmpty()) {
        changed.signal();
      } else if (atWork.isEmpty()) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nobody waits and nobody is worked on, or the queue is closed. */
  void awaitIdle() throws InterruptedException {
    lock.lock();
    try {
      while (!closed && !(dueNanos.isEmpty() && atWork.isEmpty())) {
        idle.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The same, no longer than is said. */
  void awaitIdle(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long leftNanos = atMost.toNanos();
      while (!closed && !(dueNanos.isEmpty() && atWork.isEmpty()) && leftNanos > 0) {
        leftNanos = idle.awaitNanos(leftNanos);
      }
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      var all = new HashSet<>(dueNanos.keySet());
      all.addAll(atWork);
      return all.size();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      idle.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
