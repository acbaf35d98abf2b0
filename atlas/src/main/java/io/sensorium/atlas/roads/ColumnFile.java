package io.sensorium.atlas.roads;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of columns of numbers: how many columns, where each begins and how long it is, the
 * columns.
 *
 * <p>Numbers are little-endian; columns begin at multiples of 8 bytes, so each can be mapped.
 */
final class ColumnFile {

  private static final int CHUNK_BYTES = 1 << 20;

  private ColumnFile() {}

  /** Writes columns one after the other. */
  static final class Writer implements AutoCloseable {

    private final FileChannel channel;
    private final ByteBuffer chunk =
        ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final long[] extents;
    private int columns;
    private long position;

    Writer(Path file, int columnCount) throws IOException {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      extents = new long[2 * columnCount];
      position = Long.BYTES * (1L + extents.length);
    }

    void add(int[] column) throws IOException {
      startColumn((long) Integer.BYTES * column.length);
      for (int value : column) {
        room(Integer.BYTES);
        chunk.putInt(value);
      }
      finishColumn();
    }

    void add(long[] column) throws IOException {
      startColumn((long) Long.BYTES * column.length);
      for (long value : column) {
        room(Long.BYTES);
        chunk.putLong(value);
      }
      finishColumn();
    }

    private void room(int byteCount) throws IOException {
      if (chunk.remaining() < byteCount) {
        flush();
      }
    }

    private void startColumn(long byteCount) {
      extents[2 * columns] = position;
      extents[2 * columns + 1] = byteCount;
      columns++;
    }

    private void finishColumn() throws IOException {
      flush();
      position = (position + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    }

    private void flush() throws IOException {
      chunk.flip();
      while (chunk.hasRemaining()) {
        position += channel.write(chunk, position);
      }
      chunk.clear();
    }

    @Override
    public void close() throws IOException {
      chunk.putLong(extents.length / 2);
      for (long extent : extents) {
        chunk.putLong(extent);
      }
      chunk.flip();
      channel.write(chunk, 0);
      channel.close();
    }
  }

  /** Maps columns into memory. */
  static final class Reader implements AutoCloseable {

    private final FileChannel channel;
    private final ByteBuffer extents;

    Reader(Path file) throws IOException {
      channel = FileChannel.open(file, StandardOpenOption.READ);
      int columns = (int) read(0, Long.BYTES).getLong(0);
      extents = read(Long.BYTES, 2 * Long.BYTES * columns);
    }

    private ByteBuffer read(long position, int byteCount) throws IOException {
      var bytes = ByteBuffer.allocate(byteCount).order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, position + bytes.position()) < 0) {
          throw new IOException("the file of roads ends too early");
        }
      }
      return bytes;
    }

    IntBuffer ints(int column) throws IOException {
      return map(column).asIntBuffer();
    }

    LongBuffer longs(int column) throws IOException {
      return map(column).asLongBuffer();
    }

    private ByteBuffer map(int column) throws IOException {
      long position = extents.getLong(2 * Long.BYTES * column);
      long byteCount = extents.getLong(2 * Long.BYTES * column + Long.BYTES);
      return channel
          .map(FileChannel.MapMode.READ_ONLY, position, byteCount)
          .order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
