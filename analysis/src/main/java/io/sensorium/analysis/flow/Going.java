package io.sensorium.analysis.flow;

import java.nio.ByteBuffer;

/**
 * How somebody went at one end of a trip.
 *
 * @param fastestMps the greatest speed from one minute to another; negative when not known yet
 * @param ridden what the phone recognised
 */
record Going(double fastestMps, Ridden ridden) {

  static final int SAVED_BYTES = 8 + 1;

  /** Not known yet. */
  static final Going UNKNOWN = new Going(-1, Ridden.UNKNOWN);

  void save(ByteBuffer out) {
    out.putDouble(fastestMps).put((byte) ridden.ordinal());
  }

  static Going restore(ByteBuffer in) {
    return new Going(in.getDouble(), Ridden.values()[in.get()]);
  }
}
