package io.sensorium.atlas.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.atlas.limits.LegalDefaults.Limit;
import io.sensorium.atlas.limits.RoadSetting.SignAhead;
import io.sensorium.atlas.limits.RoadSetting.Spot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsualLimitsTest {

  private static final Limit LAW_OF_TOWNS = new Limit(LimitCode.parse("50"), LimitSource.LAW);
  private static final int NO_STREET = 0;
  private static final int MAIN_STREET = 7;

  private final UsualLimits usual = new UsualLimits();

  /** A road of the one class, a kilometre long to the north. */
  private static RoadSetting road(int street, double eastKm) {
    return road(street, eastKm, LAW_OF_TOWNS);
  }

  private static RoadSetting road(int street, double eastKm, Limit law) {
    int longitudeE7 = 40_000_000 + (int) Math.round(eastKm * 142_000);
    var spots =
        IntStream.range(0, 10).mapToObj(i -> new Spot(510_000_000 + i * 9_000, longitudeE7));
    return new RoadSetting("BE", 11, law, 0, 2, street, spots.toList(), List.of());
  }

  private UsualLimits.Guess guess(RoadSetting road) {
    usual.finish();
    return usual.guess(road);
  }

  @Test
  void withoutSignsTheLawIsAllThatIsKnown() {
    var guess = guess(road(NO_STREET, 0));

    assertThat(LimitCode.kmh(guess.code())).isEqualTo(50);
    assertThat(guess.source()).isEqualTo(LimitSource.LAW);
    assertThat(guess.certaintyRatio()).isCloseTo(0.51, within(0.01));
  }

  @Test
  void theSignsOfTheSameStreetTellMoreThanTheLaw() {
    usual.learn(road(MAIN_STREET, 0.1), LimitCode.parse("30"));

    var guess = guess(road(MAIN_STREET, 0));

    assertThat(LimitCode.kmh(guess.code())).isEqualTo(30);
    assertThat(guess.source()).isEqualTo(LimitSource.SAME_STREET);
    assertThat(guess.certaintyRatio()).isGreaterThan(0.8);
  }

  @Test
  void aStreetOfTheSameNameFarAwayTellsNoMoreThanAnother() {
    usual.learn(road(MAIN_STREET, 20), LimitCode.parse("30"));

    assertThat(guess(road(MAIN_STREET, 0))).isEqualTo(usual.guess(road(NO_STREET, 0)));
  }

  @Test
  void oneSignFarAwayDoesNotOutweighTheLawButManyDo() {
    var few = new UsualLimits();
    few.learn(
        new RoadSetting(
            "BE", 11, LAW_OF_TOWNS, 0, 2, 0, List.of(new Spot(510_000_000, 60_000_000)), List.of()),
        LimitCode.parse("30"));
    few.finish();
    for (int i = 0; i < 20; i++) {
      usual.learn(road(NO_STREET, 20 + i), LimitCode.parse("30"));
    }

    assertThat(LimitCode.kmh(few.guess(road(NO_STREET, 0)).code())).isEqualTo(50);
    assertThat(LimitCode.kmh(guess(road(NO_STREET, 0)).code())).isEqualTo(30);
    assertThat(usual.guess(road(NO_STREET, 0)).source()).isEqualTo(LimitSource.ROADS_AROUND);
  }

  @Test
  void theMoreTheSignsAroundAgreeTheMoreCertainItIs() {
    var torn = new UsualLimits();
    torn.learn(road(MAIN_STREET, 0.1), LimitCode.parse("30"));
    torn.learn(road(MAIN_STREET, -0.1), LimitCode.parse("70"));
    torn.finish();
    usual.learn(road(MAIN_STREET, 0.1), LimitCode.parse("30"));
    usual.learn(road(MAIN_STREET, -0.1), LimitCode.parse("30"));

    assertThat(guess(road(MAIN_STREET, 0)).certaintyRatio())
        .isGreaterThan(0.3 + torn.guess(road(MAIN_STREET, 0)).certaintyRatio());
  }

  @Test
  void signsAheadTellMoreThanTheLawTheNearerTheyAre() {
    var road = road(NO_STREET, 0);
    int code = LimitCode.parse("70");
    usual.learn(road(NO_STREET, 50), code);
    for (int east = 60; east < 90; east += 10) {
      usual.learn(road(NO_STREET, east), LimitCode.parse("50"));
    }

    var near = guess(withSignsAhead(road, new SignAhead(code, 50, 1), new SignAhead(code, 80, 1)));
    var far = usual.guess(withSignsAhead(road, new SignAhead(code, 900, 1)));

    assertThat(LimitCode.kmh(near.code())).isEqualTo(70);
    assertThat(near.source()).isEqualTo(LimitSource.ROADS_AROUND);
    assertThat(LimitCode.kmh(far.code())).isEqualTo(50);
  }

  private static RoadSetting withSignsAhead(RoadSetting road, SignAhead... signs) {
    return new RoadSetting(
        road.country(),
        road.kind(),
        road.law(),
        road.traits(),
        road.density(),
        road.street(),
        road.spots(),
        List.of(signs));
  }

  @Test
  void betweenLimitsThatAreEachLikelyOneIsToldThatIsNearToOthers() {
    for (int i = 0; i < 50; i++) {
      usual.learn(road(NO_STREET, 0), LimitCode.parse(i < 20 ? "90" : i < 35 ? "45" : "50"));
    }

    assertThat(LimitCode.kmh(guess(road(NO_STREET, 0)).code())).isEqualTo(50);
  }

  @Test
  void whereNeitherLawNorSignsAreKnownNothingIsTold() {
    assertThat(guess(road(NO_STREET, 0, Limit.UNKNOWN))).isEqualTo(UsualLimits.Guess.NONE);
  }

  @Test
  void moreDifferentLimitsThanANumberHoldsDoNotBreakIt() {
    for (int code = 1; code <= 400; code++) {
      usual.learn(road(NO_STREET, 0), 150 * code);
    }
    for (int i = 0; i < 300; i++) {
      usual.learn(road(NO_STREET, 0), 750);
    }

    assertThat(guess(road(NO_STREET, 0)).code()).isEqualTo(750);
  }
}
