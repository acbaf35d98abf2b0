package io.sensorium.store.alarm;

import static io.sensorium.store.alarm.AlarmSamples.ABOVE_8;
import static io.sensorium.store.alarm.AlarmSamples.ANNE;
import static io.sensorium.store.alarm.AlarmSamples.FRIDGE;
import static io.sensorium.store.alarm.AlarmSamples.commit;
import static io.sensorium.store.alarm.AlarmSamples.excess;
import static io.sensorium.store.alarm.AlarmSamples.minute;
import static io.sensorium.store.alarm.AlarmSamples.newAlarm;
import static io.sensorium.store.alarm.AlarmSamples.normal;
import static io.sensorium.store.alarm.AlarmSamples.recovered;
import static io.sensorium.store.alarm.AlarmSamples.track;
import static io.sensorium.store.alarm.AlarmSamples.triggered;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmState;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.alarm.Severity;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.time.Micros;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.alarm.Alarms.AlarmChange;
import io.sensorium.store.outbox.NotificationQueue;
import io.sensorium.store.sql.Store;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of alarms keeps for the engine. */
public abstract class AlarmTracksContract {

  private StoreFixture fixture;
  private Store store;
  private Alarms alarms;
  private AlarmTracks tracks;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    reopen();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private void reopen() {
    if (store != null) {
      store.close();
    }
    store = fixture.open();
    alarms = store.alarms();
    tracks = store.alarmTracks();
  }

  @Test
  void aStepComesBackAsHeadAndLog() {
    var id = newId();
    var head = excess(5, 16, true);

    assertThat(commit(tracks, id, head, triggered(15))).isTrue();
    reopen();

    assertThat(track(tracks, id).head()).contains(head);
    assertThat(track(tracks, id).termsSeen()).isEqualTo(1);
    assertThat(transitions(id)).containsExactly(triggered(15));
  }

  @Test
  void anAlarmThatIsNewHasNoHead() {
    var track = track(tracks, newId());

    assertThat(track.head()).isEmpty();
    assertThat(track.termsSeen()).isZero();
    assertThat(track.deleted()).isFalse();
  }

  @Test
  void ofManyAlarmsThoseThatChangedAreListedInTheOrderOfChange() {
    var first = newId();
    var second = newId();
    long seen = track(tracks, second).change();
    alarms.update(first, new AlarmChange(ABOVE_8, Severity.INFO, false), minute(1));
    alarms.delete(second, minute(2));

    var changed = tracks.listChangedAfter(seen, 10);

    assertThat(changed).extracting(each -> each.rule().id()).containsExactly(first, second);
    assertThat(changed).extracting(AlarmTrack::deleted).containsExactly(false, true);
    assertThat(changed.getFirst().terms()).hasSize(2);
    assertThat(tracks.listChangedAfter(seen, 1)).hasSize(1);
  }

  @Test
  void aStepOfAnAlarmThatWasChangedMeanwhileIsNotSaved() {
    var id = newId();
    var revision =
        new AlarmRevision(
            track(tracks, id),
            excess(5, 16, true),
            List.of(triggered(15)),
            List.of(),
            List.of(),
            minute(17));
    alarms.update(id, new AlarmChange(ABOVE_8, Severity.INFO, false), minute(16));

    assertThat(tracks.commit(revision)).isFalse();

    assertThat(transitions(id)).isEmpty();
    assertThat(track(tracks, id).head()).isEmpty();
    assertThat(told()).isEmpty();
  }

  @Test
  void theOwnerIsToldOfEachTransitionWithItsLine() {
    var id = newId();

    commit(tracks, id, normal(58), triggered(15), recovered(58, 43));

    assertThat(told())
        .extracting(Notification::type)
        .containsExactly(NotificationType.ALARM_TRIGGERED, NotificationType.ALARM_RECOVERED);
    assertThat(told()).extracting(Notification::late).containsExactly(true, false);
    assertThat(told())
        .allSatisfy(
            each -> {
              var subject = (Notification.Subject.OfAlarm) each.subject();
              var line = alarms.findLogEntry(subject.logId()).orElseThrow();
              assertThat(each.owner()).isEqualTo(ANNE);
              assertThat(line.alarm()).isEqualTo(id);
              assertThat(line.date()).isEqualTo(each.at());
            });
  }

  @Test
  void whatIsUndoneIsRetractedAndToldAgainWhenItIsFoundAgain() {
    var id = newId();
    commit(tracks, id, excess(5, 16, true), triggered(15));

    undo(id);
    assertThat(transitions(id)).isEmpty();
    assertThat(alarms.find(id).orElseThrow().status().state()).isEqualTo(AlarmState.NORMAL);
    commit(tracks, id, excess(5, 16, true), triggered(15));
    undo(id);

    assertThat(told())
        .extracting(Notification::type)
        .containsExactly(
            NotificationType.ALARM_TRIGGERED,
            NotificationType.ALARM_RETRACTED,
            NotificationType.ALARM_TRIGGERED,
            NotificationType.ALARM_RETRACTED);
  }

