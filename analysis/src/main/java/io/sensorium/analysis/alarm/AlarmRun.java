package io.sensorium.analysis.alarm;

import static io.sensorium.core.alarm.AlarmHead.NEVER;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fold of one alarm at work: takes values in the order of their dates. */
final class AlarmRun {

  private final TermsInForce terms;
  private final List<AlarmTransition> transitions = new ArrayList<>();
  private int termsIndex;
  private long lastTimeMicros;
  private long sinceMicros;
  private double excessValue;
  private boolean active;

  AlarmRun(TermsInForce terms, AlarmHead start) {
    this.terms = terms;
    termsIndex = terms.indexAt(start.lastTimeMicros());
    lastTimeMicros = start.lastTimeMicros();
    sinceMicros = start.excessSinceMicros();
    excessValue = start.excessValue();
    active = start.active();
  }

  /** Takes the next value. */
  void add(long timeMicros, double value) {
    enter(timeMicros);
    lastTimeMicros = timeMicros;
    if (!terms.isEnabled(termsIndex)) {
      return;
    }
    triggerIfDueBefore(timeMicros);
    var condition = terms.condition(termsIndex);
    if (sinceMicros == NEVER) {
      beginIfExceeded(condition, timeMicros, value);
    } else if (condition.endsExcess(value)) {
      end(timeMicros, value);
    } else {
      excessValue = value;
      triggerIfDueBefore(timeMicros + 1);
    }
  }

  /** Takes note that no other value is dated up to that instant. */
  void settle(long horizonMicros) {
    enter(horizonMicros);
    triggerIfDueBefore(horizonMicros + 1);
  }

  AlarmHead head() {
    return new AlarmHead(lastTimeMicros, sinceMicros, excessValue, active);
  }

  List<AlarmTransition> transitions() {
    return transitions;
  }

  /** Other terms begin with a clean slate, so that an alarm is never active for two conditions. */
  private void enter(long timeMicros) {
    while (terms.endMicros(termsIndex) <= timeMicros) {
      long end = terms.endMicros(termsIndex);
      triggerIfDueBefore(end);
      if (sinceMicros != NEVER) {
        end(end, excessValue);
      }
      lastTimeMicros = Math.max(lastTimeMicros, end - 1);
      termsIndex++;
    }
  }

  private void beginIfExceeded(AlarmCondition condition, long timeMicros, double value) {
    if (condition.exceeds(value)) {
      sinceMicros = timeMicros;
      excessValue = value;
      triggerIfDueBefore(timeMicros + 1);
    }
  }

  private void triggerIfDueBefore(long timeMicros) {
    if (sinceMicros == NEVER || active || dueMicros() >= timeMicros) {
      return;
    }
    active = true;
    log(AlarmEvent.TRIGGERED, dueMicros(), excessValue, null);
  }

  private void end(long timeMicros, double value) {
    if (active) {
      log(AlarmEvent.RECOVERED, timeMicros, value, timeMicros - dueMicros());
    }
    sinceMicros = NEVER;
    excessValue = 0;
    active = false;
  }

  private long dueMicros() {
    return sinceMicros + terms.delayMicros(termsIndex);
  }

  private void log(AlarmEvent event, long timeMicros, double value, @Nullable Long durationMicros) {
    transitions.add(
        new AlarmTransition(
            event,
            Micros.toInstant(timeMicros),
            value,
            terms.condition(termsIndex),
            durationMicros == null ? null : Micros.toDuration(durationMicros)));
  }
}
