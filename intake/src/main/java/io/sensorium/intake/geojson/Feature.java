package io.sensorium.intake.geojson;

import io.sensorium.intake.files.TrackSink;
import io.sensorium.intake.fix.FixDraft;
import io.sensorium.intake.text.Timestamps;
import org.jspecify.annotations.Nullable;

/** One object of a document, which may turn out to be a feature or a geometry with positions. */
final class Feature {

  private final FixDraft draft = new FixDraft();
  private final Times coordinateTimes = new Times();
  private final Coordinates coordinates = new Coordinates();
  private final Properties properties = new Properties(draft, coordinateTimes);
  private @Nullable String geometryType;

  Coordinates coordinates() {
    return coordinates;
  }

  Properties properties() {
    return properties;
  }

  void setGeometryType(String type) {
    geometryType = type;
  }

  /** Gives each position with its time. Areas are no tracks. */
  void giveTo(TrackSink sink) {
    if (geometryType == null) {
      return;
    }
    switch (geometryType) {
      case "Point" -> givePoint(sink);
      case "LineString", "MultiLineString", "MultiPoint" -> giveLine(sink);
      default -> {
        // areas, collections and what is no geometry at all
      }
    }
  }

  private void givePoint(TrackSink sink) {
    for (int position = 0; position < coordinates.size(); position++) {
      if (coordinateTimes.size() > position) {
        draft.setTimeMicros(coordinateTimes.micros(position));
      }
      give(position, properties.hasUnreadableTime(), sink);
    }
  }

  /** A line's own time is when it began; it says nothing of its positions. */
  private void giveLine(TrackSink sink) {
    for (int position = 0; position < coordinates.size(); position++) {
      boolean hasTime = position < coordinateTimes.size();
      long timeMicros = hasTime ? coordinateTimes.micros(position) : FixDraft.NO_TIME;
      draft.setTimeMicros(timeMicros);
      give(position, hasTime && timeMicros == Timestamps.INVALID, sink);
    }
  }

  private void give(int position, boolean timeIsUnreadable, TrackSink sink) {
    if (timeIsUnreadable) {
      sink.unreadable("time: must be an ISO 8601 time or Unix seconds or milliseconds");
      return;
    }
    draft.setLatitudeDeg(coordinates.latitudeDeg(position));
    draft.setLongitudeDeg(coordinates.longitudeDeg(position));
    if (!Double.isNaN(coordinates.altitudeMeters(position))) {
      draft.setAltitudeMeters(coordinates.altitudeMeters(position));
    }
    sink.point(draft);
  }
}
