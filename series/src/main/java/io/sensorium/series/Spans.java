package io.sensorium.series;

import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TimelineEvent.Span;
import java.time.ZoneOffset;

/** When something was, among other bytes. Whether it still goes on is told elsewhere in them. */
final class Spans {

  private Spans() {}

  static void write(ByteWriter out, Span when) {
    long start = Micros.of(when.start());
    var end = when.end();
    out.writeSigned(start)
        .writeSigned(when.startOffset().getTotalSeconds())
        .writeVarint(end == null ? 0 : Micros.of(end) - start)
        .writeSigned(when.endOffset().getTotalSeconds());
  }

  static Span read(ByteReader in, boolean goesOn) {
    long start = in.readSigned();
    var startOffset = readOffset(in);
    long end = start + in.readVarint();
    return new Span(
        Micros.toInstant(start),
        startOffset,
        goesOn ? null : Micros.toInstant(end),
        readOffset(in));
  }

  private static ZoneOffset readOffset(ByteReader in) {
    return ZoneOffset.ofTotalSeconds((int) in.readSigned());
  }
}
