package io.sensorium.analysis.recognition;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The time in which new items can change what is recognised.
 *
 * @param spans in order, with time between them
 */
public record TouchedTime(List<Span> spans) {

  /** From an instant to another, both included. */
  public record Span(long fromMicros, long toMicros) {}

  /** An item can refute what comes later, and that can have been what ended something else. */
  private static final long ECHO_MICROS =
      MotionRecognition.HOLDS_MICROS
          + StepRecognition.LONGEST_SPAN_MICROS
          + StepRecognition.HOLDS_MICROS;

  public TouchedTime {
    spans = List.copyOf(spans);
  }

  /** What these items touch; steps that tell nothing touch nothing. */
  public static TouchedTime of(Signals added) {
    var spans = new ArrayList<Span>();
    added.activity().stream().map(TouchedTime::spanOf).forEach(spans::add);
    added.motion().stream().map(TouchedTime::spanOf).forEach(spans::add);
    added.steps().stream()
        .filter(StepRecognition::tells)
        .map(TouchedTime::spanOf)
        .forEach(spans::add);
    return new TouchedTime(joined(spans));
  }

  private static Span spanOf(ActivitySample sample) {
    long atMicros = Micros.of(sample.time());
    return new Span(atMicros, atMicros + ECHO_MICROS);
  }

  private static Span spanOf(StepCount steps) {
    return new Span(Micros.of(steps.start()), Micros.of(steps.end()) + ECHO_MICROS);
  }

  /** Whole minutes, since in each of them the news are told that differ from what was told. */
  private static Span spanOf(MotionChunk chunk) {
    long startMicros = Micros.of(chunk.start());
    double lengthMicros = chunk.sampleCount() / chunk.rateHz() * Micros.PER_SECOND;
    long endMicros =
        startMicros + (long) Math.min(lengthMicros, MotionRecognition.LONGEST_CHUNK_MICROS);
    return new Span(
        startMicros - Math.floorMod(startMicros, Micros.PER_MINUTE),
        endMicros + Micros.PER_MINUTE + ECHO_MICROS);
  }

  private static List<Span> joined(List<Span> spans) {
    var joined = new ArrayList<Span>();
    for (var span : spans.stream().sorted(Comparator.comparingLong(Span::fromMicros)).toList()) {
      if (!joined.isEmpty() && joined.getLast().toMicros() >= span.fromMicros()) {
        var before = joined.removeLast();
        joined.add(new Span(before.fromMicros(), Math.max(before.toMicros(), span.toMicros())));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /** Its beginning; only when it is not empty. */
  public long firstMicros() {
    return spans.getFirst().fromMicros();
  }

  /** Its end; only when it is not empty. */
  public long lastMicros() {
    return spans.getLast().toMicros();
  }

  /** Whether any of it lies within the instants, both included. */
  public boolean overlaps(long fromMicros, long toMicros) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).toMicros() < fromMicros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < spans.size() && spans.get(low).fromMicros() <= toMicros;
  }
}
