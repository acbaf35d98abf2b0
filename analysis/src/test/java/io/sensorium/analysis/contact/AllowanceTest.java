package io.sensorium.analysis.contact;

import static io.sensorium.core.time.Micros.PER_DAY;
import static io.sensorium.core.time.Micros.PER_HOUR;
import static io.sensorium.core.time.Micros.PER_MINUTE;
import static io.sensorium.core.time.Micros.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final long QUARTER = 15 * PER_MINUTE;

  @Test
  void nothingMayComeForThreeIntervalsAndAMinute() {
    assertThat(Allowance.micros(QUARTER, 0)).isEqualTo(46 * PER_MINUTE);
  }

  @Test
  void itIsNeverLessThanFiveMinutes() {
    assertThat(Allowance.micros(5 * PER_SECOND, 0)).isEqualTo(5 * PER_MINUTE);
  }

  @Test
  void whoUploadsByTheHourIsNotSilentOnceThatIsLearned() {
    long usual = 0;
    int silences = 0;
    for (int i = 0; i < 100; i++) {
      long allowance = Allowance.micros(QUARTER, usual);
      silences += PER_HOUR > allowance ? 1 : 0;
      usual = Allowance.usualGapAfter(usual, PER_HOUR, allowance);
    }

    assertThat(silences).isOne();
    assertThat(Allowance.micros(QUARTER, usual)).isEqualTo(2 * PER_HOUR);
  }

  @Test
  void anOutageOfDaysIsForgottenWithinADay() {
    long usual = Allowance.usualGapAfter(QUARTER, 3 * PER_DAY, 46 * PER_MINUTE);
    assertThat(Allowance.micros(QUARTER, usual)).isEqualTo(184 * PER_MINUTE);

    for (int i = 0; i < 96; i++) {
      usual = Allowance.usualGapAfter(usual, QUARTER, Allowance.micros(QUARTER, usual));
    }

    assertThat(Allowance.micros(QUARTER, usual)).isEqualTo(46 * PER_MINUTE);
  }

  @Test
  void noGapThatIsLearnedIsWorthMoreThanADay() {
    assertThat(Allowance.micros(QUARTER, 10 * PER_DAY)).isEqualTo(PER_DAY);
    assertThat(Allowance.micros(PER_DAY, 0)).isGreaterThan(3 * PER_DAY);
  }
}
