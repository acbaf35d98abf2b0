package io.sensorium.store.measurement;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.SourceRows;
import io.sensorium.core.measurement.SourceRowsBuilder;
import io.sensorium.core.time.Micros;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Batches with late, repeated and corrected rows of a few sources. */
final class RandomMeasurements {

  private static final int SOURCES = 4;

  private final Random random;
  private final long startMicros;
  private long newest;

  RandomMeasurements(Random random, long startMicros) {
    this.random = random;
    this.startMicros = startMicros;
  }

  List<SourceId> sources() {
    return LongStream.rangeClosed(1, SOURCES).mapToObj(SourceId::new).toList();
  }

  SourceId source() {
    return new SourceId(1 + random.nextInt(SOURCES));
  }

  /** A date among those of the rows, or near them. */
  long time() {
    return startMicros + random.nextLong(newest + 10) * Micros.PER_MINUTE;
  }

  GatewayBatch batch() {
    int size = 1 + random.nextInt(random.nextInt(10) == 0 ? 3_000 : 30);
    var rows = SourceRows.builder(size);
    for (int i = 0; i < size; i++) {
      addRow(rows);
    }
    var gateway = new GatewayId(1 + random.nextInt(2));
    return new GatewayBatch(gateway, null, Micros.toInstant(startMicros), rows.build());
  }

  private void addRow(SourceRowsBuilder rows) {
    long minute = random.nextInt(5) == 0 ? random.nextLong(newest + 1) : ++newest;
    long time = startMicros + minute * Micros.PER_MINUTE;
    long source = source().value();
    if (random.nextInt(50) == 0) {
      rows.add(source, time, Double.NaN, MeasurementType.BLANK.code());
    } else {
      // few values, so that rows are repeated as well as corrected
      double value = (minute % 97 + random.nextInt(2)) / 100.0;
      rows.add(source, time, value, MeasurementType.REGULAR.code());
    }
  }
}
