package io.sensorium.intake.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

  @Test
  void aNumberOfUpTo19DigitsReadsAsTheJdkReadsIt() {
    var random = new Random(11);
    for (int i = 0; i < 200_000; i++) {
      var digits = Long.toUnsignedString(random.nextLong() >>> random.nextInt(1, 40));
      int decimals = random.nextInt(digits.length() + 1);
      int point = digits.length() - decimals;
      String text = "0" + digits.substring(0, point) + "." + digits.substring(point);

      assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
    }
  }

  @Test
  void aNumberBetweenTwoDoublesReadsAsTheJdkReadsIt() {
    var random = new Random(13);
    for (int i = 0; i < 50_000; i++) {
      double lower = Math.scalb(1 + random.nextDouble(), random.nextInt(-10, 60));
      var between = new BigDecimal(lower).add(new BigDecimal(Math.nextUp(lower)));
      String text = between.divide(BigDecimal.TWO).toPlainString();
      String shortened = text.substring(0, Math.min(text.length(), 20)) + "0";

      assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
      assertThat(parse(shortened)).isEqualTo(Double.parseDouble(shortened));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "1.2.3", "12a", "NaN", "0x10", "1e", "--1", "1d"})
  void whatIsNoNumberIsNotANumber(String text) {
    assertThat(parse(text)).isNaN();
  }

  private static double parse(String text) {
    var surrounded = "7" + text + "8";
    double ofChars = Decimals.parse(surrounded.toCharArray(), 1, text.length());
    double ofBytes = Decimals.parse(surrounded.getBytes(US_ASCII), 1, text.length());
    assertThat(Double.valueOf(ofBytes)).isEqualTo(Double.valueOf(ofChars));
    return ofBytes;
  }
}
