package io.sensorium.delivery.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final RetrySchedule SCHEDULE = RetrySchedule.DEFAULT;

  @Test
  void retriesGoOnForThreeDaysAtLeast() {
    var total = SCHEDULE.pauses().stream().reduce(Duration.ZERO, Duration::plus);

    assertThat(total).isEqualTo(Duration.parse("PT75H36M5S"));
    assertThat(SCHEDULE.pauses()).isSorted();
  }

  @Test
  void aPauseIsUpToAFifthLongerByChance() {
    var random = new Random(7);
    var schedule = new RetrySchedule(List.of(Duration.ofSeconds(100)));

    for (int i = 0; i < 1_000; i++) {
      assertThat(schedule.pauseAfter(1, random).orElseThrow())
          .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(120));
    }
    assertThat(schedule.pauseAfter(1, random)).isNotEqualTo(schedule.pauseAfter(1, random));
  }

  @Test
  void afterTheLastPauseThereIsNone() {
    int last = SCHEDULE.pauses().size();

    assertThat(SCHEDULE.pauseAfter(last, new Random(7))).isPresent();
    assertThat(SCHEDULE.pauseAfter(last + 1, new Random(7))).isEmpty();
  }

  @Test
  void whoFailsAgainAndAgainIsLeftAloneForLongerUpToFiveMinutes() {
    assertThat(RetrySchedule.hold(0)).isZero();
    assertThat(RetrySchedule.hold(1)).isZero();
    assertThat(RetrySchedule.hold(2)).isEqualTo(Duration.ofSeconds(5));
    assertThat(RetrySchedule.hold(3)).isEqualTo(Duration.ofSeconds(10));
    assertThat(RetrySchedule.hold(7)).isEqualTo(Duration.ofSeconds(160));
    assertThat(RetrySchedule.hold(8)).isEqualTo(Duration.ofMinutes(5));
    assertThat(RetrySchedule.hold(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
  }
}
