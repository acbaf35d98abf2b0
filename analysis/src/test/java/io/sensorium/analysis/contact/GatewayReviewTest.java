package io.sensorium.analysis.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.SensorId;
import io.sensorium.core.time.Micros;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sensors that report each quarter of an hour: they may say nothing for 46 minutes. */
class GatewayReviewTest {

  private static final SensorId KITCHEN = new SensorId(1);
  private static final SensorId CELLAR = new SensorId(2);
  private static final SensorId ROOF = new SensorId(3);
  private static final long NEVER = Long.MIN_VALUE / 2;

  @Test
  void whoReportsInTimeIsNotSilent() {
    var review = review(46, heard(KITCHEN, 0), heard(CELLAR, 10));

    assertThat(review).isEqualTo(nothing());
  }

  @Test
  void aSensorThatIsMissingWhileItsNeighbourReportsIsSilentByItself() {
    var review = review(47, heard(KITCHEN, 0), heard(CELLAR, 40));

    assertThat(review).isEqualTo(new GatewayReview(false, List.of(), List.of(KITCHEN)));
  }

  @Test
  void whenAllAreMissingItIsTheGateway() {
    var review = review(60, heard(KITCHEN, 0), heard(CELLAR, 5), heard(ROOF, 10));

    assertThat(review)
        .isEqualTo(new GatewayReview(true, List.of(KITCHEN, CELLAR, ROOF), List.of()));
  }

  @Test
  void theFirstThatIsMissingIsNotToldWhileItMayBeTheGateway() {
    assertThat(review(50, heard(KITCHEN, 0), heard(CELLAR, 10))).isEqualTo(nothing());
    assertThat(review(57, heard(KITCHEN, 0), heard(CELLAR, 10)))
        .isEqualTo(new GatewayReview(true, List.of(KITCHEN, CELLAR), List.of()));
  }

  @Test
  void aGatewayOfWhichNothingComesForLongIsSilentEvenIfSomeSensorIsNotDue() {
    var door = contact(ROOF, 0, 180, SilenceKind.NONE);

    assertThat(review(90, heard(KITCHEN, 0), door)).isEqualTo(nothing());
    assertThat(review(93, heard(KITCHEN, 0), door))
        .isEqualTo(new GatewayReview(true, List.of(KITCHEN), List.of()));
  }

  @Test
  void atASilentGatewayOthersThatAreOverdueAreSilentWithIt() {
    var silent = contact(KITCHEN, 0, 15, SilenceKind.WITH_GATEWAY);
    var gateway = new GatewayContact(List.of(silent, heard(CELLAR, 10)), true, NEVER);

    assertThat(GatewayReview.at(gateway, minutes(57)))
        .isEqualTo(new GatewayReview(false, List.of(CELLAR), List.of()));
  }

  @Test
  void aSensorThatDoesNotComeBackWithItsGatewayIsSilentByItself() {
    var missing = contact(KITCHEN, 0, 15, SilenceKind.WITH_GATEWAY);
    var gateway = new GatewayContact(List.of(missing, heard(CELLAR, 240)), false, minutes(200));

    assertThat(GatewayReview.at(gateway, minutes(246))).isEqualTo(nothing());
    assertThat(GatewayReview.at(gateway, minutes(247)))
        .isEqualTo(new GatewayReview(false, List.of(), List.of(KITCHEN)));
  }

  @Test
  void whoIsKnownToBeSilentIsNotToldAgain() {
    var silent = contact(KITCHEN, 0, 15, SilenceKind.OWN);

    assertThat(review(500, silent, heard(CELLAR, 490))).isEqualTo(nothing());
  }

  private static GatewayReview review(int minute, SensorContact... sensors) {
    return GatewayReview.at(new GatewayContact(List.of(sensors), false, NEVER), minutes(minute));
  }

  private static GatewayReview nothing() {
    return new GatewayReview(false, List.of(), List.of());
  }

  private static SensorContact heard(SensorId sensor, int minute) {
    return contact(sensor, minute, 15, SilenceKind.NONE);
  }

  private static SensorContact contact(
      SensorId sensor, int minute, int intervalMinutes, SilenceKind silence) {
    long interval = minutes(intervalMinutes);
    return new SensorContact(
        sensor, minutes(minute), interval, Allowance.micros(interval, 0), silence);
  }

  private static long minutes(int minutes) {
    return minutes * Micros.PER_MINUTE;
  }
}
