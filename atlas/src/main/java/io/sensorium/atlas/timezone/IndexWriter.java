package io.sensorium.atlas.timezone;

import io.sensorium.core.bytes.Blob;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes the whole index: names of zones, then four numbers per quartered square, then cells. */
final class IndexWriter {

  private final List<int[]> quartered = new ArrayList<>();
  private final ByteArrayOutputStream cells = new ByteArrayOutputStream();

  private IndexWriter() {}

  static void write(List<String> zones, IndexNode root, OutputStream to) throws IOException {
    var writer = new IndexWriter();
    writer.quartered.add(new int[4]);
    writer.place(root, writer.quartered.getFirst(), 0);
    writer.writeTo(zones, new DataOutputStream(to));
  }

  /** Slot 0 of the first row leads to the root. */
  private void place(IndexNode node, int[] row, int slot) {
    row[slot] =
        switch (node) {
          case IndexNode.Uniform(int zone) -> ZoneIndex.uniform(zone);
          case IndexNode.Mixed(Blob cell) -> {
            int position = cells.size();
            cells.writeBytes(cell.toBytes());
            yield ZoneIndex.mixed(position);
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

  private void writeTo(List<String> zones, DataOutputStream out) throws IOException {
    out.writeInt(ZoneIndex.MAGIC);
    out.writeInt(zones.size());
    for (String zone : zones) {
      out.writeUTF(zone);
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
