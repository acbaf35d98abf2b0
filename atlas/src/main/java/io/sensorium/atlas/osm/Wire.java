package io.sensorium.atlas.osm;

import java.nio.charset.StandardCharsets;

/**
 * Reads the fields of a message in protocol buffers' wire format from a part of an array.
 *
 * <p>Throws {@link MapFileException} where the bytes are no such message.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the published format</a>
 */
public final class Wire {

  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED_32 = 5;

  private final byte[] bytes;
  private int position;
  private int end;
  private int wireType;
  private int field;

  public Wire(byte[] bytes, int position, int end) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  public boolean hasMore() {
    return position < end;
  }

  /** The number of the next field; its value must be read or skipped. */
  public int nextField() {
    long key = varint();
    wireType = (int) (key & 7);
    field = (int) (key >>> 3);
    return field;
  }

  /** What {@link #nextField} returned last. */
  public int lastField() {
    return field;
  }

  public long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position >= end) {
        throw new MapFileException("a number goes beyond the end of its message");
      }
      byte next = bytes[position++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MapFileException("a number has more than 64 bits");
  }

  public long signed() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  public int int32() {
    return (int) varint();
  }

  /** A message or a packed list inside this one. */
  public Wire message() {
    int length = length();
    var inner = new Wire(bytes, position, position + length);
    position += length;
    return inner;
  }

  /** Makes another reader read what {@link #message} would; spares an object. */
  public void messageInto(Wire inner) {
    int length = length();
    inner.position = position;
    inner.end = position + length;
    position += length;
  }

  public String text() {
    int length = length();
    var text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  public byte[] copy() {
    int length = length();
    var copy = new byte[length];
    System.arraycopy(bytes, position, copy, 0, length);
    position += length;
    return copy;
  }

  public void skip() {
    switch (wireType) {
      case VARINT -> varint();
      case FIXED_64 -> advance(8);
      case LENGTH -> advance(length());
      case FIXED_32 -> advance(4);
      default -> throw new MapFileException("a field has the unknown wire type " + wireType);
    }
  }

  /** Another reader of the same bytes. */
  public Wire another() {
    return new Wire(bytes, 0, 0);
  }

  private int length() {
    if (wireType != LENGTH) {
      throw new MapFileException("a field has the wire type " + wireType + " instead of 2");
    }
    long length = varint();
    if (length < 0 || length > end - position) {
      throw new MapFileException("a field goes beyond the end of its message");
    }
    return (int) length;
  }

  private void advance(int byteCount) {
    if (byteCount > end - position) {
      throw new MapFileException("a field goes beyond the end of its message");
    }
    position += byteCount;
  }
}
