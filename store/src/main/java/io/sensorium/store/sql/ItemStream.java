package io.sensorium.store.sql;

import java.util.List;

/**
 * How the archive deals with one stream. {@code T} holds items; all but the argument of {@link
 * #sortedDistinct} are sets in order.
 */
interface ItemStream<T> {

  /** Names the stream in the database; stored. */
  int code();

  /** Whether items last: {@link #reachMicros} may be later than {@link #timeMicros}. */
  boolean hasSpans();

  /** A block is split when it weighs more. */
  int maxBlockWeight();

  /** A block that weighs less takes items that follow it. */
  int openBlockWeight();

  int size(T items);

  long timeMicros(T items, int index);

  /** The last instant that the item tells of. */
  long reachMicros(T items, int index);

  int weight(T items, int index);

  T sortedDistinct(T items);

  T union(T a, T b);

  /** Those of {@code items} that {@code known} does not hold. */
  T without(T items, T known);

  T slice(T items, int from, int to);

  /** Items that overlap {@code fromMicros..toMicros}. */
  T within(T items, long fromMicros, long toMicros);

  T concat(List<T> parts);

  byte[] encode(T items);

  T decode(byte[] payload);
}
