package io.sensorium.store.alarm;

import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmTransition;
import java.time.Instant;
import java.util.List;

/**
 * All that one step of the engine changes for one alarm, in one transaction.
 *
 * @param track what the step was derived from
 * @param added transitions that were not in the log
 * @param undone transitions that late measurements showed to be none
 * @param corrected transitions whose value or duration is another than was logged
 * @param foundAt when the step was made
 */
public record AlarmRevision(
    AlarmTrack track,
    AlarmHead head,
    List<AlarmTransition> added,
    List<LoggedTransition> undone,
    List<LoggedTransition> corrected,
    Instant foundAt) {

  public AlarmRevision {
    added = List.copyOf(added);
    undone = List.copyOf(undone);
    corrected = List.copyOf(corrected);
  }

  /** Whether nothing shows but that measurements were looked at. */
  public boolean isQuiet() {
    boolean sameState =
        track.head().isPresent()
            && track.head().get().excessSinceMicros() == head.excessSinceMicros()
            && track.head().get().active() == head.active()
            && track.termsSeen() == track.terms().size();
    return sameState && added.isEmpty() && undone.isEmpty() && corrected.isEmpty();
  }
}
