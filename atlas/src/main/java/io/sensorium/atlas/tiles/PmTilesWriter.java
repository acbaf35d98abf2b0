package io.sensorium.atlas.tiles;

import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.tiles.PmTilesDirectory.Entry;
import io.sensorium.atlas.tiles.PmTilesHeader.Section;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes an archive; the tiles come by rising number. */
final class PmTilesWriter implements AutoCloseable {
  /*
   * How long the directories are is known behind the last tile, and they stand before the first: the
   * tiles go into a file of their own first. 24 bytes of memory for each tile.
   */

  /** What the root's directory and the header may have together. */
  private static final int ROOT_BYTES = 16_384 - PmTilesHeader.BYTES;

  private static final int LEAF_ENTRIES = 4_096;

  private final Path file;
  private final Path tiles;
  private final OutputStream out;
  private final List<Entry> entries = new ArrayList<>();
  private byte[] last = {};
  private long tileBytes;
  private long tileCount;
  private long contentCount;

  PmTilesWriter(Path file) throws IOException {
    this.file = file;
    this.tiles = file.resolveSibling(file.getFileName() + ".tiles");
    this.out = new BufferedOutputStream(Files.newOutputStream(tiles), 1 << 16);
  }

  /** Adds a tile that is packed with gzip. */
  void add(long tileId, byte[] packed) throws IOException {
    tileCount++;
    if (Arrays.equals(packed, last)) {
      var before = entries.removeLast();
      boolean goesOn = before.tileId() + before.run() == tileId;
      if (goesOn) {
        entries.add(new Entry(before.tileId(), before.offset(), before.length(), before.run() + 1));
      } else {
        entries.add(before);
        entries.add(new Entry(tileId, before.offset(), before.length(), 1));
      }
      return;
    }
    entries.add(new Entry(tileId, tileBytes, packed.length, 1));
    out.write(packed);
    tileBytes += packed.length;
    contentCount++;
    last = packed;
  }

  /** Writes the file. */
  void finish(String metadataJson, Coverage coverage) throws IOException {
    out.close();
    var leaves = new ByteArrayOutputStream();
    var root = PmTilesDirectory.encode(entries);
    if (root.length > ROOT_BYTES) {
      root = withLeaves(leaves);
    }
    var metadata = VectorTile.pack(metadataJson.getBytes(StandardCharsets.UTF_8));
    var rootSection = new Section(PmTilesHeader.BYTES, root.length);
    var metadataSection = new Section(rootSection.end(), metadata.length);
    var leavesSection = new Section(metadataSection.end(), leaves.size());
    var header =
        new PmTilesHeader(
            rootSection,
            metadataSection,
            leavesSection,
            new Section(leavesSection.end(), tileBytes),
            tileCount,
            entries.size(),
            contentCount,
            coverage);
    try (var whole = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      whole.write(header.toBytes());
      whole.write(root);
      whole.write(metadata);
      leaves.writeTo(whole);
      Files.copy(tiles, whole);
    }
  }

  private byte[] withLeaves(ByteArrayOutputStream leaves) throws IOException {
    int leafEntries = LEAF_ENTRIES;
    while (true) {
      leaves.reset();
      var rows = new ArrayList<Entry>();
      for (int from = 0; from < entries.size(); from += leafEntries) {
        int to = Math.min(from + leafEntries, entries.size());
        var leaf = PmTilesDirectory.encode(entries.subList(from, to));
        rows.add(new Entry(entries.get(from).tileId(), leaves.size(), leaf.length, 0));
        leaves.writeBytes(leaf);
      }
      var root = PmTilesDirectory.encode(rows);
      if (root.length <= ROOT_BYTES) {
        return root;
      }
      leafEntries *= 2;
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(tiles);
  }
}
