package io.sensorium.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "51.05",
        "-3.7212345",
        "9007199254740993",
        "51.053412345678901",
        "0.000000000000000001",
        "1e3",
        "-2.5E-7",
        "1e400",
        "123456789012345678901234567890"
      })
  void aNumberReadsAsTheJdkReadsIt(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void anyNumberReadsAsTheJdkReadsIt() {
    var random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-6, 7));
      String rounded = String.format(Locale.ROOT, "%." + random.nextInt(12) + "f", value);

      assertThat(parse(rounded)).isEqualTo(Double.parseDouble(rounded));
      assertThat(parse(Double.toString(value))).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "1.2.3", "12a", "NaN", "0x10", "1e", "--1", "1d"})
  void whatIsNoNumberIsNotANumber(String text) {
    assertThat(parse(text)).isNaN();
  }

  private static double parse(String text) {
    return Decimals.parse(("7" + text + "8").toCharArray(), 1, text.length());
  }
}
