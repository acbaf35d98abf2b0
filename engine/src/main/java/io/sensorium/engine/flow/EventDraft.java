package io.sensorium.engine.flow;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.EventId;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.Significance;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.timeline.StoredEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event that is derived but has no id yet.
 *
 * @param lastMicros its end, or the last fix while it goes on
 */
record EventDraft(
    TimelineEvent.Span when,
    long lastMicros,
    AnalysisType analysisType,
    Content content,
    long closedAtMicros,
    long pieceStartMicros,
    long pieceEndMicros,
    String basis) {

  /** What kind of event it is, and what only that kind has. */
  sealed interface Content {
    record Stay(LatLon center, @Nullable String placeName) implements Content {}

    record Move(TransportMode mode, double modeProbabilityRatio, Path path) implements Content {}
  }

  /** A closed transport as it was derived before; its piece may have been closed by another fix. */
  static EventDraft of(StoredEvent stored, long closedAtMicros) {
    if (!(stored.event() instanceof TimelineEvent.Transport transport)) {
      throw new IllegalArgumentException("not a transport: " + stored.event().id());
    }
    var end = Objects.requireNonNull(transport.when().end(), "a closed transport has an end");
    return new EventDraft(
        transport.when(),
        Micros.of(end),
        transport.analysisType(),
        new Content.Move(transport.mode(), transport.modeProbabilityRatio(), stored.path()),
        closedAtMicros,
        stored.pieceStartMicros(),
        stored.pieceEndMicros(),
        stored.basis());
  }

  /** The same, as far as it is known to go on. */
  EventDraft goingOnUntil(long micros) {
    return new EventDraft(
        when,
        micros,
        analysisType,
        content,
        closedAtMicros,
        pieceStartMicros,
        pieceEndMicros,
        basis);
  }

  boolean isStay() {
    return content instanceof Content.Stay;
  }

  StoredEvent withId(EventId id) {
    return switch (content) {
      case Content.Stay(var center, var placeName) ->
          stored(
              new TimelineEvent.Stationary(
                  id, when, analysisType, center, Significance.NONREGULAR, placeName),
              Path.EMPTY);
      case Content.Move(var mode, var probabilityRatio, var path) ->
          stored(
              new TimelineEvent.Transport(
                  id,
                  when,
                  analysisType,
                  mode,
                  probabilityRatio,
                  StrictMath.round(path.lengthMeters())),
              path);
    };
  }

  private StoredEvent stored(TimelineEvent event, Path path) {
    return new StoredEvent(event, closedAtMicros, pieceStartMicros, pieceEndMicros, basis, path);
  }
}
