package io.sensorium.core.timeline;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.EventId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a person did during one span of time. Events of one person never overlap. */
public sealed interface TimelineEvent {

  EventId id();

  Span when();

  AnalysisType analysisType();

  /**
   * When an event was, with the local offset of the place at either end.
   *
   * @param end null while the event goes on
   * @param endOffset the offset at the end, or at the last fix while the event goes on
   */
  record Span(Instant start, ZoneOffset startOffset, @Nullable Instant end, ZoneOffset endOffset) {

    public Span {
      if (end != null && end.isBefore(start)) {
        throw new IllegalArgumentException("an event ends before it starts: " + start + ", " + end);
      }
    }

    public OffsetDateTime localStart() {
      return start.atOffset(startOffset);
    }

    /** Null while the event goes on. */
    public @Nullable OffsetDateTime localEnd() {
      return end == null ? null : end.atOffset(endOffset);
    }
  }

  /**
   * The person stayed at one place.
   *
   * @param placeName what the place is called, or null when nobody has told
   */
  record Stationary(
      EventId id,
      Span when,
      AnalysisType analysisType,
      LatLon center,
      Significance significance,
      @Nullable String placeName)
      implements TimelineEvent {}

  /**
   * The person moved from one place to another.
   *
   * @param modeProbabilityRatio how sure the mode is, 0 to 1
   * @param distanceMeters length of the path, as far as it is known
   */
  record Transport(
      EventId id,
      Span when,
      AnalysisType analysisType,
      TransportMode mode,
      double modeProbabilityRatio,
      long distanceMeters)
      implements TimelineEvent {

    public Transport {
      if (!(modeProbabilityRatio >= 0 && modeProbabilityRatio <= 1)) {
        throw new IllegalArgumentException(
            "probability must be within 0..1: " + modeProbabilityRatio);
      }
      if (distanceMeters < 0) {
        throw new IllegalArgumentException("distance must not be negative: " + distanceMeters);
      }
    }
  }
}
