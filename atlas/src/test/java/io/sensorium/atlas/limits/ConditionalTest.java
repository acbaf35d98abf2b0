package io.sensorium.atlas.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ConditionalTest {

  private static final LocalDateTime MONDAY_NOON = LocalDateTime.parse("2026-11-30T12:00:00");
  private static final LocalDateTime SUNDAY_NIGHT = LocalDateTime.parse("2026-11-29T23:30:00");

  private static double kmhAt(String text, LocalDateTime time) {
    return Conditional.codeAt(text, time) / 100.0;
  }

  @Test
  void hoursOfSchoolHoldOnWeekdaysOnly() {
    var rule = "30 @ (Mo-Fr 07:00-17:00)";

    assertThat(kmhAt(rule, MONDAY_NOON)).isEqualTo(30);
    assertThat(kmhAt(rule, MONDAY_NOON.withHour(17))).isZero();
    assertThat(kmhAt(rule, MONDAY_NOON.minusDays(1))).isZero();
  }

  @Test
  void nightsReachOverMidnight() {
    var rule = "80 @ (22:00-06:00)";

    assertThat(kmhAt(rule, SUNDAY_NIGHT)).isEqualTo(80);
    assertThat(kmhAt(rule, SUNDAY_NIGHT.plusHours(6))).isEqualTo(80);
    assertThat(kmhAt(rule, SUNDAY_NIGHT.plusHours(7))).isZero();
  }

  @Test
  void aNightBelongsToTheDayOnWhichItBegins() {
    var rule = "50 @ (Su 22:00-06:00)";

    assertThat(kmhAt(rule, SUNDAY_NIGHT.plusHours(4))).isEqualTo(50);
    assertThat(kmhAt(rule, SUNDAY_NIGHT.minusDays(1))).isZero();
    assertThat(kmhAt(rule, SUNDAY_NIGHT.minusHours(20))).isZero();
  }

  @Test
  void theLaterOfTwoRulesHolds() {
    var rules = "50 mph @ (06:00-20:00); 30 mph @ (Mo 11:00-13:00)";

    assertThat(kmhAt(rules, MONDAY_NOON)).isEqualTo(48.28);
    assertThat(kmhAt(rules, MONDAY_NOON.withHour(15))).isEqualTo(80.47);
  }

  @Test
  void whatIsNoTimeIsNeverMet() {
    assertThat(kmhAt("80 @ wet", MONDAY_NOON)).isZero();
    assertThat(kmhAt("60 @ (weight>7.5)", MONDAY_NOON)).isZero();
    assertThat(kmhAt("90 @ (Dec-Mar)", MONDAY_NOON)).isZero();
    assertThat(kmhAt("no rule at all", MONDAY_NOON)).isZero();
  }
}
