package io.sensorium.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.people.Person;
import io.sensorium.simulator.people.Population;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.Sampling;
import io.sensorium.simulator.town.Point;
import io.sensorium.simulator.town.Street;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TownSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrueRoadsTest {

  private static final Instant MONDAY = Instant.parse("2026-03-01T23:00:00Z");

  private final Town town = Town.of(TownSetting.GHENT, 5);
  private final List<TrueSpan.Leg> legs =
      Population.of(town, 8, 5).stream().flatMap(person -> legs(person).stream()).toList();

  private static List<TrueSpan.Leg> legs(Person person) {
    var history =
        new PersonHistory(
            person,
            MONDAY,
            Duration.ofDays(5),
            Sampling.every(Duration.ofSeconds(15)),
            NoiseProfile.WHOLE);
    return history.truth().legs();
  }

  private List<TrueSpan.Leg> legs(TransportMode mode) {
    return legs.stream().filter(leg -> leg.mode() == mode).toList();
  }

  @Test
  void theWayThatTheTruthNamesIsWhereThePersonIs() {
    for (var leg : legs(TransportMode.CAR)) {
      for (var point : leg.path().subList(0, leg.path().size() - 1)) {
        var road = leg.findRoad(point.timeMicros()).orElseThrow();
        var street = town.streets().street((int) road.wayId() - 1);

        assertThat(metersFrom(street, town.plane().toPoint(point.position()))).isLessThan(0.05);
        assertThat(road.roadType()).isEqualTo(street.road().mapName());
        assertThat(road.limitKmh()).isEqualTo(street.roadway().limitKmh());
      }
    }
  }

  /** How much longer the way by a point is than the street itself. */
  private double metersFrom(Street street, Point point) {
    var from = town.streets().crossing(street.from());
    var to = town.streets().crossing(street.to());
    return from.distanceMetersTo(point) + point.distanceMetersTo(to) - street.lengthMeters();
  }

  @Test
  void carsGoWithTheFlowAndPeopleRideOnEveryKindOfRoad() {
    var types =
        legs(TransportMode.CAR).stream()
            .flatMap(leg -> leg.roads().stream())
            .map(TrueRoad::roadType)
            .distinct();

    assertThat(types).contains("motorway", "motorway_link", "primary", "secondary", "residential");
    assertThat(legs(TransportMode.TRAIN))
        .isNotEmpty()
        .allSatisfy(
            leg -> assertThat(leg.roads()).extracting(TrueRoad::roadType).containsOnly("rail"));
    assertThat(legs(TransportMode.BUS))
        .isNotEmpty()
        .allSatisfy(leg -> assertThat(leg.roads()).isNotEmpty());
  }

  @Test
  void roadsFollowEachOtherInWholeSeconds() {
    for (var leg : legs) {
      long last = leg.startMicros();
      for (var road : leg.roads()) {
        assertThat(road.startMicros()).isGreaterThanOrEqualTo(last);
        assertThat((road.startMicros() - leg.startMicros()) % Micros.PER_SECOND).isZero();
        assertThat(road.endMicros()).isGreaterThan(road.startMicros());
        last = road.endMicros();
      }
      assertThat(last).isLessThanOrEqualTo(leg.endMicros());
    }
  }
}
