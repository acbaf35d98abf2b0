package io.sensorium.simulator.map;

import io.sensorium.simulator.town.Place;
import io.sensorium.simulator.town.RoadClass;
import io.sensorium.simulator.town.Street;
import io.sensorium.simulator.town.Town;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws the houses of those whose lives are not simulated, with their addresses. */
final class HouseDrawing {

  private static final double EVERY_METERS = 30;
  private static final double FROM_CROSSING_METERS = 20;
  private static final double ASIDE_METERS = 14;
  private static final double HALF_WIDTH_METERS = 6;
  private static final double HALF_DEPTH_METERS = 4.5;
  private static final double CLEARANCE_METERS = 22;

  private final Town town;
  private final MapSheet sheet;
  private final Map<Integer, List<Place>> placesByStreet;
  private final Map<String, Integer> lastNumbers = new HashMap<>();

  private HouseDrawing(Town town, MapSheet sheet) {
    this.town = town;
    this.sheet = sheet;
    this.placesByStreet =
        town.places().stream().collect(Collectors.groupingBy(place -> place.spot().street()));
  }

  static void draw(Town town, MapSheet sheet) {
    var drawing = new HouseDrawing(town, sheet);
    var streets = town.streets().streets();
    for (int number = 0; number < streets.size(); number++) {
      if (isLivedIn(streets.get(number))) {
        drawing.drawAlong(number, streets.get(number));
      }
    }
  }

  private static boolean isLivedIn(Street street) {
    return switch (street.road()) {
      case TERTIARY, RESIDENTIAL, LIVING_STREET -> !street.name().isEmpty();
      case MOTORWAY,
          MOTORWAY_LINK,
          TRUNK,
          PRIMARY,
          SECONDARY,
          UNCLASSIFIED,
          SERVICE,
          TRACK,
          CYCLEWAY,
          FOOTWAY,
          RAIL ->
          false;
    };
  }

  private void drawAlong(int number, Street street) {
    var frontage = Frontage.of(town.streets(), street);
    double last = street.lengthMeters() - FROM_CROSSING_METERS;
    for (double along = FROM_CROSSING_METERS; along <= last; along += EVERY_METERS) {
      for (int side : new int[] {-1, 1}) {
        var middle = frontage.at(along, side * ASIDE_METERS);
        int houseNumber = nextNumber(street.name());
        boolean isFree =
            placesByStreet.getOrDefault(number, List.of()).stream()
                .allMatch(it -> it.position().distanceMetersTo(middle) > CLEARANCE_METERS);
        if (isFree) {
          sheet.area(
              frontage.building(middle, HALF_WIDTH_METERS, HALF_DEPTH_METERS),
              Map.of(
                  "building",
                  street.road() == RoadClass.TERTIARY ? "apartments" : "house",
                  "addr:street",
                  street.name(),
                  "addr:housenumber",
                  Integer.toString(houseNumber)));
        }
      }
    }
  }

  private int nextNumber(String street) {
    return lastNumbers.merge(street, 1, Integer::sum);
  }
}
