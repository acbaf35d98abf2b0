package io.sensorium.series;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Codes numbers whose bytes of one place are alike: first all lowest bytes, and so on, deflated.
 */
final class BytePlanes {

  private BytePlanes() {}

  static void write(ByteWriter out, long[] values, int count, int width) {
    var planes = new byte[count * width];
    for (int plane = 0; plane < width; plane++) {
      for (int i = 0; i < count; i++) {
        planes[plane * count + i] = (byte) (values[i] >>> (8 * plane));
      }
    }
    var packed = deflate(planes);
    out.writeVarint(packed.length).writeBytes(packed);
  }

  static void read(ByteReader in, long[] values, int count, int width) {
    var planes = inflate(in.readBytes(in.readCount(in.remaining())), count * width);
    for (int plane = 0; plane < width; plane++) {
      for (int i = 0; i < count; i++) {
        values[i] |= (planes[plane * count + i] & 0xffL) << (8 * plane);
      }
    }
  }

  private static byte[] deflate(byte[] bytes) {
    try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(bytes);
      deflater.finish();
      var packed = new byte[bytes.length + 64];
      int size = 0;
      while (!deflater.finished()) {
        if (size == packed.length) {
          packed = Arrays.copyOf(packed, size * 2);
        }
        size += deflater.deflate(packed, size, packed.length - size);
      }
      return Arrays.copyOf(packed, size);
    }
  }

  private static byte[] inflate(byte[] packed, int size) {
    try (var inflater = new Inflater()) {
      inflater.setInput(packed);
      var bytes = new byte[size];
      int filled = 0;
      while (filled < size) {
        int count = inflater.inflate(bytes, filled, size - filled);
        if (count == 0) {
          throw new DamagedBytesException("packed numbers end too early");
        }
        filled += count;
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new DamagedBytesException("packed numbers are damaged: " + e.getMessage());
    }
  }
}
