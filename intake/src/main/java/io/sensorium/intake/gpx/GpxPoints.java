package io.sensorium.intake.gpx;

import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.files.TrackSink;
import io.sensorium.intake.fix.FixDraft;
import io.sensorium.intake.text.Decimals;
import io.sensorium.intake.text.Timestamps;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One pass over the points of one document. */
final class GpxPoints {

  /** What one unit of horizontal dilution is taken for; as phones' loggers write it. */
  private static final double METERS_PER_HDOP = 5;

  private static final int MAX_DEPTH = 64;
  private static final int MAX_NAMES = 10_000;
  private static final int MAX_TEXT_LENGTH = 64;

  private final XMLStreamReader xml;
  private final WatchedInput input;
  private final TrackSink sink;
  private final FixDraft draft = new FixDraft();
  private final Set<String> names = new HashSet<>();
  private final char[] text = new char[MAX_TEXT_LENGTH];
  private int textLength;
  private int depth;
  private int pointDepth;
  private @Nullable String problem;

  GpxPoints(XMLStreamReader xml, WatchedInput input, TrackSink sink) {
    this.xml = xml;
    this.input = input;
    this.sink = sink;
  }

  void read() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      input.progress();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> start(withoutPrefix(xml.getLocalName()));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
        case XMLStreamConstants.END_ELEMENT -> end(withoutPrefix(xml.getLocalName()));
        case XMLStreamConstants.DTD -> throw malformed("a document type is not allowed");
        default -> {
          // comments and instructions mean nothing here
        }
      }
    }
  }

  private void start(String name) {
    depth++;
    if (depth > MAX_DEPTH) {
      throw malformed("elements lie more than " + MAX_DEPTH + " deep");
    }
    if (depth == 1 && !name.equals("gpx")) {
      throw malformed("the document is not GPX but " + shortened(name));
    }
    rememberNames();
    textLength = 0;
    if (pointDepth == 0 && isPoint(name)) {
      startPoint();
    }
  }

  /*
   * The parser keeps every name that it sees. A document of ever new names would fill the memory,
   * so there is an end to them.
   */
  private void rememberNames() {
    names.add(xml.getLocalName());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      names.add(xml.getAttributeLocalName(i));
    }
    if (names.size() > MAX_NAMES) {
      throw malformed("more than " + MAX_NAMES + " different names");
    }
  }

  private static boolean isPoint(String name) {
    return name.equals("trkpt") || name.equals("rtept") || name.equals("wpt");
  }

  private void startPoint() {
    pointDepth = depth;
    problem = null;
    draft.clear();
    draft.setLatitudeDeg(angle("lat"));
    draft.setLongitudeDeg(angle("lon"));
  }

  private double angle(String attribute) {
    String value = xml.getAttributeValue(null, attribute);
    double angleDeg = value == null ? Double.NaN : Decimals.parse(value);
    if (value != null && Double.isNaN(angleDeg)) {
      problem = attribute + ": must be a number";
    }
    return angleDeg;
  }

  private void characters() {
    if (pointDepth == 0) {
      return;
    }
    int length = Math.min(xml.getTextLength(), MAX_TEXT_LENGTH - textLength);
    System.arraycopy(xml.getTextCharacters(), xml.getTextStart(), text, textLength, length);
    textLength += length;
  }

  private void end(String name) {
    if (depth == pointDepth) {
      endPoint();
    } else if (pointDepth > 0) {
      endValue(name);
    }
    textLength = 0;
    depth--;
  }

  private void endValue(String name) {
    switch (name) {
      case "time" -> endTime();
      case "ele" -> draft.setAltitudeMeters(number());
      case "hdop" -> draft.setAccuracyMeters(number() * METERS_PER_HDOP);
      case "speed" -> draft.setSpeedMps(number());
      case "course" -> draft.setBearingDeg(number());
      default -> {
        // an element that is not known means nothing here
      }
    }
  }

  private void endTime() {
    if (depth != pointDepth + 1) {
      return; // another time, in an extension
    }
    long timeMicros = Timestamps.parseLenient(new String(text, 0, textLength));
    if (timeMicros == Timestamps.INVALID) {
      problem = "time: must be an ISO 8601 time";
    }
    draft.setTimeMicros(timeMicros);
  }

  private void endPoint() {
    pointDepth = 0;
    if (problem == null) {
      sink.point(draft);
    } else {
      sink.unreadable(problem);
    }
  }

  private double number() {
    return Decimals.parse(new String(text, 0, textLength));
  }

  private static String withoutPrefix(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(name.length(), 40));
  }

  private MalformedInputException malformed(String what) {
    Location at = xml.getLocation();
    return new MalformedInputException(what, at.getLineNumber(), at.getColumnNumber());
  }
}
