package io.sensorium.series;

import io.sensorium.core.driving.CarBehavior;
import io.sensorium.core.driving.DrivingScores;
import io.sensorium.core.driving.DrivingWindow;
import io.sensorium.core.driving.PeriodScores;
import io.sensorium.core.driving.Score;
import io.sensorium.core.driving.ZoneScores;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/** Scores of longer times as bytes. */
public final class ScoresCodec {

  /** No number that may be absent is ever negative. */
  private static final long ABSENT = -1;

  private static final Score[] SCORES = Score.values();

  private ScoresCodec() {}

  public static byte[] encode(CarBehavior behavior) {
    var out = Frame.start(Frame.Format.CAR_BEHAVIOR, 512);
    write(out, behavior.lastSevenDays());
    write(out, behavior.past());
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode(CarBehavior)} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static CarBehavior decodeCarBehavior(byte[] bytes) {
    var in = Frame.open(Frame.Format.CAR_BEHAVIOR, bytes);
    return new CarBehavior(readWindow(in), readWindow(in));
  }

  public static byte[] encode(PeriodScores period) {
    var out = Frame.start(Frame.Format.PERIOD_SCORES, 128);
    write(out, period.scores());
    writeOptional(out, period.handheldCallingSeconds());
    writeOptional(out, period.handlingWithoutCallingSeconds());
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode(PeriodScores)} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static PeriodScores decodePeriodScores(byte[] bytes) {
    var in = Frame.open(Frame.Format.PERIOD_SCORES, bytes);
    return new PeriodScores(read(in), readOptional(in), readOptional(in));
  }

  /** A bit for each score that there is, then those. */
  static void write(ByteWriter out, DrivingScores scores) {
    long known = 0;
    for (var score : scores.ratios().keySet()) {
      known |= 1L << score.ordinal();
    }
    out.writeVarint(known);
    for (double ratio : scores.ratios().values()) { // in the order of the enum
      out.writeReal(ratio);
    }
  }

  static DrivingScores read(ByteReader in) {
    long known = in.readVarint();
    var ratios = new EnumMap<Score, Double>(Score.class);
    for (var score : SCORES) {
      if ((known & 1L << score.ordinal()) != 0) {
        ratios.put(score, in.readReal());
      }
    }
    return new DrivingScores(ratios);
  }

  private static void write(ByteWriter out, DrivingWindow window) {
    var zones = window.zones();
    write(out, zones.all());
    write(out, zones.motorway());
    write(out, zones.city());
    write(out, zones.nonCity());
    writeOptional(out, window.phoneHandlingMillisPerHour());
    writeOptional(out, window.distanceMeters());
  }

  private static DrivingWindow readWindow(ByteReader in) {
    var zones = new ZoneScores(read(in), read(in), read(in), read(in));
    return new DrivingWindow(zones, readOptional(in), readOptional(in));
  }

  private static void writeOptional(ByteWriter out, @Nullable Long number) {
    out.writeSigned(number == null ? ABSENT : number);
  }

  private static @Nullable Long readOptional(ByteReader in) {
    long number = in.readSigned();
    return number == ABSENT ? null : number;
  }
}
