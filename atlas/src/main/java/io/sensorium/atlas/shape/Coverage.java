package io.sensorium.atlas.shape;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The box around all that a map has.
 *
 * @param southE7 degrees times 10^7, as all of them
 */
public record Coverage(int southE7, int westE7, int northE7, int eastE7) {

  /** Of a map without anything. */
  public static final Coverage NONE =
      new Coverage(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE);

  /** The box that holds a position too. */
  public Coverage with(int latitudeE7, int longitudeE7) {
    if (latitudeE7 >= southE7
        && latitudeE7 <= northE7
        && longitudeE7 >= westE7
        && longitudeE7 <= eastE7) {
      return this;
    }
    return new Coverage(
        Math.min(southE7, latitudeE7),
        Math.min(westE7, longitudeE7),
        Math.max(northE7, latitudeE7),
        Math.max(eastE7, longitudeE7));
  }

  /** Whether the position lies in the box. */
  public boolean holds(double latitudeDeg, double longitudeDeg) {
    return latitudeDeg * 1e7 >= southE7
        && latitudeDeg * 1e7 <= northE7
        && longitudeDeg * 1e7 >= westE7
        && longitudeDeg * 1e7 <= eastE7;
  }

  /** The box that holds a whole line too. */
  public Coverage with(Line line) {
    var grown = this;
    for (int i = 0; i < line.size(); i++) {
      grown = grown.with(line.latitudeE7(i), line.longitudeE7(i));
    }
    return grown;
  }

  /** Writes 16 bytes. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(southE7);
    out.writeInt(westE7);
    out.writeInt(northE7);
    out.writeInt(eastE7);
  }

  /** Reads what {@link #write} wrote. */
  public static Coverage read(ByteBuffer bytes) {
    return new Coverage(bytes.getInt(0), bytes.getInt(4), bytes.getInt(8), bytes.getInt(12));
  }
}
