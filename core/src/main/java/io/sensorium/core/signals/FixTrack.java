package io.sensorium.core.signals;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.Micros;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fixes as columns of primitives: the form in which they are stored, read and analysed.
 *
 * <p>Immutable; a {@link Builder} makes one. Its resolution is part of the contract of accepting a
 * fix: time 1 µs, coordinates 1e-7 degrees, accuracy and speed 1 mm, altitude 1 cm, bearing 0.01
 * degrees. Rows of equal content are equal facts.
 */
public final class FixTrack {
  /*
   * Scaled integers rather than doubles: 45 bytes a row, exact comparison, and deltas that pack into
   * one or two bytes each. Integer.MIN_VALUE (Long.MIN_VALUE) stands for a value that is absent.
   */

  /** Stands in an int column for a value that the phone did not report. */
  public static final int ABSENT = Integer.MIN_VALUE;

  /** Stands in the uptime column for a value that the phone did not report. */
  public static final long ABSENT_LONG = Long.MIN_VALUE;

  public static final FixTrack EMPTY = new Builder(0).build();

  private static final double DEG_PER_E7 = 1e-7;
  private static final LocationProvider[] PROVIDERS = LocationProvider.values();

  private final int size;
  private final long[] timeMicros;
  private final int[] latitudeE7;
  private final int[] longitudeE7;
  private final int[] accuracyMm;
  private final int[] altitudeCm;
  private final int[] speedMmps;
  private final int[] bearingCdeg;
  private final long[] uptimeMillis;
  private final byte[] provider;

  private FixTrack(Builder from) {
    size = from.size;
    timeMicros = from.timeMicros;
    latitudeE7 = from.latitudeE7;
    longitudeE7 = from.longitudeE7;
    accuracyMm = from.accuracyMm;
    altitudeCm = from.altitudeCm;
    speedMmps = from.speedMmps;
    bearingCdeg = from.bearingCdeg;
    uptimeMillis = from.uptimeMillis;
    provider = from.provider;
  }

