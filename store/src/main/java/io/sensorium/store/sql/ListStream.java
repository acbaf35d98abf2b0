package io.sensorium.store.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * A stream of items that are values.
 *
 * @param order orders items by time, then by all else, so that equal means the same
 * @param weights what an item adds to the weight of its block
 */
record ListStream<E>(
    int code,
    boolean hasSpans,
    int maxBlockWeight,
    int openBlockWeight,
    Comparator<E> order,
    ToLongFunction<E> times,
    ToLongFunction<E> reaches,
    ToIntFunction<E> weights,
    Function<List<E>, byte[]> encoder,
    Function<byte[], List<E>> decoder)
    implements ItemStream<List<E>> {

  @Override
  public int size(List<E> items) {
    return items.size();
  }

  @Override
  public long timeMicros(List<E> items, int index) {
    return times.applyAsLong(items.get(index));
  }

  @Override
  public long reachMicros(List<E> items, int index) {
    return reaches.applyAsLong(items.get(index));
  }

  @Override
  public int weight(List<E> items, int index) {
    return weights.applyAsInt(items.get(index));
  }

  @Override
  public List<E> sortedDistinct(List<E> items) {
    var set = new TreeSet<>(order);
    set.addAll(items);
    return new ArrayList<>(set);
  }

  @Override
  public List<E> union(List<E> a, List<E> b) {
    var both = new ArrayList<E>(a.size() + b.size());
    both.addAll(a);
    both.addAll(b);
    return sortedDistinct(both);
  }

  @Override
  public List<E> without(List<E> items, List<E> known) {
    var set = new TreeSet<>(order);
    set.addAll(known);
    return items.stream().filter(item -> !set.contains(item)).toList();
  }

  @Override
  public List<E> slice(List<E> items, int from, int to) {
    return items.subList(from, to);
  }

  @Override
  public List<E> within(List<E> items, long fromMicros, long toMicros) {
    return items.stream()
        .filter(item -> times.applyAsLong(item) <= toMicros)
        .filter(item -> reaches.applyAsLong(item) >= fromMicros)
        .toList();
  }

  @Override
  public List<E> concat(List<List<E>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  @Override
  public byte[] encode(List<E> items) {
    return encoder.apply(items);
  }

  @Override
  public List<E> decode(byte[] payload) {
    return decoder.apply(payload);
  }
}
