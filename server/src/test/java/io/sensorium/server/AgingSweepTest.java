package io.sensorium.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.time.Micros;
import io.sensorium.store.retention.RawKind;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgingSweepTest {

  private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");

  @TempDir private Path directory;
  private Store store;
  private final List<Long> removedBefore =
      new ArrayList<>(); // by the sweep's thread, read after it

  @BeforeEach
  void open() {
    store = Store.openSqlite(directory);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsOlderThanTheOperatorKeepsItIsRemovedOnceAnHour() {
    store.retention().setDays(RawKind.MEASUREMENTS, OptionalInt.of(30));

    tick(NOW, NOW.plusSeconds(60), NOW.plus(Duration.ofHours(1)));

    var cutoff = NOW.minus(Duration.ofDays(30));
    assertThat(removedBefore)
        .containsExactly(Micros.of(cutoff), Micros.of(cutoff.plus(Duration.ofHours(1))));
  }

  @Test
  void withoutALimitNothingIsRemoved() {
    tick(NOW);

    assertThat(removedBefore).isEmpty();
  }

  private void tick(Instant... instants) {
    try (var sweep =
        new AgingSweep(
            store.retention(),
            before -> {
              removedBefore.add(before);
              return 1;
            })) {
      for (var instant : instants) {
        sweep.tick(instant);
      }
    }
  }
}
