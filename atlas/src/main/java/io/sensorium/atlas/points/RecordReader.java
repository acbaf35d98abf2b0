package io.sensorium.atlas.points;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link RecordWriter} wrote. For use by one thread. */
public final class RecordReader {

  private final ByteBuffer bytes;
  private int position;

  /** Starts at a byte; what others read of the same bytes does not matter. */
  public RecordReader(ByteBuffer bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  /** The next number. */
  public long number() {
    byte next = bytes.get(position++);
    long number = next & 0x7f;
    for (int shift = 7; next < 0; shift += 7) {
      next = bytes.get(position++);
      number |= (long) (next & 0x7f) << shift;
    }
    return number;
  }

  /** The next number that is often negative. */
  public long signed() {
    long number = number();
    return (number >>> 1) ^ -(number & 1);
  }

  /** The next word. */
  public String text() {
    var text = new byte[(int) number()];
    bytes.get(position, text);
    position += text.length;
    return new String(text, StandardCharsets.UTF_8);
  }

  /** Where the next number or word begins. */
  public int position() {
    return position;
  }
}
