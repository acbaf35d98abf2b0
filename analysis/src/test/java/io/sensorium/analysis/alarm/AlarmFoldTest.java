package io.sensorium.analysis.alarm;

import static io.sensorium.analysis.alarm.Minutes.at;
import static io.sensorium.analysis.alarm.Minutes.series;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmState;
import io.sensorium.core.alarm.AlarmTerms;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.alarm.Direction;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.time.Micros;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values are a minute apart: the index of a value is the minute of its date. */
class AlarmFoldTest {

  private static final AlarmCondition ABOVE_30 =
      new AlarmCondition(30, Direction.ABOVE, Duration.ZERO, 0);
  private static final double BLANK = Double.NaN;

  @Test
  void aValueBeyondTriggersAndTheFirstWithinRecovers() {
    var log = log(ABOVE_30, 29, 31, 32, 30, 28);

    assertThat(log)
        .containsExactly(
            triggered(1, 31, ABOVE_30), recovered(3, 30, ABOVE_30, Duration.ofMinutes(2)));
  }

  @Test
  void aValueEqualToTheThresholdIsWithin() {
    assertThat(log(ABOVE_30, 30, 30, 30)).isEmpty();
  }

  @Test
  void belowIsTheMirrorOfAbove() {
    var condition = new AlarmCondition(-5, Direction.BELOW, Duration.ZERO, 0);

    assertThat(log(condition, -4, -5, -5.5, -5))
        .containsExactly(
            triggered(2, -5.5, condition), recovered(3, -5, condition, Duration.ofMinutes(1)));
  }

  @Test
  void anExcessShorterThanTheDelayIsNoAlarm() {
    assertThat(log(delayed(3), 31, 31, 31, 29)).isEmpty();
  }

  @Test
  void anExcessAsLongAsTheDelayTriggersWhenTheDelayHasPassed() {
    assertThat(log(delayed(3), 29, 31, 32, 33, 34, 29))
        .containsExactly(
            triggered(4, 34, delayed(3)), recovered(5, 29, delayed(3), Duration.ofMinutes(1)));
  }

  @Test
  void aTickTellsThatTheDelayHasPassedWhenNoMeasurementDoes() {
    var fold = fold(delayed(3));
    var pending = fold.extend(fold.begin(), series(31, 32), at(2));
    var stillPending = fold.extend(pending.head(), Series.EMPTY, at(3) - 1);
    var active = fold.extend(stillPending.head(), Series.EMPTY, at(3));

    assertThat(pending.head().state()).isEqualTo(AlarmState.PENDING);
    assertThat(stillPending.transitions()).isEmpty();
    assertThat(active.head().state()).isEqualTo(AlarmState.ACTIVE);
    assertThat(active.transitions()).containsExactly(triggered(3, 32, delayed(3)));
  }

  @Test
  void aMeasurementLongAfterTellsThatTheDelayHadPassed() {
    var log = log(delayed(2), 31, BLANK, BLANK, BLANK, BLANK, 20);

    assertThat(log)
        .containsExactly(
            triggered(2, 31, delayed(2)), recovered(5, 20, delayed(2), Duration.ofMinutes(3)));
  }

  @Test
  void hysteresisAsksForAValueFurtherBackToRecover() {
    var condition = new AlarmCondition(30, Direction.ABOVE, Duration.ZERO, 2);

    assertThat(log(condition, 31, 29, 28.5, 31, 28))
        .containsExactly(
            triggered(0, 31, condition), recovered(4, 28, condition, Duration.ofMinutes(4)));
  }

  @Test
  void aBlankNeitherBeginsNorEndsAnExcess() {
    assertThat(log(delayed(2), BLANK, 31, BLANK, 31, BLANK))
        .containsExactly(triggered(3, 31, delayed(2)));
  }

  @Test
  void measurementsFromBeforeTheAlarmAreNotLookedAt() {
    var fold = new AlarmFold(List.of(new AlarmTerms(Minutes.instant(2), ABOVE_30, true)));

    var derived = fold.extend(fold.begin(), series(40, 40, 20, 40), at(0));

    assertThat(derived.transitions()).containsExactly(triggered(3, 40, ABOVE_30));
  }

  @Test
  void otherTermsEndWhatIsActiveAndLookAnew() {
    var above40 = new AlarmCondition(40, Direction.ABOVE, Duration.ZERO, 0);
    var fold =
        new AlarmFold(
            List.of(
                new AlarmTerms(Minutes.instant(0), ABOVE_30, true),
                new AlarmTerms(Minutes.instant(2), above40, true)));

    var derived = fold.extend(fold.begin(), series(35, 36, 37, 41), at(0));

    assertThat(derived.transitions())
        .containsExactly(
            triggered(0, 35, ABOVE_30),
            recovered(2, 36, ABOVE_30, Duration.ofMinutes(2)),
            triggered(3, 41, above40));
  }

  @Test
  void anAlarmThatIsSwitchedOffIsNormalUntilItIsSwitchedOn() {
    var fold =
        new AlarmFold(
            List.of(
                new AlarmTerms(Minutes.instant(0), ABOVE_30, true),
                new AlarmTerms(Minutes.instant(1), ABOVE_30, false),
                new AlarmTerms(Minutes.instant(3), ABOVE_30, true)));

    var derived = fold.extend(fold.begin(), series(35, 36, 37, 38), at(0));

    assertThat(derived.transitions())
        .containsExactly(
            triggered(0, 35, ABOVE_30),
            recovered(1, 35, ABOVE_30, Duration.ofMinutes(1)),
            triggered(3, 38, ABOVE_30));
  }

  private static AlarmCondition delayed(int minutes) {
    return new AlarmCondition(30, Direction.ABOVE, Duration.ofMinutes(minutes), 0);
  }

  private static AlarmFold fold(AlarmCondition condition) {
    return new AlarmFold(List.of(new AlarmTerms(Minutes.instant(0), condition, true)));
  }

  private static List<AlarmTransition> log(AlarmCondition condition, double... values) {
    var fold = fold(condition);
    return fold.extend(fold.begin(), series(values), Long.MIN_VALUE).transitions();
  }

  private static AlarmTransition triggered(int minute, double value, AlarmCondition condition) {
    return new AlarmTransition(
        AlarmEvent.TRIGGERED, Micros.toInstant(at(minute)), value, condition, null);
  }

  private static AlarmTransition recovered(
      int minute, double value, AlarmCondition condition, Duration duration) {
    return new AlarmTransition(
        AlarmEvent.RECOVERED, Micros.toInstant(at(minute)), value, condition, duration);
  }
}
