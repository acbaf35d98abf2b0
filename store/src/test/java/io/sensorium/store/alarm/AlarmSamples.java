package io.sensorium.store.alarm;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.alarm.Direction;
import io.sensorium.core.alarm.Severity;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.Alarms.NewAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Alarms for tests, and what the engine would write of them. */
final class AlarmSamples {

  static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  static final SensorUserId ANNE = new SensorUserId(1);
  static final SensorUserId BERT = new SensorUserId(2);
  static final SourceId FRIDGE = new SourceId(11);
  static final SourceId FREEZER = new SourceId(12);
  static final AlarmCondition ABOVE_8 =
      new AlarmCondition(8, Direction.ABOVE, Duration.ofMinutes(10), 0.5);

  private AlarmSamples() {}

  static NewAlarm newAlarm(SensorUserId owner, SourceId source) {
    return new NewAlarm(owner, source, ABOVE_8, Severity.CRITICAL, true, START);
  }

  static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  static AlarmTransition triggered(int minute) {
    return new AlarmTransition(AlarmEvent.TRIGGERED, minute(minute), 8.5, ABOVE_8, null);
  }

  static AlarmTransition recovered(int minute, int activeMinutes) {
    return new AlarmTransition(
        AlarmEvent.RECOVERED, minute(minute), 7, ABOVE_8, Duration.ofMinutes(activeMinutes));
  }

  static AlarmHead normal(int minute) {
    return AlarmHead.normalAt(Micros.of(minute(minute)));
  }

  static AlarmHead excess(int sinceMinute, int lastMinute, boolean active) {
    return new AlarmHead(
        Micros.of(minute(lastMinute)), Micros.of(minute(sinceMinute)), 8.5, active);
  }

  static AlarmTrack track(AlarmTracks tracks, AlarmId alarm) {
    return tracks.listChangedAfter(0, 1_000).stream()
        .filter(track -> track.rule().id().equals(alarm))
        .findFirst()
        .orElseThrow();
  }

  static boolean commit(
      AlarmTracks tracks, AlarmId alarm, AlarmHead head, AlarmTransition... added) {
    return tracks.commit(
        new AlarmRevision(
            track(tracks, alarm), head, List.of(added), List.of(), List.of(), minute(60)));
  }
}
