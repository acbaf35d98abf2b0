package io.sensorium.analysis.alarm;

import static io.sensorium.analysis.alarm.Minutes.instant;
import static io.sensorium.analysis.alarm.Minutes.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.alarm.Direction;
import io.sensorium.core.measurement.Series;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlarmDryRunTest {

  private static final AlarmCondition FROST =
      new AlarmCondition(0, Direction.BELOW, Duration.ofMinutes(1), 0);

  @Test
  void itTellsHowOftenAndHowLongTheAlarmWouldHaveBeenActive() {
    var night = series(2, -1, -2, 1, 2, -1, 1, -3, -3, -3);

    var trial = AlarmDryRun.run(FROST, night, instant(0), instant(12));

    assertThat(trial.triggeredCount()).isEqualTo(2);
    assertThat(trial.activeFor()).isEqualTo(Duration.ofMinutes(1 + 4));
    assertThat(trial.log())
        .extracting(AlarmTransition::event)
        .containsExactly(AlarmEvent.TRIGGERED, AlarmEvent.RECOVERED, AlarmEvent.TRIGGERED);
  }

  @Test
  void valuesOutsideTheTimeAreNotLookedAt() {
    var trial = AlarmDryRun.run(FROST, series(-1, -1, 5, 5, -1, -1, -1), instant(2), instant(5));

    assertThat(trial.triggeredCount()).isEqualTo(1);
    assertThat(trial.activeFor()).isZero();
  }

  @Test
  void nothingMeasuredIsNoAlarm() {
    var trial = AlarmDryRun.run(FROST, Series.EMPTY, instant(0), instant(60));

    assertThat(trial.log()).isEmpty();
    assertThat(trial.activeFor()).isZero();
  }

  @Test
  void moreThanNinetyDaysAreRefused() {
    var tooLate = instant(0).plus(Duration.ofDays(90)).plusSeconds(1);

    assertThatThrownBy(() -> AlarmDryRun.run(FROST, Series.EMPTY, instant(0), tooLate))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
