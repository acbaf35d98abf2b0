package io.sensorium.simulator.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.core.geo.LatLon;
import io.sensorium.simulator.random.Dice;
import java.util.List;
import org.junit.jupiter.api.Test;

class TownTest {

  private final Town town = Town.of(TownSetting.GHENT, 42);

  @Test
  void theSameSeedDrawsTheSameTown() {
    var again = Town.of(TownSetting.GHENT, 42);

    assertThat(again.places()).isEqualTo(town.places());
    assertThat(again.streets().streets()).isEqualTo(town.streets().streets());
    assertThat(Town.of(TownSetting.GHENT, 43).places()).isNotEqualTo(town.places());
  }

  @Test
  void everyPlaceIsReachedFromEveryOtherOnFootByBicycleAndByCar() {
    var dice = new Dice(1);

    for (int i = 0; i < 100; i++) {
      var from = dice.pick(town.places());
      var to = dice.pick(town.places());
      for (var access : Access.values()) {
        var route = town.router().route(from.spot(), to.spot(), access);

        assertThat(route.start()).isEqualTo(town.streets().positionOf(from.spot()));
        assertThat(route.end().distanceMetersTo(town.streets().positionOf(to.spot())))
            .isLessThan(0.02);
      }
    }
  }

  @Test
  void aRouteIsNoLongerThanADetourByAThirdPlace() {
    var dice = new Dice(2);

    for (int i = 0; i < 50; i++) {
      var from = dice.pick(town.places()).spot();
      var over = dice.pick(town.places()).spot();
      var to = dice.pick(town.places()).spot();
      double direct = footMeters(from, to);

      assertThat(direct).isLessThan(footMeters(from, over) + footMeters(over, to) + 1e-6);
    }
  }

  private double footMeters(StreetSpot from, StreetSpot to) {
    return town.router().route(from, to, Access.FOOT).lengthMeters();
  }

  @Test
  void onlyCarsUseTheMotorwayAndNoneUsesFootways() {
    var center = placeIn(false);
    var suburb = placeIn(true);

    var byCar = roads(town.router().route(center.spot(), suburb.spot(), Access.CAR));
    var byBicycle = roads(town.router().route(center.spot(), suburb.spot(), Access.BICYCLE));

    assertThat(byCar).contains(RoadClass.MOTORWAY).doesNotContain(RoadClass.FOOTWAY);
    assertThat(byBicycle).doesNotContain(RoadClass.MOTORWAY);
  }

  @Test
  void noCarGoesAgainstAOneWayStreetOrRoundTheWrongWay() {
    var dice = new Dice(3);
    int oneWays = 0;

    for (int i = 0; i < 300; i++) {
      var from = dice.pick(town.places()).spot();
      var to = dice.pick(town.places()).spot();
      var vertices = town.router().route(from, to, Access.CAR).vertices();
      for (int at = 0; at + 1 < vertices.size(); at++) {
        var street = town.streets().street((int) vertices.get(at).on().wayId() - 1);
        if (street.flow() != Flow.BOTH_WAYS) {
          oneWays++;
          var start = town.streets().crossing(street.from());
          assertThat(start.distanceMetersTo(vertices.get(at).at()))
              .isLessThan(start.distanceMetersTo(vertices.get(at + 1).at()));
        }
      }
    }

    assertThat(oneWays).isGreaterThan(300);
  }

  @Test
  void trafficGoesRoundAgainstTheClockWhereItKeepsRightAndWithItWhereItKeepsLeft() {
    assertThat(turnsDeg(Town.of(TownSetting.GHENT, 1))).allMatch(deg -> deg < 0);
    assertThat(turnsDeg(Town.of(TownSetting.SYDNEY, 1))).allMatch(deg -> deg > 0);
  }

  /** By how much each piece of a roundabout turns against the one before it, with the clock. */
  private static List<Double> turnsDeg(Town town) {
    var streets = town.streets();
    var rings =
        streets.streets().stream().filter(street -> street.flow() == Flow.ROUNDABOUT).toList();
    assertThat(rings).hasSize(16);
    return rings.stream()
        .map(
            street -> {
              var next =
                  rings.stream().filter(it -> it.from() == street.to()).findFirst().orElseThrow();
              double in =
                  streets.crossing(street.from()).bearingDegTo(streets.crossing(street.to()));
              double out = streets.crossing(next.from()).bearingDegTo(streets.crossing(next.to()));
              return (out - in + 540) % 360 - 180;
            })
        .toList();
  }

  @Test
  void theCarriagewaysOfTheMotorwayDoNotMeet() {
    var streets = town.streets();
    var motorway =
        streets.streets().stream().filter(it -> it.road() == RoadClass.MOTORWAY).toList();

    assertThat(motorway).hasSizeGreaterThan(10).allMatch(it -> it.flow() == Flow.ONE_WAY);
    assertThat(motorway.stream().filter(Street::signed).count())
        .isBetween(1L, motorway.size() - 1L);
    assertThat(motorway.stream().map(Street::from).distinct()).hasSize(motorway.size());
  }

  private Place placeIn(boolean suburb) {
    return town.places().stream().filter(p -> p.suburb() == suburb).findFirst().orElseThrow();
  }

  private static List<RoadClass> roads(Route route) {
    return route.vertices().stream().map(vertex -> vertex.on().road()).distinct().toList();
  }

  @Test
  void aRideBackIsTheRideThereReversed() {
    for (var line : town.buses()) {
      int last = line.stops().size() - 1;

      var there = line.ride(0, last);
      var back = line.ride(last, 0);

      assertThat(back.lengthMeters()).isCloseTo(there.lengthMeters(), within(1e-6));
      assertThat(back.start()).isEqualTo(there.end());
      assertThat(line.stopsBetween(last, 0)).hasSize(last - 1).isSorted();
    }
  }

  @Test
  void thePlaneKeepsDistancesAndGoesBackAndForth() {
    var plane = new LocalPlane(new LatLon(51.05, 3.72));
    var point = new Point(2_300, -1_700);

    var there = plane.toLatLon(point);

    assertThat(plane.toPoint(there).distanceMetersTo(point)).isLessThan(1e-6);
    assertThat(there.distanceMetersTo(new LatLon(51.05, 3.72)))
        .isCloseTo(point.distanceMetersTo(new Point(0, 0)), within(2.0));
  }
}
