package io.sensorium.simulator.town;

import io.sensorium.simulator.random.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lays out streets while a town is being drawn. */
final class StreetPlan {
  /*
   * A district is a grid whose crossings are shifted at random and whose minor streets are partly
   * left out. Every fourth line is a main street and is never left out, and each other crossing
   * keeps a street towards one of them, so that every place can be reached.
   */

  private static final double SPACING_METERS = 150;
  private static final int MAIN_EVERY = 4;
  private static final int WIDE_EVERY = 8;
  private static final int WIDEST_EVERY = 16;
  private static final int ONE_WAY_LINE = 2;
  private static final int LIVING_LINE = 3;
  private static final double MISSING_SHARE = 0.22;
  private static final double FOOTWAY_SHARE = 0.08;
  private static final double CYCLEWAY_SHARE = 0.3;

  private final Dice dice;
  private final Dice paths;
  private final StreetSigns signs;
  private final List<Point> crossings = new ArrayList<>();
  private final List<Boolean> signals = new ArrayList<>();
  private final List<Street> streets = new ArrayList<>();

  StreetPlan(Dice dice, TrafficLaw law) {
    this.dice = dice;
    this.paths = dice.fork("paths");
    this.signs = new StreetSigns(law, dice.fork("signs"));
  }

  StreetGraph build() {
    return new StreetGraph(crossings, signals, streets);
  }

  /** Adds a crossing of its own; returns its number. */
  int addCrossing(Point at) {
    crossings.add(at);
    signals.add(false);
    return crossings.size() - 1;
  }

  Point crossing(int number) {
    return crossings.get(number);
  }

  /** Adds a street of its own. */
  void add(int from, int to, RoadClass road, Flow flow, String name) {
    double meters = crossings.get(from).distanceMetersTo(crossings.get(to));
    var sign = signs.draw(road, !name.isEmpty() && road.hasHouses());
    var roadway = new Roadway(streets.size() + 1L, road, sign.limitKmh());
    streets.add(new Street(from, to, meters, roadway, flow, name, sign.isThere()));
  }

  District addDistrict(Point middle, int size, String rowEnding, String columnEnding) {
    var district = new District(crossings.size(), size, streets.size(), rowEnding, columnEnding);
    double half = SPACING_METERS * (size - 1) / 2;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        crossings.add(
            middle.plus(
                column * SPACING_METERS - half + dice.uniform(-35, 35),
                row * SPACING_METERS - half + dice.uniform(-35, 35)));
        signals.add(row % MAIN_EVERY == 0 && column % MAIN_EVERY == 0);
      }
    }
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        addStreetsFrom(district, row, column);
      }
    }
    district.lastStreet = streets.size();
    return district;
  }

  private void addStreetsFrom(District district, int row, int column) {
    int here = district.crossing(row, column);
    if (column + 1 < district.size && isLaid(row, true)) {
      addAlongRow(here, district.crossing(row, column + 1), row, district.rowName(row));
    }
    if (row + 1 < district.size && isLaid(column, false)) {
      var road = column % WIDE_EVERY == LIVING_LINE ? RoadClass.LIVING_STREET : classOf(column);
      add(
          here,
          district.crossing(row + 1, column),
          road,
          Flow.BOTH_WAYS,
          district.columnName(column));
    }
    if (row + 1 < district.size && column + 1 < district.size && dice.chance(FOOTWAY_SHARE)) {
      var road = paths.chance(CYCLEWAY_SHARE) ? RoadClass.CYCLEWAY : RoadClass.FOOTWAY;
      add(here, district.crossing(row + 1, column + 1), road, Flow.BOTH_WAYS, "");
    }
  }

  /** Rows begin and end on main streets, so that one-way rows can be left again. */
  private void addAlongRow(int west, int east, int row, String name) {
    boolean oneWay = row % MAIN_EVERY == ONE_WAY_LINE;
    boolean toTheWest = oneWay && row % WIDE_EVERY == ONE_WAY_LINE;
    add(
        toTheWest ? east : west,
        toTheWest ? west : east,
        classOf(row),
        oneWay ? Flow.ONE_WAY : Flow.BOTH_WAYS,
        name);
  }

  /** Streets along rows are all laid; of those along columns, some minor ones are missing. */
  private boolean isLaid(int line, boolean alongRow) {
    return alongRow || line % MAIN_EVERY == 0 || !dice.chance(MISSING_SHARE);
  }

  private static RoadClass classOf(int line) {
    if (line % WIDE_EVERY == 0) {
      return line % WIDEST_EVERY == 0 ? RoadClass.PRIMARY : RoadClass.SECONDARY;
    }
    return line % MAIN_EVERY == 0 ? RoadClass.TERTIARY : RoadClass.RESIDENTIAL;
  }

  /** One grid of the plan. */
  final class District {

    private final int firstCrossing;
    private final int size;
    private final int firstStreet;
    private final String rowEnding;
    private final String columnEnding;
    private int lastStreet;

    private District(
        int firstCrossing, int size, int firstStreet, String rowEnding, String columnEnding) {
      this.firstCrossing = firstCrossing;
      this.size = size;
      this.firstStreet = firstStreet;
      this.rowEnding = rowEnding;
      this.columnEnding = columnEnding;
    }

    private int crossing(int row, int column) {
      return firstCrossing + row * size + column;
    }

    private String rowName(int row) {
      return StreetSigns.word(row) + " " + rowEnding;
    }

    private String columnName(int column) {
      return StreetSigns.word(column) + " " + columnEnding;
    }

    /** Crossings along a main street from west to east, at a share of the way to the north. */
    List<Integer> mainRow(double share) {
      int row = mainLine(share);
      return IntStream.range(0, size).mapToObj(column -> crossing(row, column)).toList();
    }

    /** Crossings along a main street from south to north, at a share of the way to the east. */
    List<Integer> mainColumn(double share) {
      int column = mainLine(share);
      return IntStream.range(0, size).mapToObj(row -> crossing(row, column)).toList();
    }

    private int mainLine(double share) {
      return (int) (share * (size - 1)) / MAIN_EVERY * MAIN_EVERY;
    }

    /** The crossing of main streets that lies nearest to a point. */
    int nearestMainCrossing(Point point) {
      int nearest = crossing(0, 0);
      for (int row = 0; row < size; row += MAIN_EVERY) {
        for (int column = 0; column < size; column += MAIN_EVERY) {
          int candidate = crossing(row, column);
          if (crossings.get(candidate).distanceMetersTo(point)
              < crossings.get(nearest).distanceMetersTo(point)) {
            nearest = candidate;
          }
        }
      }
      return nearest;
    }

    /** A street of the district that has houses. */
    int pickBuiltStreet(Dice settlers) {
      while (true) {
        int street = firstStreet + settlers.below(lastStreet - firstStreet);
        if (streets.get(street).road().hasHouses()) {
          return street;
        }
      }
    }
  }
}
