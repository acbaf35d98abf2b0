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
  private static final double MISSING_SHARE = 0.22;
  private static final double FOOTWAY_SHARE = 0.08;
  private static final double JOINT_METERS = 400;

  private final Dice dice;
  private final List<Point> crossings = new ArrayList<>();
  private final List<Boolean> signals = new ArrayList<>();
  private final List<Street> streets = new ArrayList<>();

  StreetPlan(Dice dice) {
    this.dice = dice;
  }

  StreetGraph build() {
    return new StreetGraph(crossings, signals, streets);
  }

  District addDistrict(Point middle, int size) {
    var district = new District(crossings.size(), size, streets.size());
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
      add(here, district.crossing(row, column + 1), classOf(row));
    }
    if (row + 1 < district.size && isLaid(column, false)) {
      add(here, district.crossing(row + 1, column), classOf(column));
    }
    if (row + 1 < district.size && column + 1 < district.size && dice.chance(FOOTWAY_SHARE)) {
      add(here, district.crossing(row + 1, column + 1), RoadClass.FOOTWAY);
    }
  }

  /** Streets along rows are all laid; of those along columns, some minor ones are missing. */
  private boolean isLaid(int line, boolean alongRow) {
    return alongRow || line % MAIN_EVERY == 0 || !dice.chance(MISSING_SHARE);
  }

  private static RoadClass classOf(int line) {
    if (line % WIDE_EVERY == 0) {
      return RoadClass.SECONDARY;
    }
    return line % MAIN_EVERY == 0 ? RoadClass.TERTIARY : RoadClass.RESIDENTIAL;
  }

  private void add(int from, int to, RoadClass road) {
    double meters = crossings.get(from).distanceMetersTo(crossings.get(to));
    streets.add(new Street(from, to, road, meters));
  }

  /** Joins two crossings by a road that bows out to one side. */
  void join(int from, int to, RoadClass road, double bowMeters) {
    var start = crossings.get(from);
    var end = crossings.get(to);
    double meters = start.distanceMetersTo(end);
    double east = (end.northMeters() - start.northMeters()) / meters;
    double north = -(end.eastMeters() - start.eastMeters()) / meters;
    int pieces = (int) Math.max(2, meters / JOINT_METERS);
    int last = from;
    for (int i = 1; i < pieces; i++) {
      double fraction = (double) i / pieces;
      double aside = bowMeters * StrictMath.sin(Math.PI * fraction);
      crossings.add(start.towards(end, fraction).plus(aside * east, aside * north));
      signals.add(false);
      add(last, crossings.size() - 1, road);
      last = crossings.size() - 1;
    }
    add(last, to, road);
  }

  /** One grid of the plan. */
  final class District {

    private final int firstCrossing;
    private final int size;
    private final int firstStreet;
    private int lastStreet;

    private District(int firstCrossing, int size, int firstStreet) {
      this.firstCrossing = firstCrossing;
      this.size = size;
      this.firstStreet = firstStreet;
    }

    private int crossing(int row, int column) {
      return firstCrossing + row * size + column;
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
        if (streets.get(street).road() != RoadClass.FOOTWAY) {
          return street;
        }
      }
    }
  }
}
