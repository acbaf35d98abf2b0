package io.sensorium.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.time.Micros;
import io.sensorium.store.sql.Store;
import java.time.Instant;
import java.util.List;

/** Numbered rows of a gateway, of two sources in turn, each going up and down. */
final class Rows implements Uploader.Items {

  static final List<String> SOURCES = List.of("temp", "humi");

  private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");
  private static final int PERIOD_ROWS = 200;

  @Override
  public String path() {
    return "/gateway/v1/measurements";
  }

  @Override
  public String batch(int first, int size) {
    var json = new StringBuilder("{\"batch_id\":\"from-" + first + "\",\"measurements\":[");
    for (int row = first; row < first + size; row++) {
      json.append(row == first ? "" : ",")
          .append("{\"sensor\":\"s\",\"source\":\"")
          .append(SOURCES.get(row % SOURCES.size()))
          .append("\",\"date\":\"")
          .append(time(row))
          .append("\",\"value\":")
          .append(value(row))
          .append('}');
    }
    return json.append("]}").toString();
  }

  /** Each row that was acknowledged is there once, under a sequence number of its own. */
  static void assertHolds(Store store, List<SourceId> sources, int acknowledged) {
    for (int of = 0; of < sources.size(); of++) {
      var rows =
          store
              .measurements()
              .read(sources.get(of), Series.MIN_TIME_MICROS, Series.MAX_TIME_MICROS);
      assertThat(rows.size()).isEqualTo((acknowledged + SOURCES.size() - 1 - of) / SOURCES.size());
      for (int i = 0; i < rows.size(); i++) {
        int row = i * SOURCES.size() + of;
        assertThat(rows.timeMicros(i)).isEqualTo(Micros.of(time(row)));
        assertThat(rows.value(i)).isEqualTo(value(row));
        assertThat(i == 0 || rows.seq(i) > rows.seq(i - 1)).isTrue();
      }
    }
  }

  private static Instant time(int row) {
    return FIRST.plusSeconds(row);
  }

  static double value(int row) {
    return Math.abs(row % PERIOD_ROWS - PERIOD_ROWS / 2) / 4.0;
  }
}
