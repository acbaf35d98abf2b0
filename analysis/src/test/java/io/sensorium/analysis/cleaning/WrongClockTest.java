package io.sensorium.analysis.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.stories.TrackStory;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clocks that are set wrong, as seen in the order of their own dates. */
class WrongClockTest {

  private static final LatLon HOME = new LatLon(51.0543, 3.7174);
  private static final LatLon OFFICE = Geodesy.destination(HOME, 70, 6_000);

  @Test
  void tenMinutesDatedAnHourTooLateAreTakenOutOfThatHour() {
    assertThat(spoiltBy("PT1H")).isEqualTo(40);
  }

  @Test
  void tenMinutesDatedAnHourTooEarlyAreTakenOutOfThatHour() {
    assertThat(spoiltBy("PT-1H")).isEqualTo(40);
  }

  /** How many fixes are refused for their clock, of which 40 are wrong; all others are believed. */
  private static int spoiltBy(String clockError) {
    var day = morning().startPhone().stayFor("PT2H");
    day.clockWrongBy(clockError).stayFor("PT10M").clockWrongBy("PT0S");
    day.goTo(OFFICE, 10).stayFor("PT2H");
    var verdicts = verdictsOf(day);

    int wrong = Collections.frequency(verdicts, Verdict.WRONG_CLOCK);
    assertThat(Collections.frequency(verdicts, Verdict.ACCEPTED))
        .isEqualTo(verdicts.size() - wrong);
    return wrong;
  }

  @Test
  void aPhoneThatIsStartedAnewTellsTheTruth() {
    var day = morning().startPhone().stayFor("PT2H").silentFor("PT2M");
    day.startPhone().stayFor("PT2H");

    assertThat(verdictsOf(day)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void fixesThatAreDatedAFewMinutesLateAreBelieved() {
    var day = morning().startPhone().stayFor("PT1H").clockWrongBy("PT3M").stayFor("PT10M");
    day.clockWrongBy("PT0S").stayFor("PT1H");

    assertThat(verdictsOf(day)).doesNotContain(Verdict.WRONG_CLOCK);
  }

  @Test
  void aClockThatIsSetBackForGoodIsBelievedOnceTheOtherDatesHaveEnded() {
    var day = morning().startPhone().clockWrongBy("PT1H").stayFor("PT3H");
    day.clockWrongBy("PT0S").stayFor("PT3H");

    var verdicts = verdictsOf(day);

    assertThat(Collections.frequency(verdicts, Verdict.WRONG_CLOCK)).isBetween(240, 330);
    assertThat(verdicts.subList(verdicts.size() - 300, verdicts.size()))
        .containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void anotherPhoneIsBelievedAfterASilence() {
    var day = morning().startPhone().stayFor("PT1H").silentFor("PT30M");
    day.clockWrongBy("PT5H").stayFor("PT1H");

    assertThat(verdictsOf(day)).containsOnly(Verdict.ACCEPTED);
  }

  @Test
  void withoutUptimeTheyAreRefusedWhereTheyLieElsewhere() {
    var day = morning().stayFor("PT1H").goTo(OFFICE, 10).stayFor("PT30M");
    day.clockWrongBy("PT-3593S").stayFor("PT10M").clockWrongBy("PT0S").stayFor("PT1H");

    var verdicts = verdictsOf(day);

    assertThat(Collections.frequency(verdicts, Verdict.ABSURD_SPEED)).isEqualTo(40);
    assertThat(Collections.frequency(verdicts, Verdict.ACCEPTED)).isEqualTo(verdicts.size() - 40);
  }

  private static TrackStory morning() {
    return TrackStory.startingAt("2025-03-01T06:00:00Z", HOME).noiseMeters(3, 5);
  }

  /** Verdicts in the order in which the archive keeps the fixes. */
  private static List<Verdict> verdictsOf(TrackStory story) {
    return Cleaning.verdicts(story.track().sortedDistinct());
  }
}
