package io.sensorium.analysis.flow;

import java.nio.ByteBuffer;

/** Weighted sums of centimetres from the anchor. */
final class SpotSums {

  private long weight;
  private long east;
  private long north;
  private long squares;

  boolean isEmpty() {
    return weight == 0;
  }

  void add(long eastCm, long northCm, int fixWeight) {
    weight += fixWeight;
    east += eastCm * fixWeight;
    north += northCm * fixWeight;
    squares += (eastCm * eastCm + northCm * northCm) * fixWeight;
  }

  void addShifted(SpotSums other, long eastCm, long northCm) {
    weight += other.weight;
    east += other.east + eastCm * other.weight;
    north += other.north + northCm * other.weight;
    squares += other.squares + 2 * (eastCm * other.east + northCm * other.north);
    squares += (eastCm * eastCm + northCm * northCm) * other.weight;
  }

  void copyFrom(SpotSums other) {
    weight = other.weight;
    east = other.east;
    north = other.north;
    squares = other.squares;
  }

  void clear() {
    weight = 0;
    east = 0;
    north = 0;
    squares = 0;
  }

  /** Mean over these and other sums, centimetres east of the anchor. */
  double eastCm(SpotSums other) {
    return ((double) east + other.east) / ((double) weight + other.weight);
  }

  /** Mean over these and other sums, centimetres north of the anchor. */
  double northCm(SpotSums other) {
    return ((double) north + other.north) / ((double) weight + other.weight);
  }

  /** Mean square of the distance from the anchor. */
  double meanSquareCm2(SpotSums other) {
    return ((double) squares + other.squares) / ((double) weight + other.weight);
  }

  void save(ByteBuffer out) {
    out.putLong(weight).putLong(east).putLong(north).putLong(squares);
  }

  void restore(ByteBuffer in) {
    weight = in.getLong();
    east = in.getLong();
    north = in.getLong();
    squares = in.getLong();
  }
}
