package io.sensorium.series;

import io.sensorium.core.measurement.Series;

/**
 * What the values of some rows have in common. Blank rows are left out. For one thread while it is
 * added to.
 */
public final class SeriesSummary {

  private static final int RAW = 15;

  private long count;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private long minTimeMicros = Long.MAX_VALUE;
  private long maxTimeMicros = Long.MAX_VALUE;
  private final ExactSum sum;

  public SeriesSummary() {
    this(new ExactSum());
  }

  private SeriesSummary(ExactSum sum) {
    this.sum = sum;
  }

  static SeriesSummary of(Series rows, int from, int to) {
    var summary = new SeriesSummary();
    for (int row = from; row < to; row++) {
      summary.add(rows.timeMicros(row), rows.value(row));
    }
    return summary;
  }

  /** Adds a row; NaN, the value of a blank, changes nothing. */
  public void add(long timeMicros, double value) {
    if (Double.isNaN(value)) {
      return;
    }
    count++;
    sum.add(value);
    include(value, timeMicros, value, timeMicros);
  }

  /** Adds rows of a block from {@code from} on, up to but not {@code to}. */
  public void addAll(SeriesValues rows, int from, int to) {
    if (!rows.isScaled()) {
      for (int row = from; row < to; row++) {
        add(rows.timeMicros(row), rows.value(row));
      }
      return;
    }
    for (int row = from; row < to; row += ExactSum.MOST_SUMMED) {
      addScaled(rows, row, Math.min(to, row + ExactSum.MOST_SUMMED));
    }
  }

  private void addScaled(SeriesValues rows, int from, int to) {
    int least = from;
    int greatest = from;
    long leastScaled = rows.scaled(from);
    long greatestScaled = leastScaled;
    long total = 0;
    for (int row = from; row < to; row++) {
      long scaled = rows.scaled(row);
      total += scaled;
      if (scaled < leastScaled) {
        leastScaled = scaled;
        least = row;
      } else if (scaled > greatestScaled) {
        greatestScaled = scaled;
        greatest = row;
      }
    }
    count += to - from;
    sum.addScaled(total, rows.power());
    include(
        rows.value(least), rows.timeMicros(least), rows.value(greatest), rows.timeMicros(greatest));
  }

  public void add(SeriesSummary other) {
    if (other.count > 0) {
      count += other.count;
      sum.add(other.sum);
      include(other.min, other.minTimeMicros, other.max, other.maxTimeMicros);
    }
  }

  /** Rows with a value. */
  public long count() {
    return count;
  }

  /** The least value; infinite when there are no rows. */
  public double min() {
    return min;
  }

  public double max() {
    return max;
  }

  /** The first date with the least value. */
  public long minTimeMicros() {
    return minTimeMicros;
  }

  /** The first date with the greatest value. */
  public long maxTimeMicros() {
    return maxTimeMicros;
  }

  /** The mean of the values, of which there must be any; it depends on nothing else. */
  public double mean() {
    return sum.dividedBy(count);
  }

  /** Whether the other one tells the same. */
  public boolean isLike(SeriesSummary other) {
    return count == other.count
        && Double.compare(min, other.min) == 0
        && Double.compare(max, other.max) == 0
        && minTimeMicros == other.minTimeMicros
        && maxTimeMicros == other.maxTimeMicros
        && sum.toBigDecimal().compareTo(other.sum.toBigDecimal()) == 0;
  }

  void write(ByteWriter out, long firstMicros) {
    out.writeVarint(count);
    if (count == 0) {
      return;
    }
    int power = Math.max(Decimals.powerOf(min), Decimals.powerOf(max));
    long least = power < 0 ? Decimals.NONE : Decimals.scaled(min, power);
    long greatest = power < 0 ? Decimals.NONE : Decimals.scaled(max, power);
    if (least == Decimals.NONE || greatest == Decimals.NONE) {
      out.writeByte(RAW);
      out.writeReal(min).writeReal(max);
    } else {
      out.writeByte(power).writeSigned(least).writeVarint(greatest - least);
    }
    out.writeVarint(minTimeMicros - firstMicros).writeVarint(maxTimeMicros - firstMicros);
    sum.write(out);
  }

  static SeriesSummary read(ByteReader in, long firstMicros) {
    long count = in.readVarint();
    if (count == 0) {
      return new SeriesSummary();
    }
    int power = in.readByte();
    double min;
    double max;
    if (power == RAW) {
      min = in.readReal();
      max = in.readReal();
    } else if (power <= Decimals.MAX_POWER) {
      long least = in.readSigned();
      min = Decimals.value(least, power);
      max = Decimals.value(least + in.readVarint(), power);
    } else {
      throw new DamagedBytesException("no such power of ten: " + power);
    }
    long minTimeMicros = firstMicros + in.readVarint();
    long maxTimeMicros = firstMicros + in.readVarint();
    var summary = new SeriesSummary(ExactSum.read(in));
    summary.count = count;
    summary.include(min, minTimeMicros, max, maxTimeMicros);
    return summary;
  }

  private void include(double least, long leastMicros, double greatest, long greatestMicros) {
    if (least < min || (least == min && leastMicros < minTimeMicros)) {
      min = least;
      minTimeMicros = leastMicros;
    }
    if (greatest > max || (greatest == max && greatestMicros < maxTimeMicros)) {
      max = greatest;
      maxTimeMicros = greatestMicros;
    }
  }
}
