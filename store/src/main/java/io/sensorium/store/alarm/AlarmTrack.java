package io.sensorium.store.alarm;

import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmRule;
import io.sensorium.core.alarm.AlarmTerms;
import java.util.List;
import java.util.Optional;

/**
 * What the engine knows of an alarm.
 *
 * @param terms all that ever held, oldest first; the first begins at the alarm's creation
 * @param termsSeen how many of the terms the log has been derived under
 * @param head where its fold stands; empty when it has not begun
 * @param change number of the change that made it as it is; rises over all alarms
 * @param deleted whether it is gone and only its log is left
 */
public record AlarmTrack(
    AlarmRule rule,
    List<AlarmTerms> terms,
    int termsSeen,
    Optional<AlarmHead> head,
    long change,
    boolean deleted) {

  public AlarmTrack {
    terms = List.copyOf(terms);
  }

  /** The track after a step that was derived under all of its terms. */
  public AlarmTrack at(AlarmHead newHead) {
    return new AlarmTrack(rule, terms, terms.size(), Optional.of(newHead), change, deleted);
  }
}
