package io.sensorium.analysis.flow;

import java.nio.ByteBuffer;

/**
 * When and how somebody set out.
 *
 * @param atMicros when; {@link Long#MIN_VALUE} when not known yet
 */
record Departure(long atMicros, Going going) {

  static final int SAVED_BYTES = 8 + Going.SAVED_BYTES;

  /** Not known yet. */
  static final Departure UNKNOWN = new Departure(Long.MIN_VALUE, Going.UNKNOWN);

  boolean isKnown() {
    return atMicros != Long.MIN_VALUE;
  }

  void save(ByteBuffer out) {
    out.putLong(atMicros);
    going.save(out);
  }

  static Departure restore(ByteBuffer in) {
    return new Departure(in.getLong(), Going.restore(in));
  }
}
