package io.sensorium.intake.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read through it; another thread may ask for the count. */
public final class CountingInput extends FilterInputStream {

  private volatile long bytesRead;

  public CountingInput(InputStream in) {
    super(in);
  }

  public long bytesRead() {
    return bytesRead;
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

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = in.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // only the one thread that reads writes it
  private void count(long bytes) {
    bytesRead += bytes;
  }
}
