package io.sensorium.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {

  private static final MathContext DIGITS = new MathContext(40);

  private static ExactSum sumOf(double... values) {
    var sum = new ExactSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum;
  }

  private static ExactSum rewritten(ExactSum sum) {
    var out = new ByteWriter(64);
    sum.write(out);
    var bytes = out.toBytes();
    return ExactSum.read(new ByteReader(bytes, 0, bytes.length));
  }

  private static double anyValue(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(1_000_000) / 100.0;
      case 1 -> random.nextGaussian();
      case 2 -> random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
      default -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62));
    };
  }

  @Test
  void decimalsAddUpAsDecimals() {
    var sum = sumOf(0.1, 0.2, 0.3);

    assertThat(sum.toBigDecimal()).isEqualByComparingTo("0.6");
    assertThat(sum.dividedBy(3)).isEqualTo(0.2);
  }

  @Test
  void aMeanIsTheExactQuotientRoundedOnce() {
    var random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long hundredths = random.nextLong(-(1L << (2 + i % 50)), 1L << (2 + i % 50));
      int count = 1 + random.nextInt(1 << (1 + i % 20));
      var sum = new ExactSum();
      sum.addScaled(hundredths, 2);

      var exact = BigDecimal.valueOf(hundredths, 2).divide(BigDecimal.valueOf(count), DIGITS);
      assertThat(sum.dividedBy(count)).isEqualTo(exact.doubleValue());
    }
  }

  @Test
  void nothingIsLostBetweenGreatAndSmallNumbers() {
    assertThat(sumOf(1e300, 1e-300, -1e300).dividedBy(1)).isEqualTo(1e-300);
    assertThat(sumOf(Double.MAX_VALUE, Double.MAX_VALUE).dividedBy(2)).isEqualTo(Double.MAX_VALUE);
    assertThat(sumOf(Double.MAX_VALUE, -Double.MAX_VALUE).toBigDecimal()).isZero();
  }

  @Test
  void theOrderAndTheDivisionOfTheNumbersDoNotMatter() {
    for (int seed = 0; seed < 200; seed++) {
      var values = new Random(seed).ints(40).mapToDouble(i -> anyValue(new Random(i))).toArray();
      var expected = sumOf(values).toBigDecimal();
      var backwards = new ExactSum();
      var parts = new ExactSum[] {new ExactSum(), new ExactSum(), new ExactSum()};
      for (int i = values.length - 1; i >= 0; i--) {
        backwards.add(values[i]);
        parts[i % parts.length].add(values[i]);
      }
      var added = new ExactSum();
      for (var part : parts) {
        added.add(rewritten(part));
      }

      assertThat(backwards.toBigDecimal()).as("seed %d", seed).isEqualByComparingTo(expected);
      assertThat(added.toBigDecimal()).as("seed %d", seed).isEqualByComparingTo(expected);
    }
  }

  @Test
  void binaryNumbersAddUpAsTheyAre() {
    var random = new Random(4);
    var sum = new ExactSum();
    var expected = BigDecimal.ZERO;
    for (int i = 0; i < 1_000; i++) {
      double value = random.nextGaussian();
      sum.add(value);
      expected = expected.add(new BigDecimal(value));
    }

    assertThat(sum.toBigDecimal()).isEqualByComparingTo(expected);
  }

  @Test
  void aBillionGreatDecimalsStillFit() {
    var sum = new ExactSum();
    sum.add(999_999_999_999_999.0);
    for (int doubling = 0; doubling < 30; doubling++) {
      sum.add(rewritten(sum));
    }

    assertThat(sum.toBigDecimal())
        .isEqualByComparingTo(new BigDecimal("999999999999999").multiply(new BigDecimal(1L << 30)));
  }
}
