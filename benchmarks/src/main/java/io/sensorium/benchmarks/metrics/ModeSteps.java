package io.sensorium.benchmarks.metrics;

import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.benchmarks.timeline.ModeClass;
import io.sensorium.benchmarks.timeline.SeenTimeline;
import io.sensorium.core.time.Micros;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Counts what a timeline says at each five seconds of legs whose mode is known.
 *
 * @param counts by true class, then by seen class; the column after the classes is for none of them
 */
public record ModeSteps(List<List<Integer>> counts) {

  private static final long STEP_MICROS = 5 * Micros.PER_SECOND;
  private static final int CLASSES = ModeClass.values().length;

  /** No step yet. */
  public static final ModeSteps NONE = of(new int[CLASSES][CLASSES + 1]);

  public ModeSteps {
    counts = counts.stream().map(List::copyOf).toList();
  }

  private static ModeSteps of(int[][] counts) {
    return new ModeSteps(
        IntStream.range(0, CLASSES)
            .mapToObj(row -> IntStream.of(counts[row]).boxed().toList())
            .toList());
  }

  /** The steps of one leg, from its start until before its end. */
  public static ModeSteps ofLeg(Interval leg, ModeClass truth, SeenTimeline seen) {
    var counts = new int[CLASSES][CLASSES + 1];
    times(leg)
        .mapToObj(seen::findMode)
        .mapToInt(mode -> mode.flatMap(ModeClass::of).map(Enum::ordinal).orElse(CLASSES))
        .forEach(column -> counts[truth.ordinal()][column]++);
    return of(counts);
  }

  /** When the steps of a leg are, in microseconds. */
  public static LongStream times(Interval leg) {
    return LongStream.iterate(
        leg.startMicros(), time -> time < leg.endMicros(), time -> time + STEP_MICROS);
  }

  public static ModeSteps sum(Collection<ModeSteps> parts) {
    var sums = new int[CLASSES][CLASSES + 1];
    for (var part : parts) {
      for (int row = 0; row < CLASSES; row++) {
        for (int column = 0; column <= CLASSES; column++) {
          sums[row][column] += part.counts.get(row).get(column);
        }
      }
    }
    return of(sums);
  }

  /** Steps at which {@code seen} was said while {@code truth} was true. */
  public int count(ModeClass truth, ModeClass seen) {
    return counts.get(truth.ordinal()).get(seen.ordinal());
  }

  /** Steps of a class at which the timeline has none of the classes. */
  public int missed(ModeClass truth) {
    return counts.get(truth.ordinal()).get(CLASSES);
  }

  public int steps(ModeClass truth) {
    return counts.get(truth.ordinal()).stream().mapToInt(Integer::intValue).sum();
  }

  public int steps() {
    return List.of(ModeClass.values()).stream().mapToInt(this::steps).sum();
  }

  /** Share of the steps at which the class is right; NaN without steps. */
  public double agreement() {
    return agreement(UnaryOperator.identity());
  }

  /** The same when classes that {@code merged} maps to one class are taken as one. */
  public double agreement(UnaryOperator<ModeClass> merged) {
    int right = 0;
    for (var truth : ModeClass.values()) {
      for (var seen : ModeClass.values()) {
        right += merged.apply(truth) == merged.apply(seen) ? count(truth, seen) : 0;
      }
    }
    return (double) right / steps();
  }
}
