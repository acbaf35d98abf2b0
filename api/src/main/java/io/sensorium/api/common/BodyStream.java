package io.sensorium.api.common;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A request's body as the handler reads it: unpacked, and limited in size and slowness. */
final class BodyStream extends InputStream {

  /** Opened when the body is first read, as the header of a packed body is read with it. */
  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }

  private final Source source;
  private final long maxBytes;
  private @Nullable InputStream opened;
  private long readBytes;

  private BodyStream(Source source, long maxBytes) {
    this.source = source;
    this.maxBytes = maxBytes;
  }

  static InputStream of(InputStream sent, boolean packed, BodyRule rule, HttpConfig.Limits limits) {
    var steady = new SteadyStream(sent, limits, System::nanoTime);
    var limited = new BodyStream(() -> steady, rule.maxPackedBytes());
    if (!packed) {
      return new BodyStream(() -> limited, rule.maxUnpackedBytes());
    }
    return new BodyStream(() -> new GZIPInputStream(limited, 8192), rule.maxUnpackedBytes());
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int start, int length) throws IOException {
    int count = readSource(target, start, length);
    if (count > 0) {
      readBytes += count;
      if (readBytes > maxBytes) {
        throw ApiError.payloadTooLarge(maxBytes);
      }
    }
    return count;
  }

  private int readSource(byte[] target, int start, int length) throws IOException {
    try {
      if (opened == null) {
        opened = source.open();
      }
      return opened.read(target, start, length);
    } catch (ZipException | EOFException e) {
      throw ApiError.invalidParameter("the body ends too early or is not gzip");
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw ApiError.requestTimeout();
      }
      throw e;
    }
  }

  /** Whether so few bytes in so much time are too few. */
  static boolean isTooSlow(long bytes, long nanos, HttpConfig.Limits limits) {
    double lateSeconds = (nanos - limits.slowTimeout().toNanos()) / 1e9;
    return lateSeconds > 0 && bytes < limits.minBytesPerSecond() * lateSeconds;
  }

  /** Gives up on a client that sends a body drop by drop. */
  static final class SteadyStream extends InputStream {

    private final InputStream sent;
    private final HttpConfig.Limits limits;
    private final LongSupplier nanoTime;
    private long waitedNanos;
    private long readBytes;

    SteadyStream(InputStream sent, HttpConfig.Limits limits, LongSupplier nanoTime) {
      this.sent = sent;
      this.limits = limits;
      this.nanoTime = nanoTime;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
      long beforeNanos = nanoTime.getAsLong();
      int count = sent.read(target, start, length);
      waitedNanos += nanoTime.getAsLong() - beforeNanos;
      readBytes += Math.max(0, count);
      if (isTooSlow(readBytes, waitedNanos, limits)) {
        throw ApiError.requestTimeout();
      }
      return count;
    }
  }
}
