package io.sensorium.analysis.alarm;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmTerms;
import io.sensorium.core.time.Micros;
import java.util.List;

/** Which terms of an alarm hold for which dates. */
final class TermsInForce {

  private final List<AlarmTerms> terms;
  private final long[] fromMicros;
  private final long[] delayMicros;

  /**
   * @throws IllegalArgumentException when there are none, or they are not in the order of time
   */
  TermsInForce(List<AlarmTerms> terms) {
    this.terms = List.copyOf(terms);
    fromMicros = terms.stream().mapToLong(each -> Micros.of(each.from())).toArray();
    delayMicros = terms.stream().mapToLong(each -> Micros.of(each.condition().delay())).toArray();
    if (fromMicros.length == 0) {
      throw new IllegalArgumentException("an alarm without terms");
    }
    for (int i = 1; i < fromMicros.length; i++) {
      if (fromMicros[i] <= fromMicros[i - 1]) {
        throw new IllegalArgumentException("terms must follow each other: " + terms);
      }
    }
  }

  /** The first date that the alarm sees. */
  long beginMicros() {
    return fromMicros[0];
  }

  /** The terms that hold at that date; the first ones for dates before all. */
  int indexAt(long timeMicros) {
    int index = fromMicros.length - 1;
    while (index > 0 && fromMicros[index] > timeMicros) {
      index--;
    }
    return index;
  }

  long startMicros(int index) {
    return fromMicros[index];
  }

  /** The first date that they do not hold for. */
  long endMicros(int index) {
    return index + 1 < fromMicros.length ? fromMicros[index + 1] : Long.MAX_VALUE;
  }

  boolean isEnabled(int index) {
    return terms.get(index).enabled();
  }

  AlarmCondition condition(int index) {
    return terms.get(index).condition();
  }

  long delayMicros(int index) {
    return delayMicros[index];
  }

  /** Up to when time is known to have passed: by a tick, a measurement, or a change of terms. */
  long knownMicros(AlarmHead head, long tickMicros) {
    long newestTerms = fromMicros[fromMicros.length - 1];
    return Math.max(tickMicros, Math.max(head.lastTimeMicros(), newestTerms));
  }

  /** Whether the alarm is normal after that value, whatever was before. */
  boolean forgets(long timeMicros, double value) {
    int index = indexAt(timeMicros);
    return !isEnabled(index) || condition(index).endsExcess(value);
  }
}
