package io.sensorium.atlas.timezone;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts the world into squares until each holds few borders, or none. */
final class IndexBuilder {

  /** Chosen for the speed of a look-up; see docs/algorithms/time-zones.md. */
  static final int MAX_EDGES_PER_CELL = 400;

  private static final int MIN_CELL_BITS = 20;

  private final Boundaries boundaries;
  private final int maxEdgesPerCell;

  IndexBuilder(Boundaries boundaries, int maxEdgesPerCell) {
    this.boundaries = boundaries;
    this.maxEdgesPerCell = maxEdgesPerCell;
  }

  /** Uses all cores. */
  IndexNode build() {
    var root = new Square(Lattice.ROOT_EDGE, Lattice.ROOT_EDGE, Lattice.ROOT_BITS, new BitSet());
    return build(root, boundaries.listEdges());
  }

  /** A part of the world; {@code cornerZones} are those of its south-west corner. */
  private record Square(long west, long south, int bits, BitSet cornerZones) {}

  private IndexNode build(Square square, int[] edges) {
    if (edges.length == 0) {
      return new IndexNode.Uniform(square.cornerZones.nextSetBit(0));
    }
    if (edges.length <= maxEdgesPerCell || square.bits <= MIN_CELL_BITS) {
      return leaf(square, edges);
    }
    List<IndexNode> quarters =
        IntStream.range(0, 4).parallel().mapToObj(n -> quarter(square, edges, n)).toList();
    return merge(quarters);
  }

  private IndexNode leaf(Square square, int[] edges) {
    var cell = new CellWriter(boundaries, edges, square.cornerZones);
    return cell.isUniform()
        ? new IndexNode.Uniform(square.cornerZones.nextSetBit(0))
        : new IndexNode.Mixed(cell.write(square.west, square.south));
  }

  private IndexNode quarter(Square square, int[] edges, int number) {
    int bits = square.bits - 1;
    long width = 1L << bits;
    long west = square.west + (number & 1) * width;
    long south = square.south + (number >> 1) * width;
    var touching = new int[edges.length];
    int count = 0;
    for (int edge : edges) {
      if (boundaries.mayTouch(edge, west, south, width)) {
        touching[count++] = edge;
      }
    }
    var path = new CornerPath(square.west, square.south, west, south);
    var quarter = new Square(west, south, bits, zonesAt(path, square.cornerZones, edges));
    return build(quarter, Arrays.copyOf(touching, count));
  }

  private BitSet zonesAt(CornerPath path, BitSet cornerZones, int[] edges) {
    var zones = (BitSet) cornerZones.clone();
    for (int edge : edges) {
      if (boundaries.isCrossed(edge, path)) {
        zones.flip(boundaries.zoneOf(edge));
      }
    }
    return zones;
  }

  private static IndexNode merge(List<IndexNode> quarters) {
    var first = quarters.getFirst();
    boolean alike = first instanceof IndexNode.Uniform && quarters.stream().allMatch(first::equals);
    return alike ? first : new IndexNode.Quartered(quarters);
  }
}
