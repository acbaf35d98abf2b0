package io.sensorium.simulator.map;

import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.town.Place;
import io.sensorium.simulator.town.PlaceKind;
import io.sensorium.simulator.town.RoadClass;
import io.sensorium.simulator.town.Street;
import io.sensorium.simulator.town.Town;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the places where the people of the town stay, and others that they only pass. */
final class PlaceDrawing {

  private static final double HALF_WIDTH_METERS = 9;
  private static final double HALF_DEPTH_METERS = 7;
  private static final double ASIDE_METERS = 20;

  private final Town town;
  private final MapSheet sheet;

  private PlaceDrawing(Town town, MapSheet sheet) {
    this.town = town;
    this.sheet = sheet;
  }

  static void draw(Town town, MapSheet sheet) {
    var drawing = new PlaceDrawing(town, sheet);
    var numbers = new HashMap<PlaceKind, Integer>();
    for (var place : town.places()) {
      drawing.draw(place, PlaceTags.of(place.kind(), numbers.merge(place.kind(), 1, Integer::sum)));
    }
    drawing.drawOthers();
  }

  private void draw(Place place, PlaceTags.Tag tag) {
    var street = town.streets().street(place.spot().street());
    var tags = new HashMap<String, String>(Map.of("building", tag.building()));
    tags.put("addr:street", street.name());
    tags.put("addr:city", town.setting().name());
    if (!tag.key().equals("building")) {
      tags.put(tag.key(), tag.value());
      tags.put("name", nameOf(street, tag));
    }
    var frontage = Frontage.of(town.streets(), street);
    sheet.area(frontage.building(place.position(), HALF_WIDTH_METERS, HALF_DEPTH_METERS), tags);
  }

  private static String nameOf(Street street, PlaceTags.Tag tag) {
    return street.name().substring(0, street.name().indexOf(' ')) + " " + tag.title();
  }

  /** One of each further kind of place, each on a wide street that no two of them share. */
  private void drawOthers() {
    var dice = new Dice(town.streets().crossingCount()).fork("others");
    var wide = new ArrayList<>(wideStreets());
    for (var tag : PlaceTags.OTHERS) {
      var street = wide.remove(dice.below(wide.size()));
      var at = Frontage.of(town.streets(), street).at(street.lengthMeters() / 2, ASIDE_METERS);
      sheet.node(at, Map.of(tag.key(), tag.value(), "name", nameOf(street, tag)));
    }
  }

  private List<Street> wideStreets() {
    return town.streets().streets().stream()
        .filter(
            street -> street.road() == RoadClass.SECONDARY || street.road() == RoadClass.PRIMARY)
        .filter(street -> street.name().endsWith("Street") || street.name().endsWith("Lane"))
        .toList();
  }
}
