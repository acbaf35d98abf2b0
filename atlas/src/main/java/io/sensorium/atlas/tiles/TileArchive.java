package io.sensorium.atlas.tiles;

import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.tiles.PmTilesHeader.Section;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The tiles of a region, in a file of PMTiles 3 that is mapped into memory. Safe for use by many
 * threads.
 *
 * @see <a href="https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md">the format</a>
 */
public final class TileArchive {

  private static final int MAX_DEPTH = 4;

  private final MemorySegment file;
  private final PmTilesHeader header;
  private final PmTilesDirectory root;

  private TileArchive(MemorySegment file, PmTilesHeader header) throws IOException {
    this.file = file;
    this.header = header;
    this.root = PmTilesDirectory.decode(bytes(header.root(), 0, (int) header.root().length()));
  }

  /**
   * Opens an archive, which must not change as long as it is in use.
   *
   * @throws IOException when it cannot be read, is cut off, or is something else
   */
  public static TileArchive open(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      var file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
      var first =
          file.asSlice(0, Math.min(PmTilesHeader.BYTES, file.byteSize()))
              .toArray(ValueLayout.JAVA_BYTE);
      return new TileArchive(file, PmTilesHeader.parse(first, file.byteSize()));
    } catch (IOException e) {
      throw new IOException(path + ": " + e.getMessage(), e);
    }
  }

  /** The box around all that is drawn. */
  public Coverage coverage() {
    return header.coverage();
  }

  /** How many tiles it has. */
  public long tileCount() {
    return header.tileCount();
  }

  /** A tile, packed with gzip; empty when nothing lies there, or there is no such tile. */
  public Optional<byte[]> find(int zoom, int x, int y) throws IOException {
    if (!TileGrid.isTile(zoom, x, y) || zoom > TileGrid.MAX_ZOOM) {
      return Optional.empty();
    }
    long tileId = TileId.of(zoom, x, y);
    var directory = root;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      int row = directory.find(tileId);
      if (row < 0) {
        return Optional.empty();
      }
      boolean isDirectory = directory.isDirectory(row);
      var section = isDirectory ? header.leaves() : header.tiles();
      var found = bytes(section, directory.offset(row), directory.length(row));
      if (!isDirectory) {
        return Optional.of(found);
      }
      directory = PmTilesDirectory.decode(found);
    }
    throw new IOException("the directories of the tiles lead nowhere");
  }

  /** Whether a tile touches the box around all that is drawn. */
  public boolean touches(int zoom, int x, int y) {
    if (!TileGrid.isTile(zoom, x, y) || zoom < TileGrid.MIN_ZOOM || zoom > TileGrid.MAX_ZOOM) {
      return false;
    }
    double side = 1.0 / (1L << zoom);
    var box = header.coverage();
    return TileGrid.x(box.eastE7()) >= x * side
        && TileGrid.x(box.westE7()) <= (x + 1) * side
        && TileGrid.y(box.southE7()) >= y * side
        && TileGrid.y(box.northE7()) <= (y + 1) * side;
  }

  private byte[] bytes(Section section, long offset, int length) throws IOException {
    if (offset < 0 || length < 0 || offset + length > section.length()) {
      throw new IOException("the archive of tiles points outside of itself");
    }
    return file.asSlice(section.offset() + offset, length).toArray(ValueLayout.JAVA_BYTE);
  }
}
