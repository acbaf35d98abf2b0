package io.sensorium.series;

import java.util.zip.CRC32C;

/**
 * Bytes that know what they are: a byte of format, a byte of version, the content, and a CRC32C of
 * all of it.
 */
final class Frame {

  /** What lies in a frame. The codes are stored. */
  enum Format {
    FIXES(1),
    MOTION(2),
    ACTIVITY(3),
    PHONE(4),
    STEPS(5),
    SIGNALS(6),
    PATH(7),
    SERIES(8),
    SOURCE_ROWS(9),
    SERIES_SUMMARY(10),
    DRIVE(11),
    CAR_BEHAVIOR(12),
    PERIOD_SCORES(13),
    EVENT(14);

    private final int code;

    Format(int code) {
      this.code = code;
    }
  }

  /** No frame holds more items; a guard of memory, not a limit of use. */
  static final int MAX_ITEMS = 1 << 24;

  private static final int VERSION = 1;
  private static final int HEAD_BYTES = 2;
  private static final int CHECKSUM_BYTES = 4;

  private Frame() {}

  static ByteWriter start(Format format, int capacity) {
    return new ByteWriter(capacity).writeByte(format.code).writeByte(VERSION);
  }

  static byte[] seal(ByteWriter out) {
    int checksum = checksum(out.array(), out.size());
    return out.writeInt(checksum).toBytes();
  }

  /** A reader of the content, once the checksum has been found to hold. */
  static ByteReader open(Format format, byte[] bytes) {
    if (!isIntact(bytes)) {
      throw new DamagedBytesException("the checksum does not hold");
    }
    if (bytes[0] != format.code || bytes[1] != VERSION) {
      throw new DamagedBytesException(
          "expected " + format + " of version " + VERSION + ", found " + bytes[0] + "/" + bytes[1]);
    }
    return new ByteReader(bytes, HEAD_BYTES, bytes.length - CHECKSUM_BYTES);
  }

  static boolean isIntact(byte[] bytes) {
    int size = bytes.length - CHECKSUM_BYTES;
    if (size < HEAD_BYTES) {
      return false;
    }
    int stored = new ByteReader(bytes, size, bytes.length).readInt();
    return stored == checksum(bytes, size);
  }

  private static int checksum(byte[] bytes, int size) {
    var crc = new CRC32C();
    crc.update(bytes, 0, size);
    return (int) crc.getValue();
  }
}
