package io.sensorium.series;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.signals.Sighting;
import java.util.Arrays;

/** Tracks as bytes, column by column; any track comes back equal, in the same order. */
public final class FixTrackCodec {

  private static final LocationProvider[] PROVIDERS = LocationProvider.values();
  private static final int EXPECTED_BYTES_PER_FIX = 16;

  private FixTrackCodec() {}

  public static byte[] encode(FixTrack track) {
    var out = Frame.start(Frame.Format.FIXES, 64 + EXPECTED_BYTES_PER_FIX * track.size());
    write(out, track);
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static FixTrack decode(byte[] bytes) {
    return read(Frame.open(Frame.Format.FIXES, bytes));
  }

  /**
   * When and where the last fix was of a track that is not empty: a third of the work of reading
   * all of it.
   *
   * @throws DamagedBytesException when {@link #encode} did not write the bytes
   */
  public static Sighting decodeLast(byte[] bytes) {
    var in = Frame.open(Frame.Format.FIXES, bytes);
    int size = in.readCount(Frame.MAX_ITEMS);
    if (size == 0) {
      throw new DamagedBytesException("no fixes");
    }
    var column = new long[size];
    LongColumn.read(in, column, size);
    long timeMicros = column[size - 1];
    LongColumn.read(in, column, size);
    int latitudeE7 = (int) column[size - 1];
    LongColumn.read(in, column, size);
    int longitudeE7 = (int) column[size - 1];
    return FixTrack.sighting(timeMicros, latitudeE7, longitudeE7);
  }

  static void write(ByteWriter out, FixTrack track) {
    int size = track.size();
    out.writeVarint(size);
    if (size == 0) {
      return;
    }
    var column = new long[size];
    Arrays.setAll(column, track::timeMicros);
    LongColumn.write(out, column, size);
    Arrays.setAll(column, track::latitudeE7);
    LongColumn.write(out, column, size);
    Arrays.setAll(column, track::longitudeE7);
    LongColumn.write(out, column, size);
    Arrays.setAll(column, track::accuracyMm);
    GapColumn.write(out, column, size, FixTrack.ABSENT);
    Arrays.setAll(column, track::altitudeCm);
    GapColumn.write(out, column, size, FixTrack.ABSENT);
    Arrays.setAll(column, track::speedMmps);
    GapColumn.write(out, column, size, FixTrack.ABSENT);
    Arrays.setAll(column, track::bearingCdeg);
    GapColumn.write(out, column, size, FixTrack.ABSENT);
    Arrays.setAll(column, row -> uptimeAgainstTime(track, row));
    GapColumn.write(out, column, size, FixTrack.ABSENT_LONG);
    Arrays.setAll(column, row -> track.provider(row).ordinal());
    LongColumn.write(out, column, size);
  }

  static FixTrack read(ByteReader in) {
    int size = in.readCount(Frame.MAX_ITEMS);
    if (size == 0) {
      return FixTrack.EMPTY;
    }
    var time = required(in, size);
    var latitude = required(in, size);
    var longitude = required(in, size);
    var accuracy = optional(in, size, FixTrack.ABSENT);
    var altitude = optional(in, size, FixTrack.ABSENT);
    var speed = optional(in, size, FixTrack.ABSENT);
    var bearing = optional(in, size, FixTrack.ABSENT);
    var uptime = optional(in, size, FixTrack.ABSENT_LONG);
    var provider = required(in, size);
    var track = new FixTrack.Builder(size);
    for (int row = 0; row < size; row++) {
      track.addRow(
          time[row],
          (int) latitude[row],
          (int) longitude[row],
          (int) accuracy[row],
          (int) altitude[row],
          (int) speed[row],
          (int) bearing[row],
          uptimeOf(uptime[row], time[row]),
          provider(provider[row]));
    }
    return track.build();
  }

  private static long[] required(ByteReader in, int size) {
    var column = new long[size];
    LongColumn.read(in, column, size);
    return column;
  }

  private static long[] optional(ByteReader in, int size, long absent) {
    var column = new long[size];
    GapColumn.read(in, column, size, absent);
    return column;
  }

  /*
   * The phone's two clocks run together, so that the difference is nearly constant. The one uptime
   * whose difference would read as absent is some 292 million years in the past.
   */
  private static long uptimeAgainstTime(FixTrack track, int row) {
    long uptime = track.uptimeMillis(row);
    return uptime == FixTrack.ABSENT_LONG
        ? FixTrack.ABSENT_LONG
        : uptime - Math.floorDiv(track.timeMicros(row), 1_000L);
  }

  private static long uptimeOf(long difference, long timeMicros) {
    return difference == FixTrack.ABSENT_LONG
        ? FixTrack.ABSENT_LONG
        : difference + Math.floorDiv(timeMicros, 1_000L);
  }

  private static LocationProvider provider(long number) {
    if (number < 0 || number >= PROVIDERS.length) {
      throw new DamagedBytesException("no such provider: " + number);
    }
    return PROVIDERS[(int) number];
  }
}
