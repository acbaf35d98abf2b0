package io.sensorium.intake.gpx;

import io.sensorium.intake.InputTooLargeException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses to feed a parser that reads on and on without getting anywhere, as in an attribute or a
 * comment without end, which it would hold in memory.
 */
final class WatchedInput extends FilterInputStream {

  private static final int MOST_BYTES_WITHOUT_PROGRESS = 4 << 20;

  private int bytesSinceProgress;

  WatchedInput(InputStream in) {
    super(in);
  }

  /** To be called for each thing that the parser gives. */
  void progress() {
    bytesSinceProgress = 0;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int bytes) {
    bytesSinceProgress += bytes;
    if (bytesSinceProgress > MOST_BYTES_WITHOUT_PROGRESS) {
      throw new InputTooLargeException(
          "one piece of XML has more than " + MOST_BYTES_WITHOUT_PROGRESS + " bytes");
    }
  }
}
