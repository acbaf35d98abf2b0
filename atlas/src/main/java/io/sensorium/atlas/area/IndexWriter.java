package io.sensorium.atlas.area;

import io.sensorium.core.bytes.Blob;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the whole index: names of areas, then four numbers per quartered square, then cells. */
public final class IndexWriter {

  private final Boundaries boundaries;
  private final Map<List<Integer>, Integer> nested = new HashMap<>();
  private final List<int[]> quartered = new ArrayList<>();
  private final ByteArrayOutputStream cells = new ByteArrayOutputStream();

  private IndexWriter(Boundaries boundaries) {
    this.boundaries = boundaries;
  }

  /** Builds the index of the areas, on all cores, and writes it; leaves the stream open. */
  public static void write(Boundaries boundaries, OutputStream to) throws IOException {
    var root = new IndexBuilder(boundaries, IndexBuilder.MAX_EDGES_PER_CELL).build();
    write(boundaries, root, to);
  }

  static void write(Boundaries boundaries, IndexNode root, OutputStream to) throws IOException {
    var writer = new IndexWriter(boundaries);
    writer.quartered.add(new int[4]);
    writer.place(root, writer.quartered.getFirst(), 0);
    writer.writeTo(boundaries.names(), new DataOutputStream(to));
  }

  /** Slot 0 of the first row leads to the root. */
  private void place(IndexNode node, int[] row, int slot) {
    row[slot] =
        switch (node) {
          case IndexNode.Uniform(List<Integer> areas) -> uniform(areas);
          case IndexNode.Mixed(Blob cell) -> {
            int position = cells.size();
            cells.writeBytes(cell.toBytes());
            yield AreaIndex.mixed(position);
          }
          case IndexNode.Quartered(List<IndexNode> quarters) -> {
            int number = quartered.size();
            var children = new int[4];
            quartered.add(children);
            for (int quarter = 0; quarter < 4; quarter++) {
              place(quarters.get(quarter), children, quarter);
            }
            yield number;
          }
        };
  }

  private int uniform(List<Integer> areas) {
    if (areas.size() <= 1) {
      return AreaIndex.uniform(areas.isEmpty() ? -1 : areas.getFirst());
    }
    return AreaIndex.mixed(nested.computeIfAbsent(areas, this::writeNested));
  }

  /** A cell without borders; many squares share it. */
  private int writeNested(List<Integer> areas) {
    var numbers = new BitSet();
    areas.forEach(numbers::set);
    int position = cells.size();
    cells.writeBytes(new CellWriter(boundaries, new int[0], numbers).write(0, 0).toBytes());
    return position;
  }

  private void writeTo(List<String> names, DataOutputStream out) throws IOException {
    out.writeInt(AreaIndex.MAGIC);
    out.writeInt(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
    out.writeInt(quartered.size());
    for (int[] row : quartered) {
      for (int child : row) {
        out.writeInt(child);
      }
    }
    cells.writeTo(out);
    out.flush();
  }
}
