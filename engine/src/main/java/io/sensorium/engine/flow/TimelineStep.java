package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.analysis.flow.Tail;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.archive.ArchiveDraft;
import io.sensorium.store.timeline.Folds;
import io.sensorium.store.timeline.StoredEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The timeline's part of a step: which events go, and what comes in their place. */
final class TimelineStep {

  private final UserState before;
  private final ArchiveDraft draft;
  private final NewItems added;
  private final CorrectionsSeen corrections;
  private final FoldStep fold;
  private final Tail tail;
  private final Folds folds;
  private final List<StoredEvent> outdated;
  private final List<StoredEvent> oldClosed;
  private final List<FoundPiece> closed;
  private final List<FoundPiece> open;

  /**
   * @param outdated events of one closed trip that is derived again although nothing is new in it
   */
  TimelineStep(
      UserState before,
      ArchiveDraft draft,
      NewItems added,
      CorrectionsSeen corrections,
      FoldStep fold,
      long tickMicros,
      Folds folds,
      List<StoredEvent> outdated) {
    this.before = before;
    this.draft = draft;
    this.added = added;
    this.corrections = corrections;
    this.fold = fold;
    this.tail = fold.cursor().tail(tickMicros);
    this.folds = folds;
    this.outdated = List.copyOf(outdated);
    this.oldClosed = fold.refolded() ? closedWithin() : List.of();
    var foundClosed = fold.closed().stream().map(FoundPiece::of).toList();
    var foundOpen = tail.pieces().stream().map(FoundPiece::of).toList();
    if (fold.reachedEnd()) {
      this.closed = List.of();
      this.open = joined(foundClosed, foundOpen);
    } else {
      this.closed = joined(foundClosed, List.of());
      this.open = joined(foundOpen, List.of());
    }
  }

  private List<FoundPiece> joined(List<FoundPiece> pieces, List<FoundPiece> more) {
    var all = new ArrayList<>(pieces);
    all.addAll(more);
    return JoinedPieces.of(all, corrections.inForce());
  }

  private List<StoredEvent> closedWithin() {
    if (fold.resumedAtMicros() == before.head().lastTimeMicros()) {
      return List.of(); // new fixes follow all others: there is nothing to replace
    }
    long upTo = Math.min(fold.stoppedAtMicros(), StoredEvent.OPEN - 1);
    return folds.listEventsClosedWithin(draft.user(), fold.resumedAtMicros(), upTo);
  }

  FoldStep fold() {
    return fold;
  }

  Tail tail() {
    return tail;
  }

  /** What must be folded too, because a joined trip lies across the end of what was folded. */
  Optional<Extent> missing() {
    if (!corrections.mayJoin()) {
      return Optional.empty();
    }
    var seams = new Seams(folds, draft.user(), fold, oldClosed, before.openEvents());
    if (fold.reachedEnd()) {
      var old = new ArrayList<>(oldClosed);
      old.addAll(before.openEvents());
      return foldedAll()
          ? Optional.empty()
          : seams.before(open, old).map(start -> new Extent(start, start));
    }
    var missing = Extent.EMPTY;
    var beforeClosed = foldedAll() ? Optional.<Long>empty() : seams.before(closed, oldClosed);
    var behindClosed = seams.behind(closed);
    var beforeTail = seams.before(open, before.openEvents());
    if (beforeClosed.isPresent()) {
      missing = missing.and(new Extent(beforeClosed.get(), beforeClosed.get()));
    }
    if (behindClosed.isPresent()) {
      missing = missing.and(new Extent(behindClosed.get(), behindClosed.get()));
    }
    if (beforeTail.isPresent()) {
      missing = missing.and(new Extent(beforeTail.get(), Long.MAX_VALUE));
    }
    if (tailTouchesClosed()) {
      missing = missing.and(new Extent(Long.MAX_VALUE, Long.MAX_VALUE));
    }
    return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
  }

  private boolean foldedAll() {
    return fold.resumedAtMicros() == Long.MIN_VALUE;
  }

  private boolean tailTouchesClosed() {
    return !closed.isEmpty()
        && !open.isEmpty()
        && JoinedPieces.touch(closed.getLast(), open.getFirst());
  }

