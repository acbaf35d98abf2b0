package io.sensorium.store.alarm;

import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SourceId;
import java.util.List;
import java.util.Optional;

/**
 * What the engine keeps of alarms: where each fold stands, and the log that it derives.
 *
 * <p>Every implementation passes {@code AlarmTracksContract}. Safe for use by many threads.
 */
public interface AlarmTracks {

  /** A span in which measurements were removed, and alarms are to be derived anew. */
  record Repair(long id, SourceId source, long fromMicros, long toMicros) {}

  /** Alarms whose number of change is greater, in the order of it; deleted ones too. */
  List<AlarmTrack> listChangedAfter(long change, int limit);

  /** Transitions in the log from one date up to, and without, another; oldest first. */
  List<LoggedTransition> listTransitions(AlarmId alarm, long fromMicros, long toMicros);

  /** The last transition in the log before a date. */
  Optional<AlarmTransition> findTransitionBefore(AlarmId alarm, long timeMicros);

  /**
   * Saves a step, with the notifications that follow from it, in one transaction. Of a transition
   * that is found again after it was undone, the owner is told again.
   *
   * @return false, and nothing is saved, when the alarm was changed since its track was read
   */
  boolean commit(AlarmRevision revision);

  /** Saves steps that show nothing: see {@link AlarmRevision#isQuiet}. */
  void commitQuiet(List<AlarmRevision> revisions);

  /** Those that are to be made, in the order of asking. */
  List<Repair> listRepairs(int limit);

  void forgetRepair(long id);

  long lastTick();

  void writeTick(long tickMicros);

  /** Up to which sequence number all measurements have been looked at; 0 at first. */
  long seenSeq();

  void writeSeenSeq(long seq);
}
