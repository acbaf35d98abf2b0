package io.sensorium.atlas.osm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A message in protocol buffers' wire format, while it is written. */
final class WireMessage {

  private static final int LENGTH_DELIMITED = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Appends a bare number: an item of a packed field. */
  WireMessage varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  /** Appends a bare number in zigzag: small ones are short, whatever their sign. */
  WireMessage signed(long value) {
    return varint((value << 1) ^ (value >> 63));
  }

  WireMessage number(int field, long value) {
    return varint((long) field << 3).varint(value);
  }

  WireMessage bytes(int field, byte[] value) {
    varint(((long) field << 3) | LENGTH_DELIMITED).varint(value.length);
    out.writeBytes(value);
    return this;
  }

  WireMessage text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  WireMessage message(int field, WireMessage value) {
    return bytes(field, value.toBytes());
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
