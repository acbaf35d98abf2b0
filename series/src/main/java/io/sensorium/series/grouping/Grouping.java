package io.sensorium.series.grouping;

import io.sensorium.core.time.Micros;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Groups of one width, laid over all time: those below a day from the start of 1970 in UTC on, the
 * others from the start of 1970 by the clocks of a zone, so that days begin when they do there.
 *
 * @param minutes the width, by the clock where it is a day or more: a day with a change to summer
 *     time has 23 hours
 */
public record Grouping(long minutes, ZoneId zone) {

  private static final long MINUTES_PER_DAY = 1_440;
  private static final long AUTOMATIC_COUNT = 200;

  /** Widths to choose from; beyond the last one each is double the one before. */
  private static final long[] WIDTHS = {
    1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1_440
  };

  private static final long MAX_MINUTES = 1L << 31;

  public Grouping {
    if (minutes < 1 || minutes > MAX_MINUTES) {
      throw new IllegalArgumentException("no such width: " + minutes);
    }
  }

  /** Of the width that gives about 200 groups. */
  public static Grouping automatic(long fromMicros, long toMicros, ZoneId zone) {
    return nearest(fromMicros, toMicros, AUTOMATIC_COUNT, zone);
  }

  /** Of the width whose number of groups is, as a ratio, nearest to the one wished. */
  public static Grouping nearest(long fromMicros, long toMicros, long count, ZoneId zone) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be positive: " + count);
    }
    double wish = (double) Math.max(1, toMicros - fromMicros) / Micros.PER_MINUTE / count;
    int next = Arrays.binarySearch(WIDTHS, (long) Math.ceil(wish));
    next = next >= 0 ? next : -next - 1;
    if (next == 0) {
      return new Grouping(WIDTHS[0], zone);
    }
    long narrow = WIDTHS[next - 1];
    long wide = next < WIDTHS.length ? WIDTHS[next] : 2 * narrow;
    while (wide < wish) {
      narrow = wide;
      wide = 2 * narrow;
    }
    return new Grouping(wish / narrow <= wide / wish ? narrow : wide, zone);
  }

  /** When the group begins that holds an instant. */
  public long startOf(long micros) {
    return start(indexOf(micros));
  }

  /** How many groups have a part in a period that is not empty. */
  public long count(long fromMicros, long toMicros) {
    return indexOf(toMicros - 1) - indexOf(fromMicros) + 1;
  }

  /**
   * Where the groups of a period begin, and at last where the last one ends. The first and the last
   * are cut to the period; {@link #startOf} tells when the first would begin.
   */
  public long[] bounds(long fromMicros, long toMicros) {
    if (fromMicros >= toMicros) {
      return new long[] {fromMicros};
    }
    long first = indexOf(fromMicros);
    int count = Math.toIntExact(count(fromMicros, toMicros));
    var bounds = new long[count + 1];
    Arrays.setAll(bounds, i -> start(first + i));
    bounds[0] = fromMicros;
    bounds[count] = toMicros;
    return bounds;
  }

  private long indexOf(long micros) {
    if (minutes < MINUTES_PER_DAY) {
      return Math.floorDiv(micros, minutes * Micros.PER_MINUTE);
    }
    var local = LocalDateTime.ofInstant(Micros.toInstant(micros), zone);
    long index =
        Math.floorDiv(
            local.toEpochSecond(ZoneOffset.UTC), minutes * Micros.PER_MINUTE / Micros.PER_SECOND);
    return start(index + 1) <= micros ? index + 1 : index; // clocks that were turned back
  }

  private long start(long index) {
    if (minutes < MINUTES_PER_DAY) {
      return index * minutes * Micros.PER_MINUTE;
    }
    var rules = zone.getRules();
    if (rules.isFixedOffset()) {
      int offsetSeconds = rules.getOffset(Instant.EPOCH).getTotalSeconds();
      return index * minutes * Micros.PER_MINUTE - offsetSeconds * Micros.PER_SECOND;
    }
    var local = LocalDateTime.of(1970, 1, 1, 0, 0).plusMinutes(index * minutes);
    var offsets = rules.getValidOffsets(local);
    var instant =
        offsets.isEmpty()
            ? rules.getTransition(local).getInstant() // a time that the clocks leave out
            : local.toInstant(offsets.getFirst());
    return Micros.of(instant);
  }
}
