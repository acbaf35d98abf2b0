package io.sensorium.store.sql.measurement;

import static io.sensorium.core.measurement.MeasurementType.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.SourceRows;
import io.sensorium.store.database.Schemas;
import io.sensorium.store.database.SqlDatabase;
import io.sensorium.store.database.SqliteDatabase;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.sql.SqliteFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SealingTest {

  private static final int MANY = 100;
  private static final long AMPLE_BYTES = 1L << 30;
  private static final long FIRST_MICROS = 1_700_000_000_000_000L;

  private final SqliteFixture fixture = new SqliteFixture();
  private SqlDatabase database;

  @BeforeEach
  void open() {
    var file = fixture.directory().resolve("sensors.db");
    database = SqlDatabase.open(new SqliteDatabase(file, Schemas.SENSORS), 2);
  }

  @AfterEach
  void close() {
    database.close();
    fixture.close();
  }

  @Test
  void aGatewayWithManyRowsIsSealedOnceItRests() {
    try (var measurements = measurements(Duration.ofMillis(1), AMPLE_BYTES)) {
      append(measurements, 1, MANY, Instant.now());

      awaitWaiting(measurements, 0);

      assertThat(sizeOf(measurements, 1)).isEqualTo(MANY);
    }
  }

  @Test
  void aGatewayThatDoesNotRestIsNotSealedWhileThereIsMemory() {
    try (var measurements = measurements(Duration.ofHours(1), AMPLE_BYTES)) {
      append(measurements, 1, MANY, Instant.now());
      append(measurements, 2, 1, Instant.now().minus(Duration.ofHours(2)));

      awaitWaiting(measurements, MANY); // the old row of the other gateway is sealed

      assertThat(sizeOf(measurements, 1)).isEqualTo(MANY);
    }
  }

  @Test
  void aGatewayThatDoesNotRestIsSealedWhenMemoryIsShort() {
    try (var measurements = measurements(Duration.ofHours(1), 1)) {
      append(measurements, 1, MANY, Instant.now());

      awaitWaiting(measurements, 0);

      assertThat(sizeOf(measurements, 1)).isEqualTo(MANY);
    }
  }

  @Test
  void memoryIsFreeAgainOnceRowsAreSealed() {
    try (var measurements = measurements(Duration.ofHours(1), AMPLE_BYTES)) {
      append(measurements, 1, MANY, Instant.now());
      append(measurements, 1, 1, Instant.now());
      assertThat(sizeOf(measurements, 1)).isEqualTo(MANY); // reading packs what waits
      append(measurements, 1, MANY / 2, Instant.now());

      measurements.seal();

      assertThat(measurements.status().waitingRows()).isZero();
      assertThat(measurements.status().waitingBytes()).isZero();
    }
  }

  private SqlMeasurements measurements(Duration rest, long busyBytes) {
    var limits =
        new MeasurementLimits(
            MANY / 2, MANY / 2, rest, Duration.ofHours(1), busyBytes, AMPLE_BYTES, 1 << 20);
    return new SqlMeasurements(database, Clock.systemUTC(), limits);
  }

  private static void append(SqlMeasurements measurements, long gateway, int count, Instant at) {
    var rows = SourceRows.builder(count);
    for (int row = 0; row < count; row++) {
      rows.add(gateway, FIRST_MICROS + row * 1_000_000L, row, REGULAR.code());
    }
    measurements.append(new GatewayBatch(new GatewayId(gateway), null, at, rows.build()));
  }

  private static void awaitWaiting(SqlMeasurements measurements, long rows) {
    while (measurements.status().waitingRows() != rows) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private static int sizeOf(SqlMeasurements measurements, long source) {
    return measurements.read(new SourceId(source), 0, Long.MAX_VALUE).size();
  }
}
