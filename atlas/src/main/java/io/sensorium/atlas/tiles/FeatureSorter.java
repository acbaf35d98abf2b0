package io.sensorium.atlas.tiles;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Brings features into the order of tiles, and in a tile into that of layers and ranks; those that
 * are equal in all of it stay in the order in which they came.
 *
 * <p>At most {@link #CHUNK_BYTES} and {@link #CHUNK_FEATURES} are in memory: sorted chunks go into
 * files of a directory, and are merged as they are read.
 */
final class FeatureSorter implements AutoCloseable {

  static final int CHUNK_BYTES = 16 << 20;

  private static final int NUMBER_BITS = 20;

  static final int CHUNK_FEATURES = 1 << NUMBER_BITS;

  private static final int RANK_BITS = 8;
  private static final int LAYER_BITS = 4;
  private static final TileLayer[] LAYERS = TileLayer.values();

  /** Takes features in order. */
  interface Reader {
    void feature(long tileId, TileLayer layer, byte[] feature) throws IOException;
  }

  private final Path directory;
  private final List<Path> chunks = new ArrayList<>();
  private byte[] bytes = new byte[1 << 16];
  private int byteCount;
  private int[] starts = new int[1024];
  private long[] keys = new long[1024];
  private int count;

  FeatureSorter(Path directory) {
    this.directory = directory;
  }

  void add(long tileId, TileLayer layer, int rank, byte[] feature) throws IOException {
    if (count == CHUNK_FEATURES || (byteCount + feature.length > CHUNK_BYTES && count > 0)) {
      spill();
    }
    if (byteCount + feature.length > bytes.length) {
      int grown = Math.min(CHUNK_BYTES, 2 * bytes.length);
      bytes = Arrays.copyOf(bytes, Math.max(grown, byteCount + feature.length));
    }
    if (count + 2 > starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      keys = Arrays.copyOf(keys, 2 * keys.length);
    }
    System.arraycopy(feature, 0, bytes, byteCount, feature.length);
    byteCount += feature.length;
    long key = (tileId << LAYER_BITS | layer.ordinal()) << RANK_BITS | rank;
    keys[count] = key << NUMBER_BITS | count;
    starts[++count] = byteCount;
  }

  private void spill() throws IOException {
    Arrays.sort(keys, 0, count);
    var file = directory.resolve("features-" + chunks.size() + ".chunk");
    chunks.add(file);
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int i = 0; i < count; i++) {
        int number = (int) keys[i] & (CHUNK_FEATURES - 1);
        int length = starts[number + 1] - starts[number];
        out.writeLong(keys[i] >>> NUMBER_BITS);
        out.writeInt(length);
        out.write(bytes, starts[number], length);
      }
    }
    count = 0;
    byteCount = 0;
  }

  /** Shows all features that were added; none can be added behind it. */
  void read(Reader reader) throws IOException {
    spill();
    bytes = new byte[0];
    keys = new long[0];
    starts = new int[0];
    var open = new ArrayList<Chunk>();
    try {
      var queue =
          new PriorityQueue<Chunk>(
              Comparator.comparingLong((Chunk chunk) -> chunk.key)
                  .thenComparingInt(chunk -> chunk.number));
      for (int i = 0; i < chunks.size(); i++) {
        var chunk = new Chunk(i, chunks.get(i));
        open.add(chunk);
        if (chunk.next()) {
          queue.add(chunk);
        }
      }
      while (!queue.isEmpty()) {
        var chunk = queue.remove();
        var layer = LAYERS[(int) (chunk.key >>> RANK_BITS) & ((1 << LAYER_BITS) - 1)];
        reader.feature(chunk.key >>> (RANK_BITS + LAYER_BITS), layer, chunk.feature);
        if (chunk.next()) {
          queue.add(chunk);
        }
      }
    } finally {
      for (var chunk : open) {
        chunk.in.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (var chunk : chunks) {
      Files.deleteIfExists(chunk);
    }
  }

  /** A file of sorted features, and the one that is next. */
  private static final class Chunk {

    private final int number;
    private final DataInputStream in;
    private long key;
    private byte[] feature = {};

    Chunk(int number, Path file) throws IOException {
      this.number = number;
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    boolean next() throws IOException {
      try {
        key = in.readLong();
      } catch (EOFException e) {
        return false;
      }
      feature = new byte[in.readInt()];
      in.readFully(feature);
      return true;
    }
  }
}
