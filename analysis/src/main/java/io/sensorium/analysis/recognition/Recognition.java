package io.sensorium.analysis.recognition;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one stream of samples of all that was recognised of how somebody moves. See
 * docs/algorithms/recognition.md.
 *
 * <p>Where two sources contradict each other, the surer one is believed, as long as what it said
 * last holds. When the last of what steps or motion tell holds no longer, an {@code UNKNOWN} that
 * is certain says so. Without steps and motion, the stream is that of the phone.
 */
public final class Recognition {

  /** How long before an instant something may lie that says what is recognised then. */
  public static final long LOOK_BACK_MICROS = 8 * Micros.PER_MINUTE;

  /** Who is certain that nothing is known says that what was recognised has ended. */
  private static final double CERTAIN_RATIO = 1;

  private final List<ActivitySample> samples = new ArrayList<>();
  private boolean ends;
  private long untilMicros;

  private Recognition() {}

  /** Merges what was recognised; the answer is in order, and hangs on the set of items only. */
  public static List<ActivitySample> merge(List<Recognised> items) {
    var recognition = new Recognition();
    var sorted = items.stream().sorted(Recognised.ORDER).toList();
    for (var item : believed(sorted)) {
      recognition.add(item);
    }
    recognition.endBefore(Long.MAX_VALUE);
    return List.copyOf(recognition.samples);
  }

  private static List<Recognised> believed(List<Recognised> sorted) {
    var believed = new ArrayList<Recognised>();
    var newest = new EnumMap<Recognised.Source, Recognised>(Recognised.Source.class);
    int next = 0;
    for (var item : sorted) {
      while (next < sorted.size() && sorted.get(next).timeMicros() <= item.timeMicros()) {
        put(newest, sorted.get(next++));
      }
      if (newest.values().stream().noneMatch(other -> refutes(other, item))) {
        believed.add(item);
      }
    }
    return believed;
  }

  private static void put(Map<Recognised.Source, Recognised> newest, Recognised item) {
    if (item.sample().type() != ActivityType.TILTING) {
      newest.put(item.source(), item);
    }
  }

  private static boolean refutes(Recognised other, Recognised item) {
    return other.source() != item.source()
        && other.untilMicros() >= item.timeMicros()
        && other.contradicts(item)
        && other.isSurerThan(item)
        && item.sample().type() != ActivityType.TILTING;
  }

  private void add(Recognised item) {
    endBefore(item.timeMicros());
    put(item.sample());
    if (item.sample().type() == ActivityType.TILTING) {
      return;
    }
    boolean byPhone = item.source() == Recognised.Source.PHONE;
    untilMicros = ends && !byPhone ? Math.max(untilMicros, item.untilMicros()) : item.untilMicros();
    ends = !byPhone;
  }

  /** Two sources that say the same at one instant are one sample. */
  private void put(ActivitySample sample) {
    if (samples.isEmpty() || !samples.getLast().equals(sample)) {
      samples.add(sample);
    }
  }

  private void endBefore(long timeMicros) {
    if (ends && untilMicros < timeMicros) {
      var at = Micros.toInstant(untilMicros);
      samples.add(new ActivitySample(at, ActivityType.UNKNOWN, CERTAIN_RATIO));
      ends = false;
    }
  }
}
