package io.sensorium.atlas.area;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts the world into squares until each holds few borders, or none. */
final class IndexBuilder {

  /** Chosen for the speed of a look-up; see docs/algorithms/time-zones.md. */
  static final int MAX_EDGES_PER_CELL = 400;

  private static final int MIN_CELL_BITS = 20;
  private static final int LEAST_CELL_BITS = 14;

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

  /** A part of the world; {@code cornerAreas} are those of its south-west corner. */
  private record Square(long west, long south, int bits, BitSet cornerAreas) {}

  private IndexNode build(Square square, int[] edges) {
    if (edges.length == 0) {
      return uniform(square);
    }
    boolean isSmall = square.bits <= MIN_CELL_BITS;
    if ((edges.length <= maxEdgesPerCell || isSmall) && fits(square, edges)) {
      return leaf(square, edges);
    }
    List<IndexNode> quarters =
        IntStream.range(0, 4).parallel().mapToObj(n -> quarter(square, edges, n)).toList();
    return merge(quarters);
  }

  private static IndexNode uniform(Square square) {
    return new IndexNode.Uniform(square.cornerAreas.stream().boxed().toList());
  }

  /** Whether one cell can hold all areas; in a cell of a metre it must. */
  private boolean fits(Square square, int[] edges) {
    if (square.bits <= LEAST_CELL_BITS || edges.length <= CellWriter.MAX_AREAS / 2) {
      return true;
    }
    var present = (BitSet) square.cornerAreas.clone();
    for (int edge : edges) {
      present.set(boundaries.areaOf(edge));
    }
    return present.cardinality() <= CellWriter.MAX_AREAS;
  }

  private IndexNode leaf(Square square, int[] edges) {
    var cell = new CellWriter(boundaries, edges, square.cornerAreas);
    return cell.isUniform()
        ? uniform(square)
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
    var quarter = new Square(west, south, bits, areasAt(path, square.cornerAreas, edges));
    return build(quarter, Arrays.copyOf(touching, count));
  }

  private BitSet areasAt(CornerPath path, BitSet cornerAreas, int[] edges) {
    var areas = (BitSet) cornerAreas.clone();
    for (int edge : edges) {
      if (boundaries.isCrossed(edge, path)) {
        areas.flip(boundaries.areaOf(edge));
      }
    }
    return areas;
  }

  private static IndexNode merge(List<IndexNode> quarters) {
    var first = quarters.getFirst();
    boolean alike = first instanceof IndexNode.Uniform && quarters.stream().allMatch(first::equals);
    return alike ? first : new IndexNode.Quartered(quarters);
  }
}
