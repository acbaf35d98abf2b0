package io.sensorium.api.people.export;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;

/** Writes fixes as one track of GPX 1.1: place, height and time. */
final class GpxWriter {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gpx version="1.1" creator="Sensorium" xmlns="http://www.topografix.com/GPX/1/1">
      <trk><trkseg>
      """;

  private GpxWriter() {}

  static void begin(Writer out) throws IOException {
    out.write(HEAD);
  }

  static void write(Writer out, FixTrack fixes) throws IOException {
    for (int row = 0; row < fixes.size(); row++) {
      out.write("<trkpt lat=\"" + BigDecimal.valueOf(fixes.latitudeE7(row), 7).toPlainString());
      out.write("\" lon=\"" + BigDecimal.valueOf(fixes.longitudeE7(row), 7).toPlainString());
      out.write("\">");
      if (fixes.altitudeCm(row) != FixTrack.ABSENT) {
        var meters = BigDecimal.valueOf(fixes.altitudeCm(row), 2).toPlainString();
        out.write("<ele>" + meters + "</ele>");
      }
      out.write("<time>" + Micros.toInstant(fixes.timeMicros(row)) + "</time></trkpt>\n");
    }
  }

  static void end(Writer out) throws IOException {
    out.write("</trkseg></trk>\n</gpx>\n");
  }
}
