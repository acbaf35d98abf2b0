package io.sensorium.series;

import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.List;

/** Motion chunks as bytes; each axis is a column. Times have microseconds. */
public final class MotionCodec {

  private static final int MAX_SAMPLES = 1 << 22;
  private static final int AXES = 3;

  /** Reads one number of a chunk. */
  private interface Axis {
    float at(int sample, int axis);
  }

  private MotionCodec() {}

  public static byte[] encode(List<MotionChunk> chunks) {
    var out = Frame.start(Frame.Format.MOTION, 1024);
    write(out, chunks);
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static List<MotionChunk> decode(byte[] bytes) {
    return read(Frame.open(Frame.Format.MOTION, bytes));
  }

  static void write(ByteWriter out, List<MotionChunk> chunks) {
    out.writeVarint(chunks.size());
    for (var chunk : chunks) {
      out.writeLong(Micros.of(chunk.start()));
      out.writeReal(chunk.rateHz());
      out.writeVarint(chunk.sampleCount()).writeByte(chunk.hasRotation() ? 1 : 0);
      writeAxes(out, chunk.sampleCount(), chunk::accelerationMps2);
      if (chunk.hasRotation()) {
        writeAxes(out, chunk.sampleCount(), chunk::rotationRadps);
      }
    }
  }

  static List<MotionChunk> read(ByteReader in) {
    int count = in.readCount(in.remaining());
    var chunks = new ArrayList<MotionChunk>();
    for (int i = 0; i < count; i++) {
      var start = Micros.toInstant(in.readLong());
      double rateHz = in.readReal();
      int sampleCount = in.readCount(MAX_SAMPLES);
      boolean hasRotation = in.readByte() == 1;
      var acceleration = readAxes(in, sampleCount);
      chunks.add(
          new MotionChunk(
              start, rateHz, acceleration, hasRotation ? readAxes(in, sampleCount) : null));
    }
    return chunks;
  }

  private static void writeAxes(ByteWriter out, int sampleCount, Axis values) {
    var column = new float[sampleCount];
    for (int axis = 0; axis < AXES; axis++) {
      for (int sample = 0; sample < sampleCount; sample++) {
        column[sample] = values.at(sample, axis);
      }
      RealColumn.writeFloats(out, column, sampleCount);
    }
  }

  private static float[] readAxes(ByteReader in, int sampleCount) {
    var values = new float[AXES * sampleCount];
    var column = new float[sampleCount];
    for (int axis = 0; axis < AXES; axis++) {
      RealColumn.readFloats(in, column, sampleCount);
      for (int sample = 0; sample < sampleCount; sample++) {
        values[AXES * sample + axis] = column[sample];
      }
    }
    return values;
  }
}
