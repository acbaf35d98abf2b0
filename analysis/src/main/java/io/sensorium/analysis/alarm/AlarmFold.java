package io.sensorium.analysis.alarm;

import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmTerms;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.Series;
import java.util.List;
import java.util.Optional;

/**
 * Tells when an alarm was triggered and recovered, from measurements and ticks alone.
 *
 * <p>An excess runs from the first value beyond the threshold to the first one within. It triggers
 * the alarm when the delay has passed since its first value, no value up to then is within, and a
 * measurement or tick of then or later is known. The answer is that of all measurements in order,
 * in whatever order they come.
 */
public final class AlarmFold {
  /*
   * The fold forgets: after a value within it is normal, whatever was before. So no snapshots need
   * be kept: what a late, corrected or deleted measurement changes begins at the last value within
   * before it and ends at the first one within after it; see AlarmRepair.
   *
   * A blank says that there is no value. It begins, ends and prolongs nothing.
   */

  private static final int PAGE_ROWS = 2_000;

  private final TermsInForce terms;
  private final int pageRows;

  /**
   * Derives one alarm.
   *
   * @param terms of the alarm, oldest first; the first begin at its creation
   */
  public AlarmFold(List<AlarmTerms> terms) {
    this(terms, PAGE_ROWS);
  }

  AlarmFold(List<AlarmTerms> terms, int pageRows) {
    this.terms = new TermsInForce(terms);
    this.pageRows = pageRows;
  }

  /** Where the fold stands before all measurements. */
  public AlarmHead begin() {
    return AlarmHead.normalAt(terms.beginMicros() - 1);
  }

  /** Whether a measurement of that date can be folded in without looking back. */
  public boolean follows(AlarmHead head, long timeMicros) {
    return timeMicros > head.lastTimeMicros()
        && (!head.active() || timeMicros > triggeredAtMicros(head));
  }

  /**
   * Folds in measurements that {@linkplain #follows follow} the head.
   *
   * @param tickMicros the last tick
   */
  public Derived extend(AlarmHead head, Series rows, long tickMicros) {
    var run = new AlarmRun(terms, head);
    addAll(run, rows);
    run.settle(terms.knownMicros(run.head(), tickMicros));
    return new Derived(run.head(), run.transitions(), Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /**
   * Derives anew what measurements between two dates may have changed.
   *
   * @param head where the fold stood; empty when it has not begun
   * @param firstMicros date of the first measurement that is new, another, or gone
   * @param lastMicros date of the last one
   */
  public Derived repair(
      Optional<AlarmHead> head,
      long firstMicros,
      long lastMicros,
      AlarmHistory history,
      long tickMicros) {
    long first = Math.max(firstMicros, terms.beginMicros());
    return new AlarmRepair(terms, history, pageRows)
        .run(head, first, Math.max(first, lastMicros), tickMicros);
  }

  private long triggeredAtMicros(AlarmHead head) {
    return head.excessSinceMicros() + terms.delayMicros(terms.indexAt(head.excessSinceMicros()));
  }

  private static void addAll(AlarmRun run, Series rows) {
    for (int i = rows.indexFrom(run.head().lastTimeMicros() + 1); i < rows.size(); i++) {
      if (hasValue(rows, i)) {
        run.add(rows.timeMicros(i), rows.value(i));
      }
    }
  }

  static boolean hasValue(Series rows, int index) {
    return rows.typeCode(index) != MeasurementType.BLANK.code();
  }
}
