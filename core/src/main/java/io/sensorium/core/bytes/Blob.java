package io.sensorium.core.bytes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Immutable bytes, compared by value. */
public final class Blob {

  public static final Blob EMPTY = new Blob(new byte[0]);

  private final byte[] bytes;

  private Blob(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a copy. */
  public static Blob copyOf(byte[] bytes) {
    return new Blob(bytes.clone());
  }

  /** A copy of the content. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Blob that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Blob[" + bytes.length + " bytes]";
  }
}
