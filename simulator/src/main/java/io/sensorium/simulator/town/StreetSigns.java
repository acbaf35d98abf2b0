package io.sensorium.simulator.town;

import io.sensorium.simulator.random.Dice;
import java.util.List;

/** Names streets, and draws where limits are on signs and where the law alone holds. */
final class StreetSigns {

  private static final List<String> WORDS =
      List.of(
          "Oak",
          "Mill",
          "Church",
          "Station",
          "Market",
          "Linden",
          "Chapel",
          "Garden",
          "Bridge",
          "Castle",
          "Harbour",
          "Weaver",
          "Baker",
          "Smith",
          "Tanner",
          "Fisher",
          "Rose",
          "Willow",
          "Maple",
          "Birch",
          "Cherry",
          "Orchard",
          "Meadow",
          "Spring",
          "Well",
          "Abbey",
          "Cooper",
          "Miller",
          "Shepherd",
          "Lark",
          "Heron",
          "Swan",
          "Beech");

  private static final double WIDE_ROAD_KMH = 70;
  private static final double SERVICE_KMH = 20;
  private static final double SIGNED_SHARE = 0.6;
  private static final double SLOW_SHARE = 0.8;

  private final TrafficLaw law;
  private final Dice dice;

  StreetSigns(TrafficLaw law, Dice dice) {
    this.law = law;
    this.dice = dice;
  }

  /** The limit of a street, and whether a sign tells it. */
  record Sign(double limitKmh, boolean isThere) {}

  /** The word of a street's name that is its own, by the number of its line. */
  static String word(int line) {
    return WORDS.get(line % WORDS.size());
  }

  /**
   * Draws the limit of a street.
   *
   * @param builtUp whether it lies among houses
   */
  Sign draw(RoadClass road, boolean builtUp) {
    return switch (road) {
      case MOTORWAY -> new Sign(law.toKmh(law.motorway()), dice.chance(SIGNED_SHARE));
      case MOTORWAY_LINK, TRUNK, UNCLASSIFIED, PRIMARY -> signed(WIDE_ROAD_KMH);
      case SECONDARY -> builtUp && !dice.chance(SIGNED_SHARE) ? byLaw() : signed(WIDE_ROAD_KMH);
      case TERTIARY -> new Sign(law.toKmh(law.builtUp()), !builtUp || dice.chance(SIGNED_SHARE));
      case RESIDENTIAL -> dice.chance(SLOW_SHARE) ? new Sign(law.toKmh(law.slow()), true) : byLaw();
      case LIVING_STREET, SERVICE -> signed(SERVICE_KMH);
      case TRACK, CYCLEWAY, FOOTWAY -> new Sign(SERVICE_KMH, false);
      case RAIL -> new Sign(TownBuilder.RAIL_KMH, false);
    };
  }

  private Sign byLaw() {
    return new Sign(law.toKmh(law.builtUp()), false);
  }

  private Sign signed(double aboutKmh) {
    return new Sign(law.toKmh(law.signNear(aboutKmh)), true);
  }
}