  @Test
  void nobodyIsToldWhileAnAlarmIsSilencedNorThatSomethingUntoldWasUndone() {
    var id = newId();
    alarms.silence(id, minute(61));

    commit(tracks, id, excess(5, 16, true), triggered(15));
    undo(id);

    assertThat(told()).isEmpty();
  }

  @Test
  void aCorrectedTransitionKeepsItsLineAndIsNotToldAgain() {
    var id = newId();
    commit(tracks, id, excess(5, 16, true), triggered(15));
    var logged = tracks.listTransitions(id, 0, Long.MAX_VALUE).getFirst();
    var other = new AlarmTransition(AlarmEvent.TRIGGERED, minute(15), 9, ABOVE_8, null);

    tracks.commit(
        new AlarmRevision(
            track(tracks, id),
            excess(5, 16, true),
            List.of(),
            List.of(),
            List.of(new LoggedTransition(logged.logId(), other)),
            minute(20)));

    assertThat(tracks.listTransitions(id, 0, Long.MAX_VALUE))
        .containsExactly(new LoggedTransition(logged.logId(), other));
    assertThat(told()).hasSize(1);
  }

  @Test
  void transitionsAreFoundByDateAndAtOneDateWhatRecoveredComesFirst() {
    var id = newId();
    var again = new AlarmTransition(AlarmEvent.TRIGGERED, minute(30), 8.5, ABOVE_8, null);
    commit(tracks, id, excess(30, 31, true), again, triggered(15), recovered(30, 15));

    assertThat(transitions(id)).containsExactly(triggered(15), recovered(30, 15), again);
    assertThat(tracks.findTransitionBefore(id, Micros.of(minute(31)))).contains(again);
    assertThat(tracks.findTransitionBefore(id, Micros.of(minute(30)))).contains(triggered(15));
    assertThat(tracks.findTransitionBefore(id, Micros.of(minute(15)))).isEmpty();
    assertThat(tracks.listTransitions(id, Micros.of(minute(15)), Micros.of(minute(30)))).hasSize(1);
  }

  @Test
  void quietStepsSaveHowFarManyAlarmsHaveCome() {
    var ids = List.of(newId(), newId(), newId());

    tracks.commitQuiet(
        ids.stream()
            .map(
                id ->
                    new AlarmRevision(
                        track(tracks, id), normal(7), List.of(), List.of(), List.of(), minute(8)))
            .toList());
    reopen();

    assertThat(ids).allSatisfy(id -> assertThat(track(tracks, id).head()).contains(normal(7)));
  }

  @Test
  void removalsOfMeasurementsAreKeptUntilAlarmsAreDerivedAnew() {
    long before = alarms.changeCount();
    alarms.removed(FRIDGE, minute(3), minute(5));
    alarms.removed(FRIDGE, minute(7), minute(9));
    assertThat(alarms.changeCount()).isGreaterThan(before);
    reopen();

    var first = tracks.listRepairs(10).getFirst();
    assertThat(first)
        .isEqualTo(
            new AlarmTracks.Repair(first.id(), FRIDGE, Micros.of(minute(3)), Micros.of(minute(5))));
    tracks.forgetRepair(first.id());
    assertThat(tracks.listRepairs(10))
        .singleElement()
        .satisfies(left -> assertThat(left.fromMicros()).isEqualTo(Micros.of(minute(7))));
  }

  @Test
  void tickAndSequenceNumberAreKeptAndNeverGoBack() {
    assertThat(tracks.lastTick()).isEqualTo(Long.MIN_VALUE);
    assertThat(tracks.seenSeq()).isZero();

    tracks.writeTick(20);
    tracks.writeTick(10);
    tracks.writeSeenSeq(40);
    tracks.writeSeenSeq(30);
    reopen();

    assertThat(tracks.lastTick()).isEqualTo(20);
    assertThat(tracks.seenSeq()).isEqualTo(40);
  }

  @Test
  void durationsAreKeptToTheMicrosecond() {
    var id = newId();
    var recovered =
        new AlarmTransition(
            AlarmEvent.RECOVERED, minute(20), 7, ABOVE_8, Duration.ofNanos(123_456_789_000L));

    commit(tracks, id, normal(20), triggered(15), recovered);

    assertThat(transitions(id).getLast()).isEqualTo(recovered);
  }

  private AlarmId newId() {
    return alarms.create(newAlarm(ANNE, FRIDGE)).rule().id();
  }

  private void undo(AlarmId id) {
    var track = track(tracks, id);
    var undone = tracks.listTransitions(id, 0, Long.MAX_VALUE);
    tracks.commit(new AlarmRevision(track, normal(16), List.of(), undone, List.of(), minute(60)));
  }

  private List<AlarmTransition> transitions(AlarmId id) {
    return tracks.listTransitions(id, 0, Long.MAX_VALUE).stream()
        .map(LoggedTransition::transition)
        .toList();
  }

  private List<Notification> told() {
    return store.outbox().notifications().listPending(100).stream()
        .map(NotificationQueue.Pending::notification)
        .toList();
  }
}
