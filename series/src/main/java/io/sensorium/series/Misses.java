package io.sensorium.series;

import java.util.Arrays;

/** Codes numbers that a prediction leaves over, in the way that takes the least room. */
final class Misses {
  /*
   * Four ways. All one number: written once. Spread evenly (the jitter of a clock): counted from the
   * least one, in as many bits as their range needs, by a truncated binary code. Gathered around
   * a centre (noise, a walk): Rice coded. Mostly zero (a value that seldom changes): the others with
   * the distances between them. The sizes of the second and third are known without writing.
   */

  private static final int CONSTANT = 0;
  private static final int EVEN = 1;
  private static final int GATHERED = 2;
  private static final int SELDOM = 3;

  private static final long MAX_RANGE = 1L << 31;

  private Misses() {}

  static void write(ByteWriter out, long[] misses, int count) {
    if (count == 0) {
      return;
    }
    long least = misses[0];
    long greatest = misses[0];
    int zeros = 0;
    for (int i = 0; i < count; i++) {
      least = Math.min(least, misses[i]);
      greatest = Math.max(greatest, misses[i]);
      zeros += misses[i] == 0 ? 1 : 0;
    }
    if (least == greatest) {
      out.writeByte(CONSTANT).writeSigned(least);
    } else if (zeros > count - count / 4) {
      writeSeldom(out, misses, count, count - zeros);
    } else {
      long range = greatest - least + 1;
      boolean narrow = range > 0 && range <= MAX_RANGE;
      long centre = centre(misses, count, least);
      if (narrow && evenBits(misses, count, least, range) < gatheredBits(misses, count, centre)) {
        writeEven(out, misses, count, least, range);
      } else {
        writeGathered(out, misses, count, centre);
      }
    }
  }

  /** Reads into {@code misses} from an index on. */
  static void read(ByteReader in, long[] misses, int from, int count) {
    if (count == 0) {
      return;
    }
    int way = in.readByte();
    switch (way) {
      case CONSTANT -> Arrays.fill(misses, from, from + count, in.readSigned());
      case EVEN -> readEven(in, misses, from, count);
      case GATHERED -> readGathered(in, misses, from, count);
      case SELDOM -> readSeldom(in, misses, from, count);
      default -> throw new DamagedBytesException("no such code: " + way);
    }
  }

  /** The rounded mean. */
  private static long centre(long[] misses, int count, long least) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += misses[i] - least;
    }
    return least + Math.round(sum / count);
  }

  private static long evenBits(long[] misses, int count, long least, long range) {
    int width = 63 - Long.numberOfLeadingZeros(range);
    long shorter = (2L << width) - range;
    long bits = (long) count * width;
    for (int i = 0; i < count; i++) {
      bits += misses[i] - least >= shorter ? 1 : 0;
    }
    return bits;
  }

  private static void writeEven(ByteWriter out, long[] misses, int count, long least, long range) {
    out.writeByte(EVEN).writeSigned(least).writeVarint(range);
    int width = 63 - Long.numberOfLeadingZeros(range);
    long shorter = (2L << width) - range;
    for (int i = 0; i < count; i++) {
      long number = misses[i] - least;
      if (number < shorter) {
        out.writeBits(number, width);
      } else {
        number += shorter;
        out.writeBits(number >>> 1, width);
        out.writeBits(number, 1);
      }
    }
    out.flushBits();
  }

  private static void readEven(ByteReader in, long[] misses, int from, int count) {
    long least = in.readSigned();
    long range = in.readVarint();
    if (range < 2 || range > MAX_RANGE) {
      throw new DamagedBytesException("no such range: " + range);
    }
    int width = 63 - Long.numberOfLeadingZeros(range);
    var bits = in.bits();
    bits.readEven(misses, from, count, width, (2L << width) - range, least);
    in.end(bits);
  }

  private static long gatheredBits(long[] misses, int count, long centre) {
    var rice = new Rice();
    long bits = 0;
    for (int i = 0; i < count; i++) {
      bits += rice.bits(ZigZag.encode(misses[i] - centre));
    }
    return bits;
  }

  private static void writeGathered(ByteWriter out, long[] misses, int count, long centre) {
    out.writeByte(GATHERED).writeSigned(centre);
    var rice = new Rice();
    for (int i = 0; i < count; i++) {
      rice.write(out, ZigZag.encode(misses[i] - centre));
    }
    out.flushBits();
  }

  private static void readGathered(ByteReader in, long[] misses, int from, int count) {
    long centre = in.readSigned();
    var bits = in.bits();
    bits.readGathered(misses, from, count, centre);
    in.end(bits);
  }

  private static void writeSeldom(ByteWriter out, long[] misses, int count, int others) {
    out.writeByte(SELDOM).writeVarint(others);
    var distances = new Rice();
    var numbers = new Rice();
    int next = 0;
    for (int i = 0; i < count; i++) {
      if (misses[i] != 0) {
        distances.write(out, i - next);
        numbers.write(out, ZigZag.encode(misses[i]));
        next = i + 1;
      }
    }
    out.flushBits();
  }

  private static void readSeldom(ByteReader in, long[] misses, int from, int count) {
    int others = in.readCount(count);
    Arrays.fill(misses, from, from + count, 0);
    var distances = new Rice();
    var numbers = new Rice();
    var bits = in.bits();
    long at = -1;
    for (int i = 0; i < others; i++) {
      at += 1 + distances.read(bits);
      long number = ZigZag.decode(numbers.read(bits));
      if (at < 0 || at >= count) {
        throw new DamagedBytesException("a number lies outside of its column");
      }
      misses[from + (int) at] = number;
    }
    in.end(bits);
  }
}
