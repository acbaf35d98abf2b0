package io.sensorium.store.alarm;

import io.sensorium.core.id.AlarmId;
import java.util.List;

/**
 * What the engine keeps of alarms: where each fold stands, and the log that it derives.
 *
 * <p>Every implementation passes {@code AlarmTracksContract}. Safe for use by many threads.
 */
public interface AlarmTracks {

  /** Alarms whose number of change is greater, in the order of it; deleted ones too. */
  List<AlarmTrack> listChangedAfter(long change, int limit);

  /** Transitions in the log dated {@code fromMicros} to {@code toMicros}, oldest first. */
  List<LoggedTransition> listTransitions(AlarmId alarm, long fromMicros, long toMicros);

  /**
   * Saves a step, with the notifications that follow from it, in one transaction. Of a transition
   * that is found again after it was undone, the owner is told again.
   *
   * @return false, and nothing is saved, when the alarm was changed since its track was read
   */
  boolean commit(AlarmRevision revision);

  /** Saves steps that show nothing: see {@link AlarmRevision#isQuiet}. */
  void commitQuiet(List<AlarmRevision> revisions);

  long lastTick();

  void writeTick(long tickMicros);

  /** Up to which sequence number all measurements have been looked at; 0 at first. */
  long seenSeq();

  void writeSeenSeq(long seq);
}
