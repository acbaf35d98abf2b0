package io.sensorium.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.measurement.Series;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesCodecTest {

  private static byte[] encode(Series rows) {
    return SeriesCodec.encode(rows, 0, rows.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 64, 1_000, 5_000})
  void seriesOfAnyLengthComeBackEqual(int size) {
    for (int seed = 0; seed < 30; seed++) {
      var random = new RandomSeries(31L * size + seed);
      var thermometer = random.thermometer(size);
      var meter = random.meter(size);
      var anything = random.anything(size);

      assertThat(SeriesCodec.decode(encode(thermometer))).isEqualTo(thermometer);
      assertThat(SeriesCodec.decode(encode(meter))).isEqualTo(meter);
      assertThat(SeriesCodec.decode(encode(anything))).as("seed %d", seed).isEqualTo(anything);
    }
  }

  @Test
  void aPartOfASeriesIsCodedAsIfItWereAllOfIt() {
    var rows = new RandomSeries(1).thermometer(100);
    var part = Series.builder(10);
    for (int row = 40; row < 50; row++) {
      part.add(rows.timeMicros(row), rows.value(row), rows.typeCode(row), rows.seq(row));
    }

    assertThat(SeriesCodec.encode(rows, 40, 50)).isEqualTo(encode(part.build()));
  }

  @Test
  void theSummaryTellsWhatTheRowsTell() {
    for (int seed = 0; seed < 300; seed++) {
      var rows = new RandomSeries(seed).anything(1 + seed);
      var bytes = encode(rows);

      var summary = SeriesCodec.summary(bytes);

      assertThat(summary.isLike(SeriesSummary.of(rows, 0, rows.size()))).isTrue();
      assertThat(SeriesCodec.isIntact(bytes)).isTrue();
    }
  }

  @Test
  void valuesAloneAreThoseOfTheRowsAndAddUpToTheSame() {
    for (int seed = 0; seed < 300; seed++) {
      var rows = new RandomSeries(seed).anything(1 + seed);

      var values = SeriesCodec.values(encode(rows));

      assertThat(values.size()).isEqualTo(rows.size());
      for (int row = 0; row < rows.size(); row++) {
        assertThat(values.timeMicros(row)).isEqualTo(rows.timeMicros(row));
        assertThat(values.value(row)).isEqualTo(Double.valueOf(rows.value(row)));
      }
      int middle = values.indexFrom(rows.timeMicros(seed / 2));
      var summary = new SeriesSummary();
      summary.addAll(values, 0, middle);
      summary.addAll(values, middle, values.size());
      assertThat(summary.isLike(SeriesSummary.of(rows, 0, rows.size()))).isTrue();
    }
  }

  @Test
  void aThermometersRowTakesLessThanTwoBytesAndAMetersLessThanOne() {
    var thermometer = new RandomSeries(1).thermometer(1_024);
    var meter = new RandomSeries(2).meter(2_048);

    assertThat(encode(thermometer).length).isLessThan(2 * thermometer.size());
    assertThat(encode(meter).length).isLessThan(meter.size());
  }

  @Test
  void everyFlippedBitIsFound() {
    var bytes = encode(new RandomSeries(3).anything(50));
    var random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      var damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

      assertThat(SeriesCodec.isIntact(damaged)).isFalse();
      assertThatThrownBy(() -> SeriesCodec.decode(damaged))
          .isInstanceOf(DamagedBytesException.class);
      assertThatThrownBy(() -> SeriesCodec.summary(damaged))
          .isInstanceOf(DamagedBytesException.class);
    }
  }

  @Test
  void bytesThatEndTooEarlyAreFound() {
    var bytes = encode(new RandomSeries(4).thermometer(30));
    for (int size = 0; size < bytes.length; size++) {
      var truncated = Arrays.copyOf(bytes, size);

      assertThatThrownBy(() -> SeriesCodec.decode(truncated))
          .isInstanceOf(DamagedBytesException.class);
    }
  }

  @Test
  void garbageUnderAGoodChecksumEndsInAnExceptionWithoutTakingMuchMemory() {
    var random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      var content = new byte[random.nextInt(60)];
      random.nextBytes(content);
      var out = Frame.start(Frame.Format.SERIES, 64).writeVarint(random.nextInt(500));
      var bytes = Frame.seal(out.writeSigned(0).writeVarint(0).writeBytes(content));

      try {
        SeriesCodec.decode(bytes);
      } catch (RuntimeException e) {
        assertThat(e).isInstanceOf(DamagedBytesException.class);
      }
    }
  }

  @Test
  void aBlockHasAtLeastOneRow() {
    assertThatThrownBy(() -> SeriesCodec.encode(Series.EMPTY, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
