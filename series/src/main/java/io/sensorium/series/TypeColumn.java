package io.sensorium.series;

/** Codes the types of measurements, which are mostly the same, as runs. */
final class TypeColumn {

  private TypeColumn() {}

  static void write(ByteWriter out, byte[] types, int count) {
    int at = 0;
    while (at < count) {
      int end = at + 1;
      while (end < count && types[end] == types[at]) {
        end++;
      }
      out.writeByte(types[at]).writeVarint(end - at);
      at = end;
    }
  }

  static boolean contains(byte[] types, int type) {
    for (byte one : types) {
      if (one == type) {
        return true;
      }
    }
    return false;
  }

  static void read(ByteReader in, byte[] types, int count) {
    int at = 0;
    while (at < count) {
      byte type = (byte) in.readByte();
      int end = at + in.readCount(count - at);
      if (end == at) {
        throw new DamagedBytesException("a run of no rows");
      }
      while (at < end) {
        types[at++] = type;
      }
    }
  }
}
