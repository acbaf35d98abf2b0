package io.sensorium.store.sql.measurement;

import java.util.ArrayDeque;

/**
 * Tells up to which sequence number all rows can be read. Batches are committed in the order of
 * their numbers, but come into memory by several threads at once.
 */
final class PublicationOrder {

  /** A batch that was given numbers. */
  static final class Ticket {

    private final long lastSeq;
    private boolean settled;

    private Ticket(long lastSeq) {
      this.lastSeq = lastSeq;
    }
  }

  private final ArrayDeque<Ticket> open = new ArrayDeque<>();
  private long published;

  PublicationOrder(long published) {
    this.published = published;
  }

  /** Enrols a batch; called in the order of the numbers. */
  synchronized Ticket enrol(long lastSeq) {
    var ticket = new Ticket(lastSeq);
    open.add(ticket);
    return ticket;
  }

  /** The batch's rows can be read, or will never come. */
  synchronized void settle(Ticket ticket) {
    ticket.settled = true;
    boolean moved = false;
    for (var next = open.peek(); next != null && next.settled; next = open.peek()) {
      published = next.lastSeq;
      open.remove();
      moved = true;
    }
    if (moved) {
      notifyAll();
    }
  }

  /** All rows up to this number can be read. */
  synchronized long published() {
    return published;
  }

  /** Returns when all rows up to the number can be read. */
  synchronized void await(long seq) {
    boolean interrupted = false;
    while (published < seq) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // the rows are stored: their sender must hear of it
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
