package io.sensorium.intake.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.airlift.compress.v3.snappy.SnappyJavaCompressor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

/** Writes remote write requests as Prometheus does. */
final class WriteRequests {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static byte[] packed(Consumer<WriteRequests> content) {
    return snappy(message(content));
  }

  static byte[] message(Consumer<WriteRequests> content) {
    var message = new WriteRequests();
    content.accept(message);
    return message.out.toByteArray();
  }

  static byte[] snappy(byte[] bytes) {
    var compressor = new SnappyJavaCompressor();
    var packed = new byte[compressor.maxCompressedLength(bytes.length)];
    int length = compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length);
    return Arrays.copyOf(packed, length);
  }

  /** Names and values by turns, sorted by name. */
  WriteRequests series(Consumer<WriteRequests> samples, String... labels) {
    return field(
        1,
        message(
            series -> {
              for (int at = 0; at < labels.length; at += 2) {
                int label = at;
                series.field(
                    1, message(it -> it.text(1, labels[label]).text(2, labels[label + 1])));
              }
              samples.accept(series);
            }));
  }

  WriteRequests sample(double value, long timeMillis) {
    return sampleOfBits(Double.doubleToRawLongBits(value), timeMillis);
  }

  WriteRequests sampleOfBits(long valueBits, long timeMillis) {
    return field(
        2,
        message(
            sample -> {
              sample.varint((1 << 3) | 1);
              var bits = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
              sample.out.writeBytes(bits.putLong(valueBits).array());
              sample.varint(2 << 3).varint(timeMillis);
            }));
  }

  WriteRequests text(int number, String text) {
    return field(number, text.getBytes(UTF_8));
  }

  WriteRequests field(int number, byte[] content) {
    varint((number << 3) | 2).varint(content.length);
    out.writeBytes(content);
    return this;
  }

  WriteRequests varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }
}
