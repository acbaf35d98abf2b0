package io.sensorium.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.sql.Store;
import java.time.Instant;

/** Numbered fixes of a phone: half a day at one place, then a drive of an hour, and so on. */
final class Fixes implements Uploader.Items {

  private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");

  @Override
  public String path() {
    return "/device/v1/signals";
  }

  @Override
  public String batch(int first, int size) {
    var json = new StringBuilder("{\"batch_id\":\"from-" + first + "\",\"fixes\":[");
    for (int i = first; i < first + size; i++) {
      json.append(i == first ? "" : ",")
          .append("{\"time\":\"")
          .append(time(i))
          .append("\",\"lat\":")
          .append(latitudeE7(i) / 1e7)
          .append(",\"lon\":3.7174,\"accuracy\":8}");
    }
    return json.append("]}").toString();
  }

  /** Each fix that was acknowledged is there once. */
  static void assertHolds(Store store, UserId user, int acknowledged) {
    var fixes = store.archive().readFixes(user, Long.MIN_VALUE, Long.MAX_VALUE);
    assertThat(fixes.size()).isEqualTo(acknowledged);
    for (int row = 0; row < acknowledged; row++) {
      assertThat(fixes.timeMicros(row)).isEqualTo(Micros.of(time(row)));
      assertThat((long) fixes.latitudeE7(row)).isEqualTo(latitudeE7(row));
    }
  }

  static Instant time(int fix) {
    return FIRST.plusSeconds(15L * fix);
  }

  private static long latitudeE7(int fix) {
    int cycle = fix / 3_000;
    int within = Math.max(0, fix % 3_000 - 2_760);
    return 510_543_000L + (240L * cycle + within) * 15_000L;
  }
}
