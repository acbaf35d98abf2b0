package io.sensorium.atlas.timezone;

import io.sensorium.core.bytes.Blob;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the borders of one cell; {@link ZoneIndex} reads them.
 *
 * <p>An edge that borders two zones is written once, with the set of zones that begin or end there.
 * Edges that follow each other with the same zones form a chain, whose vertices are written as
 * differences, without the low bits that are zero all over the cell.
 */
final class CellWriter {

  private static final int MAX_ZONES = 63;

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

  /** The edges from {@code firstEdge} to before {@code end}, all bordering the same zones. */
  private record Chain(int firstEdge, int end, long zones) {}

  private final Boundaries boundaries;
  private final int[] zones;
  private final long cornerZones;
  private final List<Chain> chains;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  CellWriter(Boundaries boundaries, int[] edges, BitSet cornerZones) {
    this.boundaries = boundaries;
    this.zones = zonesOf(boundaries, edges, cornerZones);
    this.cornerZones = cornerZones.stream().mapToLong(this::bitOf).sum();
    this.chains = chainsOf(edges);
  }

  private static int[] zonesOf(Boundaries boundaries, int[] edges, BitSet cornerZones) {
    var present = (BitSet) cornerZones.clone();
    for (int edge : edges) {
      present.set(boundaries.zoneOf(edge));
    }
    if (present.cardinality() > MAX_ZONES) {
      throw new IllegalStateException("too many zones in one cell: " + present.cardinality());
    }
    return present.stream().toArray();
  }

  private long bitOf(int zone) {
    int local = 0;
    while (zones[local] != zone) {
      local++;
    }
    return 1L << local;
  }

  private List<Chain> chainsOf(int[] edges) {
    var bordered = zonesByEdge(edges);
    var found = new ArrayList<Chain>();
    for (int edge : edges) {
      Long zonesOfEdge = bordered.remove(Edge.of(boundaries, edge));
      if (zonesOfEdge == null || zonesOfEdge == 0) {
        continue; // written already, or inside its own zone
      }
      var last = found.isEmpty() ? null : found.getLast();
      if (last != null && last.end == edge && last.zones == zonesOfEdge) {
        found.set(found.size() - 1, new Chain(last.firstEdge, edge + 1, zonesOfEdge));
      } else {
        found.add(new Chain(edge, edge + 1, zonesOfEdge));
      }
    }
    return found;
  }

  private Map<Edge, Long> zonesByEdge(int[] edges) {
    var bordered = new HashMap<Edge, Long>(2 * edges.length);
    for (int edge : edges) {
      long zone = bitOf(boundaries.zoneOf(edge));
      bordered.merge(Edge.of(boundaries, edge), zone, (one, other) -> one ^ other);
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
    writeNumber(zones.length);
    for (int zone : zones) {
      writeNumber(zone);
    }
    writeNumber(cornerZones);
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
    writeNumber(chain.zones);
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
