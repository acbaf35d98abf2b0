package io.sensorium.engine.flow;

import io.sensorium.analysis.correction.UserCorrections;
import io.sensorium.analysis.flow.Piece;
import io.sensorium.analysis.legs.Leg;
import io.sensorium.analysis.matching.RoadMatcher;
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
  private final WorkCounts counts;

  PieceEvents(Derivation derivation, WorkCounts counts) {
    this.derivation = derivation;
    this.counts = counts;
  }

  /** The versions that trips are derived by now. */
  String basisOfTrips() {
    return derivation.ofTrip().basis();
  }

  /** Events of a piece, as the person corrected them. */
  List<EventDraft> of(
      FoundPiece found, UserCorrections corrections, UserId user, ArchiveReader archive) {
    return switch (found.piece()) {
      case Piece.Gap _ -> List.of();
      case Piece.Stay stay -> List.of(ofStay(stay, found, corrections));
      case Piece.Trip trip ->
          found.open()
              ? ofOpenTrip(trip, found, corrections, user, archive).events()
              : ofTrip(
                  trip,
                  found,
                  corrections,
                  archive.readFixes(user, trip.startMicros(), trip.endMicros()),
                  archive.readActivity(user, trip.startMicros(), trip.endMicros()));
    };
  }

  /** What is shown of a trip that goes on, as the person corrected it. */
  OpenTrip ofOpenTrip(
      Piece.Trip trip,
      FoundPiece found,
      UserCorrections corrections,
      UserId user,
      ArchiveReader archive) {
    var fixes = archive.readFixes(user, trip.startMicros(), trip.endMicros());
    var shown = OpenTrip.shown(trip, fixes);
    var events =
        ofTrip(
            shown,
            found,
            corrections,
            fixes.slice(0, fixes.firstRowAtOrAfter(shown.endMicros() + 1)),
            archive.readActivity(user, shown.startMicros(), shown.endMicros()));
    return new OpenTrip(shown, OpenTrip.shownStageMicros(trip, fixes), events);
  }

  private EventDraft ofStay(Piece.Stay stay, FoundPiece found, UserCorrections corrections) {
    var center = stay.center();
    return new EventDraft(
        span(stay.startMicros(), center, stay.endMicros(), center, found.open()),
        stay.endMicros(),
        found.analysisType(),
        new EventDraft.Content.Stay(
            Path.rounded(center.latitudeDeg(), center.longitudeDeg()),
            corrections.placeOf(stay.startMicros(), stay.endMicros()).orElse(null)),
        found.closedAtMicros(),
        stay.startMicros(),
        found.open() ? StoredEvent.OPEN : stay.endMicros(),
        derivation.basisOfStays());
  }

  private List<EventDraft> ofTrip(
      Piece.Trip trip,
      FoundPiece found,
      UserCorrections corrections,
      FixTrack fixes,
      List<ActivitySample> activity) {
    counts.addTrip(fixes.size());
    var by = derivation.ofTrip();
    return by.legs().analyse(trip, fixes, activity).stream()
        .filter(leg -> !leg.path().points().isEmpty()) // a stay that was none may have no fix in it
        .map(leg -> ofLeg(leg, trip, found, corrections, fixes, by))
        .toList();
  }

  private EventDraft ofLeg(
      Leg leg,
      Piece.Trip trip,
      FoundPiece found,
      UserCorrections corrections,
      FixTrack fixes,
      Derivation.OfTrip by) {
    boolean open = found.open() && leg.endMicros() == trip.endMicros();
    var points = leg.path().points();
    return new EventDraft(
        span(
            leg.startMicros(),
            points.getFirst().position(),
            leg.endMicros(),
            points.getLast().position(),
            open),
        leg.endMicros(),
        found.analysisType(),
        onRoads(move(leg, found, corrections), found, fixes, by.roads()),
        found.closedAtMicros(),
        trip.startMicros(),
        found.open() ? StoredEvent.OPEN : trip.endMicros(),
        by.basis());
  }

  private static EventDraft.Content.Move move(
      Leg leg, FoundPiece found, UserCorrections corrections) {
    return corrections
        .modeOf(leg.startMicros(), leg.endMicros())
        .map(mode -> new EventDraft.Content.Move(mode, 1, leg.path()))
        .orElseGet(() -> analysed(leg, found.analysisType()));
  }

  /** The way of what is closed follows the roads; what goes on is shown as it was travelled. */
  private static EventDraft.Content.Move onRoads(
      EventDraft.Content.Move move, FoundPiece found, FixTrack fixes, RoadMatcher roads) {
    return found.analysisType() == AnalysisType.PRELIMINARY
        ? move
        : new EventDraft.Content.Move(
            move.mode(), move.modeProbabilityRatio(), roads.match(move.mode(), move.path(), fixes));
  }

  private static EventDraft.Content.Move analysed(Leg leg, AnalysisType analysisType) {
    return new EventDraft.Content.Move(
        shown(leg.mode(), analysisType), leg.modeProbabilityRatio(), leg.path());
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
