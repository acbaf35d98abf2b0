package io.sensorium.api.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {

  private static String text(JsonBytes json) {
    return new String(json.toBytes(), StandardCharsets.US_ASCII);
  }

  private static String written(double number) {
    return text(new JsonBytes(0).append(number));
  }

  @ParameterizedTest
  @CsvSource({
    "20.34, 20.34",
    "100.0, 100",
    "-5.0, -5",
    "-0.0, 0",
    "-0.5, -0.5",
    "0.1, 0.1",
    "2.83, 2.83",
    "0.000001, 0.000001",
    "0.30000000000000004, 0.30000000000000004",
    "1013.2500000000001, 1013.2500000000001",
    "9007199254740993, 9007199254740992",
    "123456789012345680000, 123456789012345680000",
    "1e21, 1E+21",
    "1.7976931348623157e308, 1.7976931348623157E+308",
    "4.9e-324, 4.9E-324",
    "1e-7, 0.0000001",
    "1.5e-8, 1.5E-8"
  })
  void aNumberHasTheShortestFormThatReadsBackAsTheSame(double number, String form) {
    assertThat(written(number)).isEqualTo(form);
  }

  @Test
  void everyNumberReadsBackAsTheSame() {
    var random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      double any = Double.longBitsToDouble(random.nextLong());
      double measured = Math.round(random.nextGaussian() * 1e5) / Math.pow(10, random.nextInt(8));
      if (Double.isFinite(any)) {
        assertThat(Double.parseDouble(written(any))).isEqualTo(any);
      }
      assertThat(Double.parseDouble(written(measured))).isEqualTo(measured == 0 ? 0.0 : measured);
      if (Math.abs(measured) >= 1e-3 && Math.abs(measured) < 1e7) { // there Java's has no exponent
        assertThat(written(measured)).isEqualTo(Double.toString(measured).replaceAll("\\.0$", ""));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7, 10, 99, 100, -1, 1789318746316133L, Long.MAX_VALUE, Long.MIN_VALUE})
  void aWholeNumberIsWrittenInFull(long number) {
    assertThat(text(new JsonBytes(0).append(number))).isEqualTo(Long.toString(number));
  }

  @Test
  void digitsAreFilledWithZeros() {
    assertThat(text(new JsonBytes(0).appendDigits(93, 3).append('/').appendDigits(0, 2)))
        .isEqualTo("093/00");
  }

  @Test
  void itGrowsAsItIsFilled() {
    var json = new JsonBytes(0);
    for (int i = 0; i < 1_000; i++) {
      json.append("0123456789");
    }

    assertThat(text(json)).isEqualTo("0123456789".repeat(1_000));
  }
}
