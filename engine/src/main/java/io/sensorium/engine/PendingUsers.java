package io.sensorium.engine;

import io.sensorium.core.id.UserId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Users who have something to be done, first come first served; each is given to one worker at a
 * time.
 */
final class PendingUsers {

  private final LinkedHashSet<UserId> waiting = new LinkedHashSet<>();
  private final Set<UserId> atWork = new HashSet<>();
  private boolean closed;

  /** Marks a user; while somebody works on the user, the mark is kept for afterwards. */
  synchronized void add(UserId user) {
    waiting.add(user);
    notifyAll();
  }

  /** Waits for a user whom nobody works on; empty once closed. */
  synchronized Optional<UserId> take() throws InterruptedException {
    while (!closed) {
      for (var user : waiting) {
        if (!atWork.contains(user)) {
          waiting.remove(user);
          atWork.add(user);
          return Optional.of(user);
        }
      }
      wait();
    }
    return Optional.empty();
  }

  /** Ends the work on a user. */
  synchronized void done(UserId user) {
    atWork.remove(user);
    notifyAll();
  }

  /** Waits until nobody waits and nobody is worked on, or the queue is closed. */
  synchronized void awaitIdle() throws InterruptedException {
    while (!closed && !(waiting.isEmpty() && atWork.isEmpty())) {
      wait();
    }
  }

  synchronized int size() {
    var all = new HashSet<>(waiting);
    all.addAll(atWork);
    return all.size();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
