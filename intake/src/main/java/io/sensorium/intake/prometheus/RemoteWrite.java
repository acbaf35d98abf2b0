package io.sensorium.intake.prometheus;

import io.airlift.compress.v3.snappy.SnappyJavaDecompressor;
import io.sensorium.core.id.GatewayId;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.series.SeriesCache;

/**
 * Reads Prometheus remote write, version 1: a {@code prometheus.WriteRequest} packed as one block
 * of Snappy. A stale marker is a blank row; other samples without a finite value tell nothing and
 * are left out. Safe for use by many threads.
 */
public final class RemoteWrite {

  /** A request has at most so many samples. */
  public static final int MAX_ROWS = 200_000;

  /** A request has at most so many bytes when it is unpacked. */
  public static final int MAX_BYTES = 16 << 20;

  private final SeriesCache series;
  private final SnappyJavaDecompressor snappy = new SnappyJavaDecompressor();

  public RemoteWrite(SeriesCache series) {
    this.series = series;
  }

  /**
   * The rows of one request; a rejection's index is that of its series.
   *
   * @throws MalformedInputException when the body is not such a request
   * @throws InputTooLargeException when it has more samples or bytes than it may
   */
  public MeasurementRows decode(byte[] packed, GatewayId gateway) {
    return new WriteRequestReader(unpack(packed), series.of(gateway)).read();
  }

  private byte[] unpack(byte[] packed) {
    try {
      int length = snappy.getUncompressedLength(packed, 0);
      if (length > MAX_BYTES) {
        throw new InputTooLargeException("more than " + MAX_BYTES + " bytes unpacked");
      }
      var unpacked = new byte[length];
      int written = snappy.decompress(packed, 0, packed.length, unpacked, 0, length);
      if (written != length) {
        throw notSnappy();
      }
      return unpacked;
    } catch (io.airlift.compress.v3.MalformedInputException | IndexOutOfBoundsException e) {
      throw notSnappy();
    }
  }

  private static MalformedInputException notSnappy() {
    return new MalformedInputException("the body is not one block of Snappy");
  }
}
