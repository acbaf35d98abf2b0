package io.sensorium.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.SourceRows;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceRowsCodecTest {

  private static SourceRows anyRows(int seed) {
    var random = new Random(seed);
    var series = new RandomSeries(seed);
    var rows = SourceRows.builder(16);
    for (int source = 0; source < random.nextInt(20); source++) {
      long id = 1 + random.nextLong(random.nextBoolean() ? 50 : Long.MAX_VALUE - 1);
      int size = random.nextInt(30);
      rows.addAll(
          id,
          switch (random.nextInt(3)) {
            case 0 -> series.thermometer(size);
            case 1 -> series.meter(size);
            default -> series.anything(size);
          });
    }
    return rows.build();
  }

  @Test
  void anyRowsComeBackEqual() {
    for (int seed = 0; seed < 500; seed++) {
      var rows = anyRows(seed);

      var bytes = SourceRowsCodec.encode(rows);

      assertThat(SourceRowsCodec.isIntact(bytes)).isTrue();
      assertThat(SourceRowsCodec.decode(bytes)).as("seed %d", seed).isEqualTo(rows);
    }
  }

  @Test
  void aBatchOfTheUsualKindTakesFewerThanSixBytesForARow() {
    var rows = SourceRows.builder(5_000);
    for (int source = 1; source <= 250; source++) {
      rows.addAll(source, new RandomSeries(source).thermometer(20));
    }

    assertThat(SourceRowsCodec.encode(rows.build()).length).isLessThan(6 * 5_000);
  }

  @Test
  void everyFlippedBitIsFound() {
    var bytes = SourceRowsCodec.encode(anyRows(3));
    var random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      var damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

      assertThat(SourceRowsCodec.isIntact(damaged)).isFalse();
      assertThatThrownBy(() -> SourceRowsCodec.decode(damaged))
          .isInstanceOf(DamagedBytesException.class);
    }
  }

  @Test
  void bytesThatEndTooEarlyAreFound() {
    var row = SourceRows.builder(1).add(1, 5, 20.5, MeasurementType.REGULAR.code()).build();
    var bytes = SourceRowsCodec.encode(row);
    for (int size = 0; size < bytes.length; size++) {
      var truncated = Arrays.copyOf(bytes, size);

      assertThatThrownBy(() -> SourceRowsCodec.decode(truncated))
          .isInstanceOf(DamagedBytesException.class);
    }
  }

  @Test
  void garbageUnderAGoodChecksumEndsInAnExceptionWithoutTakingMuchMemory() {
    var random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      var content = new byte[random.nextInt(60)];
      random.nextBytes(content);
      var out = Frame.start(Frame.Format.SOURCE_ROWS, 64);
      out.writeVarint(random.nextInt(5)).writeVarint(random.nextInt(30)).writeVarint(1_000);
      var bytes = Frame.seal(out.writeBytes(content));

      try {
        SourceRowsCodec.decode(bytes);
      } catch (RuntimeException e) {
        assertThat(e).isInstanceOf(DamagedBytesException.class);
      }
    }
  }
}
