package io.sensorium.atlas.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WanderingErrorsTest {

  private static final double SIGMA_METERS = 10;

  private final WanderingErrors errors = new WanderingErrors(30, 0.3, 3);

  /** A fix that lies off a road to the north, so far to the east. */
  private void eastOfRoad(int candidate, double meters) {
    errors.measure(candidate, 1, 0, meters);
  }

  private double firstCost(double offMeters) {
    errors.step(0, SIGMA_METERS);
    errors.foresee();
    eastOfRoad(0, offMeters);
    return errors.cost(0);
  }

  @Test
  void aFirstFixIsTheLikelierTheNearerItIs() {
    assertThat(firstCost(0)).isLessThan(firstCost(5)).isNotNegative();
    assertThat(firstCost(20) - firstCost(0))
        .isCloseTo(20 * 20 / (2 * (SIGMA_METERS * SIGMA_METERS + 9)), within(1e-9));
  }

  @Test
  void anErrorThatStaysIsLikelierThanOneThatJumpsToTheRoad() {
    firstCost(15);
    errors.keep(0);
    errors.step(1, SIGMA_METERS);
    errors.foresee(0);

    eastOfRoad(1, 15);
    eastOfRoad(2, 0);

    assertThat(errors.cost(1)).isLessThan(errors.cost(2) - 1);
  }

  @Test
  void longAfterwardsNothingIsLeftOfAnError() {
    double alone = firstCost(4);
    firstCost(15);
    errors.keep(0);
    errors.step(3_600, SIGMA_METERS);
    errors.foresee(0);

    eastOfRoad(1, 4);

    assertThat(errors.cost(1)).isCloseTo(alone, within(1e-9));
  }

  @Test
  void aRoadToTheNorthTellsNothingOfTheErrorAlongIt() {
    firstCost(15);
    errors.keep(0);
    errors.step(0, SIGMA_METERS);
    errors.foresee(0);

    errors.measure(1, 0, 1, 0);
    errors.measure(2, 0, 1, 10);
    double cost = errors.cost(2) - errors.cost(1);

    assertThat(cost).isCloseTo(100 / (2 * (SIGMA_METERS * SIGMA_METERS + 9)), within(1e-9));
  }

  @Test
  void offTheRoadOneGoesOnWithWhatIsKnown() {
    firstCost(15);
    errors.keep(0);
    errors.step(1, SIGMA_METERS);
    errors.foresee(0);
    errors.keepForeseen(1);
    errors.step(1, SIGMA_METERS);
    errors.foresee(1);

    eastOfRoad(2, 15);
    eastOfRoad(3, -15);

    assertThat(errors.cost(2)).isLessThan(errors.cost(3) - 5);
  }

  @Test
  void thousandsOfCandidatesHaveRoom() {
    errors.step(0, SIGMA_METERS);
    errors.foresee();
    for (int candidate = 0; candidate < 5_000; candidate++) {
      eastOfRoad(candidate, candidate);
    }

    assertThat(errors.cost(4_999)).isGreaterThan(errors.cost(4_998));
  }
}
