package io.sensorium.simulator.sensing;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** What several sensors measure, in the order of time; ends when all of them are dead. */
final class Readings implements Iterator<Reading> {

  private record Ahead(Reading reading, Iterator<Reading> rest) {}

  private static final Comparator<Ahead> ORDER =
      Comparator.comparingLong((Ahead ahead) -> ahead.reading().timeMicros())
          .thenComparing(ahead -> ahead.reading().sensor())
          .thenComparing(ahead -> ahead.reading().quantity());

  private final PriorityQueue<Ahead> queue = new PriorityQueue<>(ORDER);

  Readings(List<? extends Iterator<Reading>> lives) {
    lives.forEach(this::enqueue);
  }

  private void enqueue(Iterator<Reading> life) {
    if (life.hasNext()) {
      queue.add(new Ahead(life.next(), life));
    }
  }

  @Override
  public boolean hasNext() {
    return !queue.isEmpty();
  }

  @Override
  public Reading next() {
    var next = queue.poll();
    if (next == null) {
      throw new NoSuchElementException("no sensor lives");
    }
    enqueue(next.rest());
    return next.reading();
  }
}