  /** What is shown of the trip that goes on, worked out anew only when that is due. */
  Optional<OpenTrip> openTrip(PieceEvents pieceEvents) {
    if (open.isEmpty()
        || !open.getLast().open()
        || !(open.getLast().piece() instanceof Piece.Trip trip)) {
      return Optional.empty();
    }
    var known = before.openTrip();
    return Optional.of(
        known != null
                && known.stillShows(trip, added, corrections)
                && known.isOf(pieceEvents.basisOfTrips())
            ? known
            : pieceEvents.ofOpenTrip(
                trip, open.getLast(), corrections.inForce(), draft.user(), draft));
  }

  /**
   * Derives the events in place of the old ones.
   *
   * @param openTrip what is shown of the trip that goes on; null when there is none
   */
  TimelineChange change(PieceEvents pieceEvents, @Nullable OpenTrip openTrip) {
    var change = new TimelineChange(before.head().lastTimeMicros());
    change.replace(oldClosed, List.of());
    for (var trip : touchedTrips()) {
      change.replace(trip, rederived(trip, pieceEvents));
    }
    if (!outdated.isEmpty()) {
      change.replace(outdated, rederived(outdated, pieceEvents));
    }
    change.replace(before.openEvents(), events(pieceEvents, openTrip));
    return change;
  }

  private List<EventDraft> events(PieceEvents pieceEvents, @Nullable OpenTrip openTrip) {
    var indepth = unchanged(AnalysisType.INDEPTH, pieceEvents.basisOfTrips());
    var preliminary = unchanged(AnalysisType.PRELIMINARY, pieceEvents.basisOfTrips());
    var events = new ArrayList<EventDraft>();
    for (var found : joined()) {
      if (found.open() && openTrip != null) {
        events.addAll(openTrip.eventsUntil(found.piece().endMicros()));
      } else {
        var unchanged = found.analysisType() == AnalysisType.INDEPTH ? indepth : preliminary;
        var known = unchanged.find(found.piece(), found.closedAtMicros());
        events.addAll(known.isEmpty() ? derived(found, pieceEvents) : known);
      }
    }
    return events;
  }

  private UnchangedTrips unchanged(AnalysisType type, String basis) {
    var same =
        Stream.concat(oldClosed.stream(), before.openEvents().stream())
            .filter(stored -> stored.event().analysisType() == type)
            .toList();
    return new UnchangedTrips(same, added, corrections, basis);
  }

  private List<FoundPiece> joined() {
    var all = new ArrayList<>(closed);
    all.addAll(open);
    return all;
  }

  private List<EventDraft> derived(FoundPiece found, PieceEvents pieceEvents) {
    return pieceEvents.of(found, corrections.inForce(), draft.user(), draft);
  }

  /**
   * Trips that something new falls into, but that are closed behind the range that was folded: the
   * fold was equal again while it still held them.
   */
  private Iterable<List<StoredEvent>> touchedTrips() {
    var extent = added.extent();
    if (extent.isEmpty() || fold.reachedEnd()) {
      return List.of();
    }
    var trips = new LinkedHashMap<Long, List<StoredEvent>>();
    for (var stored :
        folds.listEventsOverlapping(draft.user(), extent.firstMicros(), extent.lastMicros())) {
      if (stored.event() instanceof TimelineEvent.Transport
          && stored.closedAtMicros() != StoredEvent.OPEN
          && stored.closedAtMicros() > fold.stoppedAtMicros()
          && added.anyWithin(stored.pieceStartMicros(), stored.pieceEndMicros())) {
        trips.computeIfAbsent(stored.pieceStartMicros(), _ -> new ArrayList<>()).add(stored);
      }
    }
    return trips.values();
  }

  private List<EventDraft> rederived(List<StoredEvent> tripEvents, PieceEvents pieceEvents) {
    var any = tripEvents.getFirst();
    var trip = new Piece.Trip(any.pieceStartMicros(), any.pieceEndMicros());
    var closedTrip = new Refold.Closed(trip, any.closedAtMicros());
    return derived(FoundPiece.of(closedTrip), pieceEvents);
  }
}
