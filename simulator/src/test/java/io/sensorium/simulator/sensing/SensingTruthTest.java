package io.sensorium.simulator.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.alarm.Direction;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.sensing.Incident.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensingTruthTest {

  private static final Instant START = Instant.parse("2026-02-02T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(28));

  @Test
  void anExcursionLastsFromTheFirstReadingBeyondToTheFirstWithin() {
    var truth = measured(4, 8.01, 9, 8.5, 8, 5, 8.2);

    var excursions = truth.excursions("s", Quantity.TEMPERATURE, Direction.ABOVE, 8);

    assertThat(excursions)
        .containsExactly(new Excursion(1, 4, 9), new Excursion(6, Long.MAX_VALUE, 8.2));
    assertThat(excursions).extracting(Excursion::hasEnded).containsExactly(true, false);
  }

  @Test
  void anExcursionMayBeBelowItsThreshold() {
    var excursions =
        measured(3, 1.5, 0.5, 2).excursions("s", Quantity.TEMPERATURE, Direction.BELOW, 2);

    assertThat(excursions).containsExactly(new Excursion(1, 3, 0.5));
  }

  @Test
  void aVaccineFridgeLeavesItsRangeWhenItsCoolingFailsAndOnlyThen() {
    var site = Sites.house(1, 0, START, Troubles.ORDINARY);
    var truth = new SiteHistory(site, START).truth(END);
    var fridge = site.sensorAt(Spot.VACCINE_FRIDGE).serial();

    var failures = truth.incidents(Kind.COOLING_FAILED);
    var excursions = truth.excursions(fridge, Quantity.TEMPERATURE, Direction.ABOVE, 8);

    assertThat(failures).hasSizeBetween(1, 4);
    assertThat(excursions).hasSameSizeAs(failures);
    for (int i = 0; i < failures.size(); i++) {
      var failure = failures.get(i);
      assertThat(excursions.get(i).startMicros())
          .isBetween(failure.startMicros() + 10 * Micros.PER_MINUTE, failure.endMicros());
      assertThat(excursions.get(i).endMicros())
          .isBetween(failure.endMicros(), failure.endMicros() + 2 * Micros.PER_HOUR);
    }
    assertThat(truth.excursions(fridge, Quantity.TEMPERATURE, Direction.BELOW, 2)).isEmpty();
  }

  @Test
  void withoutTroublesColdThingsStayCold() {
    var site = Sites.house(1, 0, START, Troubles.NONE);
    var truth = new SiteHistory(site, START).truth(END);

    assertThat(celsius(truth, site, Spot.VACCINE_FRIDGE)).allMatch(value -> value > 2 && value < 8);
    assertThat(celsius(truth, site, Spot.KITCHEN_FRIDGE))
        .allMatch(value -> value > 1 && value < 10);
    assertThat(celsius(truth, site, Spot.HOLD)).allMatch(value -> value > 1 && value < 10);
  }

  private static List<Double> celsius(SensingTruth truth, Site site, Spot spot) {
    return truth.readings(site.sensorAt(spot).serial(), Quantity.TEMPERATURE).stream()
        .map(Reading::value)
        .toList();
  }

  private static SensingTruth measured(double... values) {
    var readings = new ArrayList<Reading>();
    for (int i = 0; i < values.length; i++) {
      readings.add(new Reading("s", Quantity.TEMPERATURE, i, values[i], MeasurementType.REGULAR));
    }
    return new SensingTruth(readings, List.of());
  }
}
