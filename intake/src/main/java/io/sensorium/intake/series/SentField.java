package io.sensorium.intake.series;

import io.sensorium.intake.measurements.NamedSource;
import java.util.Arrays;

/** One value of a series: its name as it was sent, and the source that the name means. */
public final class SentField {

  private final byte[] name;
  private final NamedSource source;

  SentField(byte[] name, NamedSource source) {
    this.name = name;
    this.source = source;
  }

  public NamedSource source() {
    return source;
  }

  public int nameLength() {
    return name.length;
  }

  /** Tells whether the name stands at {@code from}, and {@code terminator} right behind it. */
  public boolean isAt(byte[] bytes, int from, int to, byte terminator) {
    int behind = from + name.length;
    return behind < to
        && bytes[behind] == terminator
        && Arrays.equals(name, 0, name.length, bytes, from, behind);
  }

  boolean hasName(byte[] bytes, int from, int to) {
    return Arrays.equals(name, 0, name.length, bytes, from, to);
  }
}
