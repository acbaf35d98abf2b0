package io.sensorium.core.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrivingWindowTest {

  private static final DrivingScores ALL =
      new DrivingScores(Map.of(Score.SMOOTH, 0.75, Score.LEGAL, 0.68, Score.ANTICIPATIVE, 0.8));

  private static DrivingScores legal(double ratio) {
    return new DrivingScores(Map.of(Score.LEGAL, ratio));
  }

  @Test
  void theTotalIsTheMeanOfTheZonesAndTakesTheRestFromTheWhole() {
    var zones = new ZoneScores(ALL, legal(0.44), legal(0.97), legal(0.99));

    assertThat(zones.total().ratios())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Score.SMOOTH, 0.75, Score.ANTICIPATIVE, 0.8, Score.LEGAL, 0.8));
    assertThat(zones.total().overall(3)).isEqualTo(0.783);
  }

  @Test
  void aZoneWithoutDataIsLeftOutOfTheMean() {
    var zones = new ZoneScores(ALL, DrivingScores.NONE, legal(0.97), legal(0.99));

    assertThat(zones.total().find(Score.LEGAL)).isEqualTo(0.98);
    assertThat(ZoneScores.NONE.total()).isEqualTo(DrivingScores.NONE);
  }

  @Test
  void aZoneHasNoScoreThatNeedsWholeTrips() {
    assertThatThrownBy(() -> new ZoneScores(ALL, ALL, DrivingScores.NONE, DrivingScores.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void belowFiftyKilometresThereIsNoScoreButTheFeaturesAreTold() {
    var zones = new ZoneScores(ALL, legal(0.4), legal(0.5), legal(0.6));

    var tooShort = new DrivingWindow(zones, 181_200L, 49_999L);
    var longEnough = new DrivingWindow(zones, 181_200L, 50_000L);

    assertThat(tooShort.zones()).isEqualTo(ZoneScores.NONE);
    assertThat(tooShort.all()).isEqualTo(DrivingScores.NONE);
    assertThat(tooShort.distanceMeters()).isEqualTo(49_999);
    assertThat(longEnough.zones()).isEqualTo(zones);
    assertThat(longEnough.all().find(Score.FOCUS)).isEqualTo(0.95);
  }

  @Test
  void focusFollowsFromTheTimeInWhichThePhoneWasHandled() {
    assertThat(new DrivingWindow(ZoneScores.NONE, 137_400L, 90_000L).all().find(Score.FOCUS))
        .isEqualTo(0.96);
    assertThat(new DrivingWindow(ZoneScores.NONE, 0L, 90_000L).all().find(Score.FOCUS)).isOne();
    assertThat(new DrivingWindow(ZoneScores.NONE, null, 90_000L).all().find(Score.FOCUS)).isNull();
  }

  @Test
  void weeksBeginOnMondaysAndMonthsOnTheFirst() {
    var monday = LocalDate.parse("2019-03-18");
    assertThat(ScorePeriod.WEEK.canStartOn(monday)).isTrue();
    assertThat(ScorePeriod.WEEK.canStartOn(monday.plusDays(1))).isFalse();
    assertThat(ScorePeriod.MONTH.canStartOn(LocalDate.parse("2019-03-01"))).isTrue();
    assertThat(ScorePeriod.MONTH.canStartOn(monday)).isFalse();
    assertThat(ScorePeriod.DAY.canStartOn(monday)).isTrue();
  }
}
