package io.sensorium.atlas.points;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the numbers and words of a record one behind the other; {@link RecordReader} reads them.
 */
public final class RecordWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Writes a number, in fewer bytes the smaller it is; negative ones take ten. */
  public RecordWriter number(long number) {
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  /** Writes a number that is often negative. */
  public RecordWriter signed(long number) {
    return number((number << 1) ^ (number >> 63));
  }

  /** Writes a word as UTF-8 behind its length. */
  public RecordWriter text(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  /** All that was written. */
  public byte[] toBytes() {
    return out.toByteArray();
  }
}
