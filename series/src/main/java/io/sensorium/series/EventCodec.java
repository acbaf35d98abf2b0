package io.sensorium.series;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.EventId;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.Significance;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TimelineEvent.Stationary;
import io.sensorium.core.timeline.TimelineEvent.Transport;
import io.sensorium.core.timeline.TransportMode;

/** Events of a timeline as bytes, one at a time. */
public final class EventCodec {

  private static final int TRANSPORT = 1;
  private static final int GOES_ON = 2;
  private static final int NAMED = 4;
  private static final int CAPACITY = 160;

  private static final AnalysisType[] ANALYSES = AnalysisType.values();
  private static final Significance[] SIGNIFICANCES = Significance.values();
  private static final TransportMode[] MODES = TransportMode.values();

  private EventCodec() {}

  public static byte[] encode(TimelineEvent event) {
    var out = Frame.start(Frame.Format.EVENT, CAPACITY);
    out.writeByte(flags(event)).writeText(event.id().value());
    Spans.write(out, event.when());
    out.writeByte(event.analysisType().ordinal());
    switch (event) {
      case Stationary stay -> writeStay(out, stay);
      case Transport transport ->
          out.writeByte(transport.mode().ordinal())
              .writeReal(transport.modeProbabilityRatio())
              .writeVarint(transport.distanceMeters());
    }
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static TimelineEvent decode(byte[] bytes) {
    var in = Frame.open(Frame.Format.EVENT, bytes);
    int flags = in.readByte();
    var id = new EventId(in.readText());
    var when = Spans.read(in, (flags & GOES_ON) != 0);
    var analysis = in.readOneOf(ANALYSES);
    if ((flags & TRANSPORT) != 0) {
      var mode = in.readOneOf(MODES);
      return new Transport(id, when, analysis, mode, in.readReal(), in.readVarint());
    }
    var center = new LatLon(in.readReal(), in.readReal());
    var significance = in.readOneOf(SIGNIFICANCES);
    var placeName = (flags & NAMED) != 0 ? in.readText() : null;
    return new Stationary(id, when, analysis, center, significance, placeName);
  }

  private static void writeStay(ByteWriter out, Stationary stay) {
    out.writeReal(stay.center().latitudeDeg())
        .writeReal(stay.center().longitudeDeg())
        .writeByte(stay.significance().ordinal());
    var placeName = stay.placeName();
    if (placeName != null) {
      out.writeText(placeName);
    }
  }

  private static int flags(TimelineEvent event) {
    int flags = event.when().end() == null ? GOES_ON : 0;
    return switch (event) {
      case Transport _ -> flags | TRANSPORT;
      case Stationary stay -> stay.placeName() == null ? flags : flags | NAMED;
    };
  }
}
