package io.sensorium.benchmarks.metrics;

import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.DoubleStream;

/** True spans, each with the found one that stands for it; the rest of both stays alone. */
public record Pairs(List<Pair> pairs, Counts counts) {

  /** A true span and the one found for it. */
  public record Pair(Interval truth, Interval found) {

    double startErrorSeconds() {
      return Math.abs((double) (found.startMicros() - truth.startMicros())) / Micros.PER_SECOND;
    }

    double endErrorSeconds() {
      return Math.abs((double) (found.endMicros() - truth.endMicros())) / Micros.PER_SECOND;
    }
  }

  public Pairs {
    pairs = List.copyOf(pairs);
  }

  /** Pairs spans that share at least {@code minIouRatio} of their time; the best pairs first. */
  public static Pairs byOverlap(List<Interval> truth, List<Interval> found, double minIouRatio) {
    return match(truth, found, pair -> 1 - pair.truth().iou(pair.found()), 1 - minIouRatio);
  }

  /** Pairs spans whose starts and whose ends each lie within {@code seconds}; the best first. */
  public static Pairs byEnds(List<Interval> truth, List<Interval> found, double seconds) {
    return match(
        truth, found, pair -> Math.max(pair.startErrorSeconds(), pair.endErrorSeconds()), seconds);
  }

  /** How far the found ends are off, leaving out those that are those of the whole history. */
  public List<Double> boundaryErrorsSeconds(Interval history) {
    return pairs.stream()
        .flatMapToDouble(pair -> boundaryErrorsSeconds(pair, history))
        .boxed()
        .toList();
  }

  private static DoubleStream boundaryErrorsSeconds(Pair pair, Interval history) {
    var errors = DoubleStream.builder();
    if (pair.truth().startMicros() > history.startMicros()) {
      errors.add(pair.startErrorSeconds());
    }
    if (pair.truth().endMicros() < history.endMicros()) {
      errors.add(pair.endErrorSeconds());
    }
    return errors.build();
  }

  @FunctionalInterface
  private interface Cost {
    double of(Pair pair);
  }

  private record Candidate(int truth, int found, Pair pair, double cost) {}

  private static Pairs match(
      List<Interval> truth, List<Interval> found, Cost cost, double maxCost) {
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < truth.size(); i++) {
      for (int j = 0; j < found.size(); j++) {
        var pair = new Pair(truth.get(i), found.get(j));
        double pairCost = cost.of(pair);
        if (pairCost <= maxCost) {
          candidates.add(new Candidate(i, j, pair, pairCost));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::cost));
    var takenTruth = new HashSet<Integer>();
    var takenFound = new HashSet<Integer>();
    var pairs = new ArrayList<Pair>();
    for (var candidate : candidates) {
      if (!takenTruth.contains(candidate.truth()) && takenFound.add(candidate.found())) {
        takenTruth.add(candidate.truth());
        pairs.add(candidate.pair());
      }
    }
    return new Pairs(pairs, new Counts(pairs.size(), found.size(), truth.size()));
  }
}
