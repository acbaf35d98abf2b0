package io.sensorium.intake.files;

import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An input unpacked while it is read, refused as soon as it grows beyond what is allowed.
 *
 * <p>Reading throws {@link InputTooLargeException} beyond a limit and {@link
 * MalformedInputException} where the packing is damaged or cut off.
 */
public final class LimitedInflation extends FilterInputStream {

  /**
   * How much may come out.
   *
   * @param ratio unpacked bytes for one packed byte
   * @param bytes unpacked bytes at all
   */
  public record Limits(int ratio, long bytes) {

    /** Files: 100 to 1, and 8 GB. */
    public static final Limits FILE = new Limits(100, 8L << 30);

    /** Bodies of requests: 16 MiB, however well they were packed. */
    public static final Limits BODY = new Limits(Integer.MAX_VALUE, 16L << 20);
  }

  /** Below this, a good ratio is no sign of anything: a short file of spaces packs well. */
  private static final long RATIO_COUNTS_FROM_BYTES = 1L << 20;

  private static final int BUFFER_BYTES = 16_384;

  private final CountingInput packed;
  private final Limits limits;
  private final boolean isPacked;
  private long bytesOut;

  private LimitedInflation(
      InputStream unpacking, CountingInput packed, Limits limits, boolean isPacked) {
    super(unpacking);
    this.packed = packed;
    this.limits = limits;
    this.isPacked = isPacked;
  }

  /** Unpacks {@code in} if it is gzip, as its first bytes tell, and else gives it as it is. */
  public static LimitedInflation open(InputStream in, Limits limits) throws IOException {
    var counting = new CountingInput(in);
    var buffered = new BufferedInputStream(counting, BUFFER_BYTES);
    if (!startsLikeGzip(buffered)) {
      return new LimitedInflation(buffered, counting, limits, false);
    }
    try {
      var unpacking = new GZIPInputStream(buffered, BUFFER_BYTES);
      return new LimitedInflation(unpacking, counting, limits, true);
    } catch (ZipException | EOFException damage) {
      throw new MalformedInputException("the gzip packing is damaged: " + damage.getMessage());
    }
  }

  private static boolean startsLikeGzip(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean like = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return like;
  }

  /** Bytes of the input, as it is, that were read so far. */
  public long bytesRead() {
    return packed.bytesRead();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = readUnpacked(buffer, offset, length);
    if (count > 0) {
      bytesOut += count;
      requireWithinLimits();
    }
    return count;
  }

  private int readUnpacked(byte[] buffer, int offset, int length) throws IOException {
    try {
      return in.read(buffer, offset, length);
    } catch (ZipException | EOFException damage) {
      if (isPacked) {
        throw new MalformedInputException("the gzip packing is damaged: " + damage.getMessage());
      }
      throw damage;
    }
  }

  private void requireWithinLimits() {
    if (bytesOut > limits.bytes()) {
      throw new InputTooLargeException("unpacked, more than " + limits.bytes() + " bytes");
    }
    if (isPacked
        && bytesOut > RATIO_COUNTS_FROM_BYTES
        && bytesOut / limits.ratio() > packed.bytesRead()) {
      throw new InputTooLargeException("packed more than " + limits.ratio() + " to 1");
    }
  }

  @Override
  public long skip(long bytes) throws IOException {
    var skipped = new byte[Math.clamp(bytes, 0, BUFFER_BYTES)];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
