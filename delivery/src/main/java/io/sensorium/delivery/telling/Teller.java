package io.sensorium.delivery.telling;

import io.sensorium.store.StoreException;
import io.sensorium.store.outbox.NotificationQueue;
import io.sensorium.store.outbox.NotificationQueue.Pending;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes notifications, in their order, and makes of them what callbacks are sent and what a mail
 * tells. A notification that cannot be told is parked, so that the others go on.
 *
 * @param <N> the kind of notification
 */
public final class Teller<N> {

  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final int BATCH = 100;

  private final NotificationQueue<N> notifications;
  private final Messages<N> messages;
  private final Clock clock;

  public Teller(NotificationQueue<N> notifications, Messages<N> messages, Clock clock) {
    this.notifications = notifications;
    this.messages = messages;
    this.clock = clock;
  }

  /** Takes all that wait; tells how many there were. */
  public int tellPending() {
    int count = 0;
    List<Pending<N>> pending;
    do {
      pending = notifications.listPending(BATCH);
      grouped(pending).forEach(this::tellOrPark);
      count += pending.size();
    } while (pending.size() == BATCH);
    return count;
  }

  private List<List<Pending<N>>> grouped(List<Pending<N>> pending) {
    var groups = new ArrayList<List<Pending<N>>>();
    for (var next : pending) {
      if (groups.isEmpty() || !isOf(groups.getLast(), next)) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(next);
    }
    return groups;
  }

  private boolean isOf(List<Pending<N>> group, Pending<N> next) {
    return messages.areTogether(group.getLast().notification(), next.notification());
  }

  private void tellOrPark(List<Pending<N>> group) {
    try {
      var told = messages.make(group.stream().map(Pending::notification).toList());
      notifications.tell(group, told, clock.instant());
    } catch (StoreException e) {
      if (e.isRetryable()) {
        throw e; // nothing is wrong with the notifications
      }
      park(group, e);
    } catch (RuntimeException e) { // whatever is wrong with these, the others are to be told
      park(group, e);
    }
  }

  private void park(List<Pending<N>> group, RuntimeException reason) {
    if (group.size() > 1) {
      group.forEach(pending -> tellOrPark(List.of(pending)));
      return;
    }
    var pending = group.getFirst();
    LOG.error("a notification cannot be told: {}", pending.position(), reason);
    notifications.park(pending.position(), String.valueOf(reason), clock.instant());
  }
}
