package io.sensorium.store.alarm;

import static io.sensorium.store.alarm.AlarmSamples.ABOVE_8;
import static io.sensorium.store.alarm.AlarmSamples.ANNE;
import static io.sensorium.store.alarm.AlarmSamples.BERT;
import static io.sensorium.store.alarm.AlarmSamples.FREEZER;
import static io.sensorium.store.alarm.AlarmSamples.FRIDGE;
import static io.sensorium.store.alarm.AlarmSamples.START;
import static io.sensorium.store.alarm.AlarmSamples.commit;
import static io.sensorium.store.alarm.AlarmSamples.excess;
import static io.sensorium.store.alarm.AlarmSamples.minute;
import static io.sensorium.store.alarm.AlarmSamples.newAlarm;
import static io.sensorium.store.alarm.AlarmSamples.normal;
import static io.sensorium.store.alarm.AlarmSamples.recovered;
import static io.sensorium.store.alarm.AlarmSamples.triggered;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmLogEntry;
import io.sensorium.core.alarm.AlarmState;
import io.sensorium.core.alarm.AlarmStatus;
import io.sensorium.core.alarm.Direction;
import io.sensorium.core.alarm.Severity;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.alarm.Alarms.AlarmChange;
import io.sensorium.store.alarm.Alarms.LogPosition;
import io.sensorium.store.alarm.Alarms.LogQuery;
import io.sensorium.store.sql.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of alarms does. */
public abstract class AlarmsContract {

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
  void anAlarmComesBackAsItWasSetAndIsNormalSinceThen() {
    var created = alarms.create(newAlarm(ANNE, FRIDGE));
    reopen();

    var rule = created.rule();
    assertThat(alarms.find(rule.id())).contains(created);
    assertThat(rule.owner()).isEqualTo(ANNE);
    assertThat(rule.source()).isEqualTo(FRIDGE);
    assertThat(rule.condition()).isEqualTo(ABOVE_8);
    assertThat(rule.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(rule.enabled()).isTrue();
    assertThat(created.status()).isEqualTo(new AlarmStatus(AlarmState.NORMAL, START, false));
  }

  @Test
  void alarmsAreListedByOwnerAndBySource() {
    var first = alarms.create(newAlarm(ANNE, FRIDGE));
    var second = alarms.create(newAlarm(ANNE, FREEZER));
    var other = alarms.create(newAlarm(BERT, FRIDGE));

    assertThat(alarms.listByOwner(ANNE)).containsExactly(first, second);
    assertThat(alarms.listBySource(FRIDGE)).containsExactly(first, other);
    assertThat(alarms.count(ANNE)).isEqualTo(2);
    assertThat(alarms.count(BERT)).isEqualTo(1);
  }

  @Test
  void theStateIsThatOfTheLastStepByTheDatesOfMeasurements() {
    var id = newId();

    commit(tracks, id, excess(5, 9, false));
    assertThat(status(id)).isEqualTo(new AlarmStatus(AlarmState.PENDING, minute(5), false));
    commit(tracks, id, excess(5, 16, true), triggered(15));
    assertThat(status(id)).isEqualTo(new AlarmStatus(AlarmState.ACTIVE, minute(15), false));
    commit(tracks, id, normal(20), recovered(20, 5));
    assertThat(status(id)).isEqualTo(new AlarmStatus(AlarmState.NORMAL, minute(20), false));
  }

  @Test
  void anActiveAlarmIsAcknowledgedUntilItIsTriggeredAgain() {
    var id = newId();
    assertThat(alarms.acknowledge(id, "too early", minute(1))).isEmpty();

    commit(tracks, id, excess(5, 16, true), triggered(15));
    var entry = alarms.acknowledge(id, "on my way", minute(17)).orElseThrow();
    assertThat(status(id).acknowledged()).isTrue();
    assertThat(entry.event()).isEqualTo(AlarmEvent.ACKNOWLEDGED);
    assertThat(entry.comment()).isEqualTo("on my way");
    assertThat(log(ANNE)).contains(entry);

    commit(tracks, id, normal(20), recovered(20, 5));
    commit(tracks, id, excess(25, 36, true), triggered(35));
    assertThat(status(id).acknowledged()).isFalse();
  }

  @Test
  void anotherConditionHoldsFromTheChangeOnAndAnotherSeverityChangesNoTerms() {
    var id = newId();
    var below = new AlarmCondition(2, Direction.BELOW, Duration.ZERO, 0);

    alarms.update(id, new AlarmChange(ABOVE_8, Severity.INFO, true), minute(10));
    alarms.update(id, new AlarmChange(below, Severity.INFO, true), minute(20));
    alarms.update(id, new AlarmChange(below, Severity.INFO, false), minute(20));

    var rule = alarms.find(id).orElseThrow().rule();
    assertThat(rule.condition()).isEqualTo(below);
    assertThat(rule.severity()).isEqualTo(Severity.INFO);
    assertThat(rule.enabled()).isFalse();
    assertThat(AlarmSamples.track(tracks, id).terms())
        .satisfiesExactly(
            first -> assertThat(first.from()).isEqualTo(START),
            second -> assertThat(second.from()).isEqualTo(minute(20)),
            third -> assertThat(third.from()).isAfter(minute(20)));
  }

  @Test
  void aSilencedAlarmSaysSo() {
    var id = newId();

    var silenced = alarms.silence(id, minute(30)).orElseThrow();

    assertThat(silenced.rule().isSilencedAt(minute(29))).isTrue();
    assertThat(silenced.rule().isSilencedAt(minute(30))).isFalse();
    assertThat(alarms.silence(id, null).orElseThrow().rule().silencedUntil()).isNull();
  }

  @Test
  void aDeletedAlarmIsGoneAndItsLogStays() {
    var id = newId();
    commit(tracks, id, excess(5, 16, true), triggered(15));

    assertThat(alarms.delete(id, minute(20))).isTrue();

    assertThat(alarms.delete(id, minute(21))).isFalse();
    assertThat(alarms.find(id)).isEmpty();
    assertThat(alarms.listByOwner(ANNE)).isEmpty();
    assertThat(alarms.count(ANNE)).isZero();
    assertThat(log(ANNE))
        .extracting(AlarmLogEntry::event)
        .containsExactly(AlarmEvent.DELETED, AlarmEvent.TRIGGERED);
    assertThat(newId()).isNotEqualTo(id);
  }

  @Test
  void allAlarmsOfAUserOrOnASourceAreDeletedAtOnce() {
    alarms.create(newAlarm(ANNE, FRIDGE));
    alarms.create(newAlarm(ANNE, FREEZER));
    var onFreezer = alarms.create(newAlarm(BERT, FREEZER));

    assertThat(alarms.deleteByOwner(ANNE, minute(1))).isEqualTo(2);
    assertThat(alarms.listBySource(FREEZER)).containsExactly(onFreezer);
    assertThat(alarms.deleteBySource(FREEZER, minute(1))).isEqualTo(1);
    assertThat(alarms.listByOwner(BERT)).isEmpty();
  }

  @Test
  void nothingIsLeftOfAnOwnerWhoIsRemoved() {
    var id = newId();
    commit(tracks, id, excess(5, 16, true), triggered(15));
    var kept = alarms.create(newAlarm(BERT, FRIDGE));

    alarms.removeOwner(ANNE);

    assertThat(log(ANNE)).isEmpty();
    assertThat(tracks.listChangedAfter(0, 10))
        .singleElement()
        .satisfies(track -> assertThat(track.rule()).isEqualTo(kept.rule()));
    assertThat(newId()).isNotEqualTo(id);
  }

  @Test
  void theLogRunsFromTheNewestDateAndKeepsItsPagesWhileLinesAreAdded() {
    var first = newId();
    var second = newId();
    commit(tracks, first, normal(20), triggered(15), recovered(20, 5));
    commit(tracks, second, normal(30), triggered(15), recovered(30, 15));

    var page = alarms.listLog(query(Set.of(), null, 2));
    commit(tracks, first, normal(50), triggered(40), recovered(50, 10));
    var rest = alarms.listLog(query(Set.of(), LogPosition.of(page.getLast()), 10));

    var all = new ArrayList<>(page);
    all.addAll(rest);
    assertThat(all)
        .extracting(AlarmLogEntry::date)
        .containsExactly(minute(30), minute(20), minute(15), minute(15));
    assertThat(rest).extracting(AlarmLogEntry::alarm).containsExactly(second, first);
  }

  @Test
  void theLogIsFilteredByAlarmsAndDates() {
    var first = newId();
    var second = newId();
    commit(tracks, first, normal(20), triggered(15), recovered(20, 5));
    commit(tracks, second, normal(30), triggered(15), recovered(30, 15));

    assertThat(alarms.listLog(query(Set.of(first), null, 10)))
        .extracting(AlarmLogEntry::alarm)
        .containsOnly(first)
        .hasSize(2);
    assertThat(
            alarms.listLog(
                new LogQuery(ANNE, Set.of(first, second), minute(15), minute(20), null, 10)))
        .extracting(AlarmLogEntry::alarm)
        .containsExactly(second, first);
    assertThat(alarms.listLog(new LogQuery(BERT, Set.of(first), null, null, null, 10))).isEmpty();
  }

  @Test
  void theNewestLinesOfManyAlarmsComeAtOnce() {
    var ids = new ArrayList<AlarmId>();
    for (int i = 0; i < 70; i++) {
      var id = newId();
      commit(tracks, id, normal(30), triggered(i), recovered(i + 100, 100));
      ids.add(id);
    }
    ids.add(newId());

    var newest = alarms.listNewestLog(ids, 1);

    assertThat(newest).hasSize(70);
    assertThat(newest.get(ids.get(69)))
        .singleElement()
        .satisfies(entry -> assertThat(entry.date()).isEqualTo(minute(169)));
  }

  @Test
  void aLineOfTheLogIsFoundByItsId() {
    var id = newId();
    commit(tracks, id, excess(5, 16, true), triggered(15));

    var entry = log(ANNE).getFirst();

    assertThat(alarms.findLogEntry(entry.id())).contains(entry);
    assertThat(alarms.findLogEntry(entry.id() + 1)).isEmpty();
    assertThat(entry.value()).isEqualTo(8.5);
    assertThat(entry.condition()).isEqualTo(ABOVE_8);
  }

  @Test
  void eachChangeOfAnAlarmIsCounted() {
    long before = alarms.changeCount();
    var id = newId();
    long created = alarms.changeCount();
    alarms.update(id, new AlarmChange(ABOVE_8, Severity.INFO, false), minute(1));
    long updated = alarms.changeCount();
    alarms.delete(id, minute(2));

    assertThat(new long[] {before, created, updated, alarms.changeCount()})
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private AlarmId newId() {
    return alarms.create(newAlarm(ANNE, FRIDGE)).rule().id();
  }

  private AlarmStatus status(AlarmId id) {
    return alarms.find(id).orElseThrow().status();
  }

  private List<AlarmLogEntry> log(SensorUserId owner) {
    return alarms.listLog(new LogQuery(owner, Set.of(), null, null, null, 100));
  }

  private static LogQuery query(Set<AlarmId> ids, @Nullable LogPosition after, int limit) {
    return new LogQuery(ANNE, ids, null, null, after, limit);
  }
}
