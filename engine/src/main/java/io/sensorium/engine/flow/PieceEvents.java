package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.analysis.flow.Tail;
import io.sensorium.analysis.legs.Leg;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.archive.ArchiveReader;
import io.sensorium.store.timeline.StoredEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Turns the pieces of the fold into events: a stay is one, a trip one for each of its legs. */
final class PieceEvents {

  private final Derivation derivation;
  private final String basis;
  private final WorkCounts counts;

  PieceEvents(Derivation derivation, WorkCounts counts) {
    this.derivation = derivation;
    this.counts = counts;
    this.basis = derivation.basis();
  }

  /** The versions that events are derived with now. */
  String basis() {
    return basis;
  }

  /** Events of a piece that a fix has closed. */
  List<EventDraft> ofClosed(Refold.Closed closed, UserId user, ArchiveReader archive) {
    return derive(
        closed.piece(), closed.closedAtMicros(), AnalysisType.INDEPTH, false, user, archive);
  }

  /** Events of a piece that may still change. */
  List<EventDraft> ofTail(Tail.Part part, UserId user, ArchiveReader archive) {
    if (part.isOpen() && part.piece() instanceof Piece.Trip trip) {
      return ofOpenTrip(trip, user, archive).events();
    }
    var type = part.state() == Tail.State.HELD ? AnalysisType.INDEPTH : AnalysisType.PRELIMINARY;
    return derive(part.piece(), StoredEvent.OPEN, type, part.isOpen(), user, archive);
  }

  /** What is shown of a trip that goes on. */
  OpenTrip ofOpenTrip(Piece.Trip trip, UserId user, ArchiveReader archive) {
    var fixes = archive.readFixes(user, trip.startMicros(), trip.endMicros());
    var shown = OpenTrip.shown(trip, fixes);
    var events =
        ofTrip(
            shown,
            fixes.slice(0, fixes.firstRowAtOrAfter(shown.endMicros() + 1)),
            archive.readActivity(user, shown.startMicros(), shown.endMicros()),
            StoredEvent.OPEN,
            AnalysisType.PRELIMINARY,
            true);
    return new OpenTrip(shown, OpenTrip.shownStageMicros(trip, fixes), events);
  }

  private List<EventDraft> derive(
      Piece piece,
      long closedAtMicros,
      AnalysisType analysisType,
      boolean open,
      UserId user,
      ArchiveReader archive) {
    return switch (piece) {
      case Piece.Gap _ -> List.of();
      case Piece.Stay stay ->
          List.of(
              new EventDraft(
                  span(stay.startMicros(), stay.center(), stay.endMicros(), stay.center(), open),
                  stay.endMicros(),
                  analysisType,
                  new EventDraft.Content.Stay(
                      Path.rounded(stay.center().latitudeDeg(), stay.center().longitudeDeg())),
                  closedAtMicros,
                  stay.startMicros(),
                  open ? StoredEvent.OPEN : stay.endMicros(),
                  basis));
      case Piece.Trip trip ->
          ofTrip(
              trip,
              archive.readFixes(user, trip.startMicros(), trip.endMicros()),
              archive.readActivity(user, trip.startMicros(), trip.endMicros()),
              closedAtMicros,
              analysisType,
              open);
    };
  }

  private List<EventDraft> ofTrip(
      Piece.Trip trip,
      FixTrack fixes,
      List<ActivitySample> activity,
      long closedAtMicros,
      AnalysisType analysisType,
      boolean open) {
    counts.addTrip(fixes.size());
    return derivation.legs().analyse(trip, fixes, activity).stream()
        .map(leg -> ofLeg(leg, trip, closedAtMicros, analysisType, open))
        .toList();
  }

  private EventDraft ofLeg(
      Leg leg, Piece.Trip trip, long closedAtMicros, AnalysisType analysisType, boolean tripOpen) {
    boolean open = tripOpen && leg.endMicros() == trip.endMicros();
    var points = leg.path().points();
    return new EventDraft(
        span(
            leg.startMicros(),
            points.getFirst().position(),
            leg.endMicros(),
            points.getLast().position(),
            open),
        leg.endMicros(),
        analysisType,
        new EventDraft.Content.Move(
            shown(leg.mode(), analysisType), leg.modeProbabilityRatio(), leg.path()),
        closedAtMicros,
        trip.startMicros(),
        tripOpen ? StoredEvent.OPEN : trip.endMicros(),
        basis);
  }

  /** The API knows running in preliminary events only, and flights in processed ones only. */
  private static TransportMode shown(TransportMode mode, AnalysisType analysisType) {
    return switch (mode) {
      case RUNNING -> analysisType == AnalysisType.PRELIMINARY ? mode : TransportMode.WALKING;
      case FLIGHT -> analysisType == AnalysisType.PROCESSED ? mode : TransportMode.OTHER;
      default -> mode;
    };
  }

  private TimelineEvent.Span span(
      long startMicros, LatLon from, long endMicros, LatLon to, boolean open) {
    return new TimelineEvent.Span(
        instant(startMicros),
        offset(startMicros, from),
        open ? null : instant(endMicros),
        offset(endMicros, to));
  }

  /* Cut to what the API shows, so that an event is found by the start that was shown. */
  private static Instant instant(long micros) {
    return Micros.toInstant(micros).truncatedTo(ChronoUnit.MILLIS);
  }

  private ZoneOffset offset(long atMicros, LatLon place) {
    return derivation.zones().zoneAt(place).getRules().getOffset(Micros.toInstant(atMicros));
  }
}
