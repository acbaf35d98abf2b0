package io.sensorium.atlas.osm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A message in protocol buffers' wire format, while it is written. */
public final class WireMessage {

  private static final int LENGTH_DELIMITED = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Appends a bare number: an item of a packed field. */
  public WireMessage varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  /** Appends a bare number in zigzag: small ones are short, whatever their sign. */
  public WireMessage signed(long value) {
    return varint((value << 1) ^ (value >> 63));
  }

  public WireMessage number(int field, long value) {
    return varint((long) field << 3).varint(value);
  }

  public WireMessage bytes(int field, byte[] value) {
    varint(((long) field << 3) | LENGTH_DELIMITED).varint(value.length);
    out.writeBytes(value);
    return this;
  }

  public WireMessage text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  public WireMessage message(int field, WireMessage value) {
    return bytes(field, value.toBytes());
  }

  /** Appends fields that are encoded already. */
  public WireMessage raw(byte[] fields) {
    out.writeBytes(fields);
    return this;
  }

  public byte[] toBytes() {
    return out.toByteArray();
  }
}
