package io.sensorium.benchmarks.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.benchmarks.datasets.CsvTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final AlarmRule RULE = new AlarmRule(60, 10, Duration.ofMinutes(1));

  /** Twenty readings, 10 to 14 with steam. */
  private static Mote mote() {
    var lines = new ArrayList<>(List.of("reading,mote_id,indoor,humidity,temperature,label"));
    for (int i = 0; i < 20; i++) {
      lines.add("%d,1,1,45.5,27.0,%d".formatted(i, i >= 10 && i < 15 ? 1 : 0));
    }
    return SteamRecordings.motes("hop", CsvTable.parse(lines)).getFirst();
  }

  private static Verdict of(long... seconds) {
    var triggers = new ArrayList<Instant>();
    for (long second : seconds) {
      triggers.add(START.plusSeconds(second));
    }
    return Verdict.of(mote(), START, triggers, RULE);
  }

  @Test
  void anEventIsRaisedFromItsBeginUpToItsEndAndTheDelay() {
    assertThat(of(50)).isEqualTo(new Verdict("hop-1", 1, 1, 0, List.of(0L)));
    assertThat(of(134)).isEqualTo(new Verdict("hop-1", 1, 1, 0, List.of(84L)));
  }

  @Test
  void whatIsTriggeredElsewhereOrAgainIsWrong() {
    assertThat(of(49)).isEqualTo(new Verdict("hop-1", 1, 0, 1, List.of()));
    assertThat(of(135)).isEqualTo(new Verdict("hop-1", 1, 0, 1, List.of()));
    assertThat(of(60, 70)).isEqualTo(new Verdict("hop-1", 1, 1, 1, List.of(10L)));
  }

  @Test
  void aPartKeepsItsLabels() {
    assertThat(mote().part(8, 100).events()).containsExactly(new Mote.Event(2, 7));
  }
}
