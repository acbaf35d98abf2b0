package io.sensorium.analysis.alarm;

import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmTransition;
import java.util.List;

/**
 * What a derivation found.
 *
 * @param head where the fold stands after all measurements
 * @param transitions all that there are in the span, oldest first
 * @param fromMicros the first date of the span: what the log holds there is replaced
 * @param toMicros the first date after the span
 */
public record Derived(
    AlarmHead head, List<AlarmTransition> transitions, long fromMicros, long toMicros) {

  public Derived {
    transitions = List.copyOf(transitions);
  }

  /** Whether the log cannot hold anything in the span. */
  public boolean onlyAdds() {
    return fromMicros >= toMicros;
  }
}