  public static FixTrack of(List<GpsFix> fixes) {
    var builder = new Builder(fixes.size());
    fixes.forEach(builder::add);
    return builder.build();
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public long timeMicros(int row) {
    return timeMicros[row];
  }

  public int latitudeE7(int row) {
    return latitudeE7[row];
  }

  public int longitudeE7(int row) {
    return longitudeE7[row];
  }

  public double latitudeDeg(int row) {
    return latitudeE7[row] * DEG_PER_E7;
  }

  public double longitudeDeg(int row) {
    return longitudeE7[row] * DEG_PER_E7;
  }

  /** Millimetres, or {@link #ABSENT}. */
  public int accuracyMm(int row) {
    return accuracyMm[row];
  }

  /** Centimetres, or {@link #ABSENT}. */
  public int altitudeCm(int row) {
    return altitudeCm[row];
  }

  /** Millimetres a second, or {@link #ABSENT}. */
  public int speedMmps(int row) {
    return speedMmps[row];
  }

  /** Hundredths of a degree, or {@link #ABSENT}. */
  public int bearingCdeg(int row) {
    return bearingCdeg[row];
  }

  /** Milliseconds of the phone's monotonic clock, or {@link #ABSENT_LONG}. */
  public long uptimeMillis(int row) {
    return uptimeMillis[row];
  }

  public LocationProvider provider(int row) {
    return PROVIDERS[provider[row]];
  }

  public LatLon position(int row) {
    return new LatLon(latitudeDeg(row), longitudeDeg(row));
  }

  /** The row as a value; for tests and answers, not for hot paths. */
  public GpsFix fix(int row) {
    return new GpsFix(
        Micros.toInstant(timeMicros[row]),
        position(row),
        scaled(accuracyMm[row], 1_000),
        scaled(altitudeCm[row], 100),
        scaled(speedMmps[row], 1_000),
        scaled(bearingCdeg[row], 100),
        uptimeMillis[row] == ABSENT_LONG ? null : uptimeMillis[row],
        provider(row));
  }

  /** When and where the phone was by the row. */
  public Sighting sighting(int row) {
    return sighting(timeMicros[row], latitudeE7[row], longitudeE7[row]);
  }

  /** When and where the phone was last, in whichever order the rows are; empty without any. */
  public Optional<Sighting> lastSighting() {
    int newest = 0;
    for (int row = 1; row < size; row++) {
      newest = compareRows(this, row, this, newest) > 0 ? row : newest;
    }
    return size == 0 ? Optional.empty() : Optional.of(sighting(newest));
  }

  /** When and where the phone was by the numbers of a row. */
  public static Sighting sighting(long timeMicros, int latitudeE7, int longitudeE7) {
    return new Sighting(
        Micros.toInstant(timeMicros),
        new LatLon(latitudeE7 * DEG_PER_E7, longitudeE7 * DEG_PER_E7));
  }

  private static @Nullable Double scaled(int value, int unitsPerOne) {
    return value == ABSENT ? null : (double) value / unitsPerOne;
  }

  /** Orders rows by time, then by every other column, so that a set has one order. */
  public static int compareRows(FixTrack a, int rowOfA, FixTrack b, int rowOfB) {
    int order = Long.compare(a.timeMicros[rowOfA], b.timeMicros[rowOfB]);
    if (order != 0) {
      return order;
    }
    order = Integer.compare(a.latitudeE7[rowOfA], b.latitudeE7[rowOfB]);
    order = order != 0 ? order : Integer.compare(a.longitudeE7[rowOfA], b.longitudeE7[rowOfB]);
    order = order != 0 ? order : Integer.compare(a.accuracyMm[rowOfA], b.accuracyMm[rowOfB]);
    order = order != 0 ? order : Integer.compare(a.altitudeCm[rowOfA], b.altitudeCm[rowOfB]);
    order = order != 0 ? order : Integer.compare(a.speedMmps[rowOfA], b.speedMmps[rowOfB]);
    order = order != 0 ? order : Integer.compare(a.bearingCdeg[rowOfA], b.bearingCdeg[rowOfB]);
    order = order != 0 ? order : Long.compare(a.uptimeMillis[rowOfA], b.uptimeMillis[rowOfB]);
    return order != 0 ? order : Byte.compare(a.provider[rowOfA], b.provider[rowOfB]);
  }

  /** The same rows as a set: in the order of {@link #compareRows}, equal rows once. */
  public FixTrack sortedDistinct() {
    if (isSortedDistinct()) {
      return this;
    }
    var order = new Integer[size];
    Arrays.setAll(order, row -> row);
    Arrays.sort(order, (a, b) -> compareRows(this, a, this, b));
    var builder = new Builder(size);
    for (int i = 0; i < size; i++) {
      if (i == 0 || compareRows(this, order[i - 1], this, order[i]) != 0) {
        builder.addRow(this, order[i]);
      }
    }
    return builder.build();
  }

  private boolean isSortedDistinct() {
    for (int row = 1; row < size; row++) {
      if (compareRows(this, row - 1, this, row) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** The union of two sets that are each in order. */
  public static FixTrack union(FixTrack a, FixTrack b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    var builder = new Builder(a.size + b.size);
    int rowOfA = 0;
    int rowOfB = 0;
    while (rowOfA < a.size && rowOfB < b.size) {
      int order = compareRows(a, rowOfA, b, rowOfB);
      if (order <= 0) {
        builder.addRow(a, rowOfA++);
        rowOfB += order == 0 ? 1 : 0;
      } else {
        builder.addRow(b, rowOfB++);
      }
    }
    while (rowOfA < a.size) {
      builder.addRow(a, rowOfA++);
    }
    while (rowOfB < b.size) {
      builder.addRow(b, rowOfB++);
    }
    return builder.build();
  }

  /** All rows of the tracks, one track after the other. */
  public static FixTrack concat(List<FixTrack> tracks) {
    var builder = new Builder(tracks.stream().mapToInt(FixTrack::size).sum());
    for (var track : tracks) {
      for (int row = 0; row < track.size; row++) {
        builder.addRow(track, row);
      }
    }
    return builder.build();
  }

  /** Rows {@code from} (inclusive) to {@code to} (exclusive). */
  public FixTrack slice(int from, int to) {
    if (from == 0 && to == size) {
      return this;
    }
    var builder = new Builder(to - from);
    for (int row = from; row < to; row++) {
      builder.addRow(this, row);
    }
    return builder.build();
  }

  /** The first row at or after an instant, in a track ordered by time; the size if none is. */
  public int firstRowAtOrAfter(long instantMicros) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timeMicros[middle] < instantMicros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof FixTrack that) || that.size != size) {
      return false;
    }
    for (int row = 0; row < size; row++) {
      if (compareRows(this, row, that, row) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (int row = 0; row < size; row++) {
      hash = 31 * hash + Long.hashCode(timeMicros[row]);
      hash = 31 * hash + latitudeE7[row];
      hash = 31 * hash + longitudeE7[row];
    }
    return hash;
  }

  @Override
  public String toString() {
    return "FixTrack[" + size + " fixes]";
  }

  /** Collects rows; may not be used again after {@link #build}. */
  public static final class Builder {

    private int size;
    private long[] timeMicros;
    private int[] latitudeE7;
    private int[] longitudeE7;
    private int[] accuracyMm;
    private int[] altitudeCm;
    private int[] speedMmps;
    private int[] bearingCdeg;
    private long[] uptimeMillis;
    private byte[] provider;

    public Builder(int capacity) {
      timeMicros = new long[capacity];
      latitudeE7 = new int[capacity];
      longitudeE7 = new int[capacity];
      accuracyMm = new int[capacity];
      altitudeCm = new int[capacity];
      speedMmps = new int[capacity];
      bearingCdeg = new int[capacity];
      uptimeMillis = new long[capacity];
      provider = new byte[capacity];
    }

    public int size() {
      return size;
    }

    public Builder add(GpsFix fix) {
      return addRow(
          Micros.of(fix.time()),
          (int) StrictMath.round(fix.position().latitudeDeg() * 1e7),
          (int) StrictMath.round(fix.position().longitudeDeg() * 1e7),
          fix.accuracyMeters() == null ? ABSENT : Math.max(1, scaled(fix.accuracyMeters(), 1_000)),
          scaled(fix.altitudeMeters(), 100),
          scaled(fix.speedMps(), 1_000),
          scaled(fix.bearingDeg(), 100),
          fix.uptimeMillis() == null ? ABSENT_LONG : fix.uptimeMillis(),
          fix.provider());
    }

    private static int scaled(@Nullable Double value, int unitsPerOne) {
      if (value == null) {
        return ABSENT;
      }
      double units = StrictMath.rint(value * unitsPerOne);
      return (int) Math.clamp(units, Integer.MIN_VALUE + 1.0, Integer.MAX_VALUE);
    }

    /** Adds a row as it is stored; {@link #ABSENT} stands for a missing value. */
    public Builder addRow(
        long rowTimeMicros,
        int rowLatitudeE7,
        int rowLongitudeE7,
        int rowAccuracyMm,
        int rowAltitudeCm,
        int rowSpeedMmps,
        int rowBearingCdeg,
        long rowUptimeMillis,
        LocationProvider rowProvider) {
      int row = nextRow();
      timeMicros[row] = rowTimeMicros;
      latitudeE7[row] = rowLatitudeE7;
      longitudeE7[row] = rowLongitudeE7;
      accuracyMm[row] = rowAccuracyMm;
      altitudeCm[row] = rowAltitudeCm;
      speedMmps[row] = rowSpeedMmps;
      bearingCdeg[row] = rowBearingCdeg;
      uptimeMillis[row] = rowUptimeMillis;
      provider[row] = (byte) rowProvider.ordinal();
      return this;
    }

    /** Adds a row of another track. */
    public Builder addRow(FixTrack track, int from) {
      int row = nextRow();
      timeMicros[row] = track.timeMicros[from];
      latitudeE7[row] = track.latitudeE7[from];
      longitudeE7[row] = track.longitudeE7[from];
      accuracyMm[row] = track.accuracyMm[from];
      altitudeCm[row] = track.altitudeCm[from];
      speedMmps[row] = track.speedMmps[from];
      bearingCdeg[row] = track.bearingCdeg[from];
      uptimeMillis[row] = track.uptimeMillis[from];
      provider[row] = track.provider[from];
      return this;
    }

    public FixTrack build() {
      return new FixTrack(this);
    }

    private int nextRow() {
      if (size == timeMicros.length) {
        int capacity = Math.max(16, size * 2);
        timeMicros = Arrays.copyOf(timeMicros, capacity);
        latitudeE7 = Arrays.copyOf(latitudeE7, capacity);
        longitudeE7 = Arrays.copyOf(longitudeE7, capacity);
        accuracyMm = Arrays.copyOf(accuracyMm, capacity);
        altitudeCm = Arrays.copyOf(altitudeCm, capacity);
        speedMmps = Arrays.copyOf(speedMmps, capacity);
        bearingCdeg = Arrays.copyOf(bearingCdeg, capacity);
        uptimeMillis = Arrays.copyOf(uptimeMillis, capacity);
        provider = Arrays.copyOf(provider, capacity);
      }
      return size++;
    }
  }
}
