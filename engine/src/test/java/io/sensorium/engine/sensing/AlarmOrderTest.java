package io.sensorium.engine.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmLogEntry;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.SourceRows;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.AlarmRevision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log of alarms is what the measurements say, however and whenever they come. */
class AlarmOrderTest {

  private static final int ROWS = 400;
  private static final int RESTARTS = 3;
  private static final double THRESHOLD = 20;
  private static final double HYSTERESIS = 0.5;
  private static final Duration DELAY = Duration.ofMinutes(3);
  private static final Instant END = House.START.plus(Duration.ofMinutes(ROWS + 10));

  @TempDir private Path directory;

  private record Row(Instant at, double value) {}

  /** A fact of the log without the number of its line. */
  private record Fact(AlarmEvent event, Instant date, double value) {

    static Fact of(AlarmLogEntry entry) {
      var value = entry.value();
      return new Fact(entry.event(), entry.date(), value == null ? Double.NaN : value);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theLogIsTheSameInAnyOrderWithAnyBatchesDoublesCorrectionsAndRestarts(long seed) {
    var random = new Random(seed);
    var rows = walk(random);
    try (var house = new House(directory)) {
      var source = house.newSource("s", "temp");
      house.newAlarm(source, THRESHOLD, DELAY, HYSTERESIS);
      house.settle();

      var uploads = shuffled(rows, random);
      int sent = 0;
      while (sent < uploads.size()) {
        int size = Math.min(uploads.size() - sent, 1 + random.nextInt(60));
        house.receive(batch(source, uploads.subList(sent, sent + size)), END);
        sent += size;
        if (random.nextInt(uploads.size()) < RESTARTS * size) {
          house.restart(END);
        }
      }
      house.tick(END);

      assertThat(house.log().stream().map(Fact::of)).isNotEmpty().isEqualTo(expected(rows));
      assertThat(house.verify().differences()).isEmpty();
    }
  }

  /** Steps around the threshold, so that many excesses begin, end, and last. */
  private static List<Row> walk(Random random) {
    var rows = new ArrayList<Row>();
    double value = THRESHOLD;
    for (int i = 0; i < ROWS; i++) {
      value += random.nextGaussian() * 0.6 + (THRESHOLD - value) * 0.1;
      value = Math.round(value * 10) / 10.0;
      rows.add(new Row(House.START.plus(Duration.ofMinutes(i + 1L)), value));
    }
    return rows;
  }

  /** Some come twice, some first with another value; blocks of neighbours change places. */
  private static List<Row> shuffled(List<Row> rows, Random random) {
    var wrong = new ArrayList<Row>();
    var right = new ArrayList<>(rows);
    for (var row : rows) {
      if (random.nextInt(10) == 0) {
        wrong.add(new Row(row.at(), row.value() + random.nextInt(5) - 2));
      } else if (random.nextInt(10) == 0) {
        right.add(row);
      }
    }
    Collections.shuffle(wrong, random);
    Collections.shuffle(right, random);
    wrong.addAll(right); // a correction is what is stored later
    return wrong;
  }

  private static SourceRows batch(SourceId source, List<Row> rows) {
    var batch = SourceRows.builder(rows.size());
    for (var row : rows) {
      batch.add(source.value(), Micros.of(row.at()), row.value(), MeasurementType.REGULAR.code());
    }
    return batch.build();
  }

  /** The definition, written down once more for measurements in order. */
  private static List<Fact> expected(List<Row> rows) {
    var facts = new ArrayList<Fact>();
    Instant since = null;
    boolean active = false;
    double last = Double.NaN;
    for (var row : rows) {
      if (since != null && !active && !row.at().isBefore(since.plus(DELAY))) {
        boolean within = row.at().equals(since.plus(DELAY)) && isWithin(row.value());
        if (!within) {
          double value = row.at().equals(since.plus(DELAY)) ? row.value() : last;
          facts.add(new Fact(AlarmEvent.TRIGGERED, since.plus(DELAY), value));
          active = true;
        }
      }
      if (since == null && row.value() > THRESHOLD) {
        since = row.at();
      } else if (since != null && isWithin(row.value())) {
        if (active) {
          facts.add(new Fact(AlarmEvent.RECOVERED, row.at(), row.value()));
        }
        since = null;
        active = false;
      }
      last = row.value();
    }
    if (since != null && !active && !END.isBefore(since.plus(DELAY))) {
      facts.add(new Fact(AlarmEvent.TRIGGERED, since.plus(DELAY), last));
    }
    return facts;
  }

  private static boolean isWithin(double value) {
    return value <= THRESHOLD - HYSTERESIS;
  }

  @Test
  void aTransitionThatLateRowsUndoIsRetractedAndThatIsTold() {
    try (var house = new House(directory)) {
      var source = house.newSource("s", "temp");
      house.newAlarm(source, THRESHOLD, DELAY, 0);
      house.settle();
      var first = House.START.plus(Duration.ofMinutes(1));
      house.measure(source, first, 25);
      house.measure(source, first.plus(DELAY), 25);
      house.settle();
      assertThat(house.log()).hasSize(1);

      house.measure(source, first.plusSeconds(60), 15);
      house.settle();

      assertThat(house.log()).isEmpty();
      assertThat(house.told())
          .containsExactly(NotificationType.ALARM_TRIGGERED, NotificationType.ALARM_RETRACTED);
    }
  }

  @Test
  void aLogThatIsNotWhatTheRowsSayIsFound() {
    try (var house = new House(directory)) {
      var source = house.newSource("s", "temp");
      var alarm = house.newAlarm(source, THRESHOLD, Duration.ZERO, 0);
      house.settle();
      var first = House.START.plus(Duration.ofMinutes(1));
      house.measure(source, first, 25);
      house.measure(source, first.plusSeconds(60), 15);
      house.measure(source, first.plusSeconds(120), 15);
      house.settle();
      for (int minute = 4; minute < 8; minute++) {
        house.tick(House.START.plus(Duration.ofMinutes(minute)));
      }
      assertThat(house.verify()).isEqualTo(new AlarmVerification.Report(2, 0, List.of()));

      var tracks = house.store.alarmTracks();
      var track = tracks.listChangedAfter(0, 1).getFirst();
      var recovered = tracks.listTransitions(alarm, 0, Long.MAX_VALUE).getLast();
      var head = track.head().orElseThrow();
      tracks.commit(new AlarmRevision(track, head, List.of(), List.of(recovered), List.of(), END));

      assertThat(house.verify().differences()).hasSize(1);
    }
  }

  @Test
  void timeAloneTriggersWhatOnlyWaitedForTheDelay() {
    try (var house = new House(directory)) {
      var source = house.newSource("s", "temp");
      house.newAlarm(source, THRESHOLD, DELAY, 0);
      house.measure(source, House.START.plusSeconds(60), 25);
      house.tick(House.START.plusSeconds(120));
      assertThat(house.log()).isEmpty();

      house.tick(House.START.plusSeconds(60).plus(DELAY));

      assertThat(house.log()).hasSize(1);
      assertThat(house.told()).containsExactly(NotificationType.ALARM_TRIGGERED);
    }
  }

  @Test
  void removedRowsCountNoMore() {
    try (var house = new House(directory)) {
      var source = house.newSource("s", "temp");
      house.newAlarm(source, THRESHOLD, Duration.ZERO, 0);
      var at = House.START.plusSeconds(60);
      house.measure(source, at, 25);
      house.settle();
      assertThat(house.log()).hasSize(1);

      house.store.measurements().delete(source, Micros.of(at), Micros.of(at) + 1);
      house.store.alarms().removed(source, at, at.plusSeconds(1));
      house.settle();

      assertThat(house.log()).isEmpty();
    }
  }
}
