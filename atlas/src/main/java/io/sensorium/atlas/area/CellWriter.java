package io.sensorium.atlas.area;

import io.sensorium.core.bytes.Blob;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the borders of one cell; {@link AreaIndex} reads them.
 *
 * <p>An edge that borders two areas is written once, with the set of areas that begin or end there.
 * Edges that follow each other with the same areas form a chain, whose vertices are written as
 * differences, without the low bits that are zero all over the cell.
 */
final class CellWriter {

  static final int MAX_AREAS = 63;

  /** An edge whichever way it leads. */
  private record Edge(long ax, long ay, long bx, long by) {

    static Edge of(Boundaries boundaries, int edge) {
      long ax = boundaries.x(edge);
      long ay = boundaries.y(edge);
      long bx = boundaries.x(edge + 1);
      long by = boundaries.y(edge + 1);
      return ax < bx || (ax == bx && ay < by) ? new Edge(ax, ay, bx, by) : new Edge(bx, by, ax, ay);
    }
  }

  /** The edges from {@code firstEdge} to before {@code end}, all bordering the same areas. */
  private record Chain(int firstEdge, int end, long areas) {}

  private final Boundaries boundaries;
  private final int[] areas;
  private final long cornerAreas;
  private final List<Chain> chains;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  CellWriter(Boundaries boundaries, int[] edges, BitSet cornerAreas) {
    this.boundaries = boundaries;
    this.areas = areasOf(boundaries, edges, cornerAreas);
    this.cornerAreas = cornerAreas.stream().mapToLong(this::bitOf).sum();
    this.chains = chainsOf(edges);
  }

  private static int[] areasOf(Boundaries boundaries, int[] edges, BitSet cornerAreas) {
    var present = (BitSet) cornerAreas.clone();
    for (int edge : edges) {
      present.set(boundaries.areaOf(edge));
    }
    return present.stream().limit(MAX_AREAS).toArray();
  }

  /** No bit for the areas of a cell of a metre that are too many to be told apart. */
  private long bitOf(int area) {
    int local = Arrays.binarySearch(areas, area);
    return local < 0 ? 0 : 1L << local;
  }

  private List<Chain> chainsOf(int[] edges) {
    var bordered = areasByEdge(edges);
    var found = new ArrayList<Chain>();
    for (int edge : edges) {
      Long areasOfEdge = bordered.remove(Edge.of(boundaries, edge));
      if (areasOfEdge == null || areasOfEdge == 0) {
        continue; // written already, or inside its own area
      }
      var last = found.isEmpty() ? null : found.getLast();
      if (last != null && last.end == edge && last.areas == areasOfEdge) {
        found.set(found.size() - 1, new Chain(last.firstEdge, edge + 1, areasOfEdge));
      } else {
        found.add(new Chain(edge, edge + 1, areasOfEdge));
      }
    }
    return found;
  }

  private Map<Edge, Long> areasByEdge(int[] edges) {
    var bordered = new HashMap<Edge, Long>(2 * edges.length);
    for (int edge : edges) {
      long area = bitOf(boundaries.areaOf(edge));
      bordered.merge(Edge.of(boundaries, edge), area, (one, other) -> one ^ other);
    }
    return bordered;
  }

  /** Whether no border is left in the cell. */
  boolean isUniform() {
    return chains.isEmpty();
  }

  /** The bytes of the cell whose south-west corner is given. */
  Blob write(long west, long south) {
    int shiftX = commonZeroBits(true);
    int shiftY = commonZeroBits(false);
    writeNumber(areas.length);
    for (int area : areas) {
      writeNumber(area);
    }
    writeNumber(cornerAreas);
    writeNumber(shiftX);
    writeNumber(shiftY);
    writeNumber(chains.size());
    for (Chain chain : chains) {
      writeChain(chain, shiftX, shiftY, west >> shiftX, south >> shiftY);
    }
    return Blob.copyOf(out.toByteArray());
  }

  private int commonZeroBits(boolean ofX) {
    long bits = 0;
    for (Chain chain : chains) {
      for (int vertex = chain.firstEdge; vertex <= chain.end; vertex++) {
        bits |= ofX ? boundaries.x(vertex) : boundaries.y(vertex);
      }
    }
    return Math.min(Long.numberOfTrailingZeros(bits), Lattice.ROOT_BITS);
  }

  private void writeChain(Chain chain, int shiftX, int shiftY, long west, long south) {
    writeNumber(chain.areas);
    writeNumber(chain.end - chain.firstEdge);
    long previousX = west;
    long previousY = south;
    for (int vertex = chain.firstEdge; vertex <= chain.end; vertex++) {
      long x = boundaries.x(vertex) >> shiftX;
      long y = boundaries.y(vertex) >> shiftY;
      writeSigned(x - previousX);
      writeSigned(y - previousY);
      previousX = x;
      previousY = y;
    }
  }

  private void writeSigned(long number) {
    writeNumber((number << 1) ^ (number >> 63));
  }

  private void writeNumber(long number) {
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
