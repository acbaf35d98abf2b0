package io.sensorium.series;

import io.sensorium.core.signals.Signals;

/** Items of all streams as bytes, each stream in the order given. */
public final class SignalsCodec {

  private SignalsCodec() {}

  public static byte[] encode(Signals signals) {
    var out = Frame.start(Frame.Format.SIGNALS, 128 + 16 * signals.fixes().size());
    FixTrackCodec.write(out, signals.fixes());
    MotionCodec.write(out, signals.motion());
    ActivityCodec.write(out, signals.activity());
    PhoneCodec.write(out, signals.phone());
    StepsCodec.write(out, signals.steps());
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static Signals decode(byte[] bytes) {
    var in = Frame.open(Frame.Format.SIGNALS, bytes);
    return new Signals(
        FixTrackCodec.read(in),
        MotionCodec.read(in),
        ActivityCodec.read(in),
        PhoneCodec.read(in),
        StepsCodec.read(in));
  }

  /** Whether the checksum of what any codec of this module wrote still holds. */
  public static boolean isIntact(byte[] bytes) {
    return Frame.isIntact(bytes);
  }
}
