package io.sensorium.api.sensors.parameter;

import io.sensorium.core.id.SourceId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.measurement.Measurement;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Where reading of raw measurements goes on: what was asked for first, and the last row that was
 * read. Rows that are stored in between move it not.
 *
 * @param bySeq whether the bounds are sequence numbers, both included; else instants in
 *     microseconds, the second one not included
 */
public record RawOffset(
    boolean bySeq, long fromBound, long toBound, long timeMicros, long source, long seq) {
  /*
   * For clients it is an opaque text. The checksum is no protection against malice, which would gain
   * nothing: it tells a text that was cut or is of another make from one of ours.
   */

  private static final byte VERSION = 1;
  private static final int CONTENT_LENGTH = 2 + 5 * Long.BYTES;
  private static final int LENGTH = CONTENT_LENGTH + Integer.BYTES;
  private static final long MAX_DATE_MICROS = 10_000 * 366 * Micros.PER_DAY;
  private static final String PARAMETER = "offset";

  public static RawOffset after(Measurement last, boolean bySeq, long fromBound, long toBound) {
    return new RawOffset(
        bySeq, fromBound, toBound, last.timeMicros(), last.source().value(), last.seq());
  }

  /** What the parameter says; empty where reading begins: without it and with 0. */
  public static Optional<RawOffset> read(Parameters parameters) {
    return parameters
        .find(PARAMETER)
        .filter(text -> !text.equals("0"))
        .map(
            text ->
                decode(text)
                    .orElseThrow(
                        () ->
                            Parameters.invalid(
                                PARAMETER, "must be the next of an earlier answer")));
  }

  public String encode() {
    var bytes = ByteBuffer.allocate(LENGTH);
    bytes.put(VERSION).put((byte) (bySeq ? 1 : 0));
    bytes.putLong(fromBound).putLong(toBound).putLong(timeMicros).putLong(source).putLong(seq);
    bytes.putInt(checksum(bytes.array()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  static Optional<RawOffset> decode(String text) {
    byte[] decoded;
    try {
      decoded = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (decoded.length != LENGTH || decoded[0] != VERSION) {
      return Optional.empty();
    }
    var bytes = ByteBuffer.wrap(decoded);
    if (bytes.getInt(CONTENT_LENGTH) != checksum(decoded)) {
      return Optional.empty();
    }
    bytes.position(1);
    return Optional.of(
            new RawOffset(
                bytes.get() == 1,
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong()))
        .filter(RawOffset::isPossible);
  }

  /** Anybody can make a text with the right checksum. */
  private boolean isPossible() {
    return fromBound <= toBound
        && source > 0
        && seq >= 0
        && (bySeq ? fromBound >= 0 : isDate(fromBound) && isDate(toBound) && isDate(timeMicros));
  }

  private static boolean isDate(long micros) {
    return Math.abs(micros) < MAX_DATE_MICROS;
  }

  /** The last row that was read, as far as its place goes. */
  public Measurement lastRow() {
    return new Measurement(new SourceId(source), timeMicros, 0, 1, seq);
  }

  private static int checksum(byte[] bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes, 0, CONTENT_LENGTH);
    return (int) checksum.getValue();
  }
}
