package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.analysis.flow.Piece;
import io.sensorium.analysis.flow.Tail;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.archive.Archive;
import io.sensorium.store.archive.ArchiveDraft;
import io.sensorium.store.inbox.InboxEntry;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Folds;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.StoredEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mobility flow: folds what came in for a user into the user's timeline, one step at a time.
 *
 * <p>A step reads what it needs, decides by pure functions what changes, and commits that as one
 * revision. Safe for use by many threads as long as one at a time works on a user.
 */
public final class MobilityFlow {

  private static final List<EventDraft> NONE = List.of();

  private final Archive archive;
  private final Folds folds;
  private final PieceEvents pieceEvents;
  private final FoldStates states;
  private final FoldHead nothing;
  private final IdSource ids;
  private final UserCache cache;
  private final WorkCounts counts = new WorkCounts();

  /**
   * @param cachedUsers how many users' states are kept in memory between steps, a few KB each
   */
  public MobilityFlow(
      Archive archive, Folds folds, Derivation derivation, IdSource ids, int cachedUsers) {
    this.archive = archive;
    this.folds = folds;
    this.pieceEvents = new PieceEvents(derivation, counts);
    this.states = new FoldStates(derivation.foldVersion());
    this.nothing =
        new FoldHead(
            states.of(FoldCursor.start()), Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, 0);
    this.ids = ids;
    this.cache = new UserCache(cachedUsers);
  }

  /** Folds the entries, looks at the open events as of {@code tickMicros}, and commits. */
  public void step(UserId user, List<InboxEntry> entries, long tickMicros) {
    var before = cache.take(user).orElseGet(() -> read(user));
    var draft =
        archive.draft(user, Signals.concat(entries.stream().map(InboxEntry::signals).toList()));
    var fold = FoldStep.run(before, draft, folds, states);
    var tail = fold.cursor().tail(Math.max(tickMicros, before.head().tickMicros()));
    counts.addFold(fold.foldedRows());
    var openTrip = openTrip(tail, before.openTrip(), draft);
    var settled = change(before, draft, fold, tail, openTrip).settle(ids);
    var head = headAfter(before, fold, tail, Math.max(tickMicros, before.head().tickMicros()));
    folds.commit(
        new Revision(
            user,
            entries.stream().map(InboxEntry::position).toList(),
            draft.added().isEmpty() ? null : draft,
            head,
            fold.snapshots(),
            settled.removed(),
            settled.put(),
            settled.retired()));
    cache.put(
        user,
        new UserState(head, fold.rowsSinceSnapshot(), openEvents(settled.current()), openTrip));
  }

  /** How much was worked out anew since the start. */
  public WorkCounts counts() {
    return counts;
  }

  /** Whether another version of the analysis derived what is stored of the user. */
  public boolean isStale(UserId user) {
    return folds.findHead(user).filter(head -> states.restore(head.state()).isEmpty()).isPresent();
  }

  private UserState read(UserId user) {
    var head = folds.findHead(user).orElse(nothing);
    var open = folds.listEventsClosedWithin(user, StoredEvent.OPEN - 1, StoredEvent.OPEN);
    return new UserState(head, 0, open, null);
  }

  private static List<StoredEvent> openEvents(List<StoredEvent> events) {
    return events.stream().filter(stored -> stored.closedAtMicros() == StoredEvent.OPEN).toList();
  }

  private FoldHead headAfter(UserState before, FoldStep fold, Tail tail, long tickMicros) {
    return new FoldHead(
        states.of(fold.cursor()),
        fold.cursor().lastTimeMicros(),
        tickMicros,
        tail.reviewAtMicros(),
        before.head().revision() + 1);
  }

  private TimelineChange change(
      UserState before, ArchiveDraft draft, FoldStep fold, Tail tail, @Nullable OpenTrip openTrip) {
    var change = new TimelineChange(before.head().lastTimeMicros());
    if (fold.refolded()) {
      var old = closedWithin(fold, draft.user(), before);
      change.replace(old, closedEvents(fold, old, draft));
    }
    for (var trip : touchedTrips(draft, fold)) {
      change.replace(trip, rederived(trip, draft));
    }
    change.replace(before.openEvents(), tailEvents(tail, before.openEvents(), openTrip, draft));
    return change;
  }

  private List<StoredEvent> closedWithin(FoldStep fold, UserId user, UserState before) {
    if (fold.resumedAtMicros() == before.head().lastTimeMicros()) {
      return List.of(); // new fixes follow all others: there is nothing to replace
    }
    long upTo = Math.min(fold.stoppedAtMicros(), StoredEvent.OPEN - 1);
    return folds.listEventsClosedWithin(user, fold.resumedAtMicros(), upTo);
  }

  private List<EventDraft> closedEvents(FoldStep fold, List<StoredEvent> old, ArchiveDraft draft) {
    var unchanged = new UnchangedTrips(old, draft.added(), pieceEvents.basis());
    var events = new ArrayList<EventDraft>();
    for (var closed : fold.closed()) {
      var known = unchanged.find(closed.piece(), closed.closedAtMicros());
      events.addAll(known.isEmpty() ? pieceEvents.ofClosed(closed, draft.user(), draft) : known);
    }
    return events;
  }

  /** What is shown of the trip that goes on, worked out anew only when that is due. */
  private @Nullable OpenTrip openTrip(Tail tail, @Nullable OpenTrip before, ArchiveDraft draft) {
    if (tail.pieces().isEmpty()
        || !tail.pieces().getLast().isOpen()
        || !(tail.pieces().getLast().piece() instanceof Piece.Trip trip)) {
      return null;
    }
    return before != null && before.stillShows(trip, draft.added())
        ? before
        : pieceEvents.ofOpenTrip(trip, draft.user(), draft);
  }

  private List<EventDraft> tailEvents(
      Tail tail, List<StoredEvent> old, @Nullable OpenTrip openTrip, ArchiveDraft draft) {
    var held = unchanged(old, AnalysisType.INDEPTH, draft);
    var ended = unchanged(old, AnalysisType.PRELIMINARY, draft);
    var events = new ArrayList<EventDraft>();
    for (var part : tail.pieces()) {
      var known =
          switch (part.state()) {
            case OPEN -> openTrip == null ? NONE : openTrip.eventsUntil(part.piece().endMicros());
            case ENDED -> ended.find(part.piece(), StoredEvent.OPEN);
            case HELD -> held.find(part.piece(), StoredEvent.OPEN);
          };
      events.addAll(known.isEmpty() ? pieceEvents.ofTail(part, draft.user(), draft) : known);
    }
    return events;
  }

  private UnchangedTrips unchanged(List<StoredEvent> old, AnalysisType type, ArchiveDraft draft) {
    var same = old.stream().filter(stored -> stored.event().analysisType() == type).toList();
    return new UnchangedTrips(same, draft.added(), pieceEvents.basis());
  }

  /**
   * Trips that something new falls into, but that are closed behind the range that was folded: the
   * fold was equal again while it still held them.
   */
  private Iterable<List<StoredEvent>> touchedTrips(ArchiveDraft draft, FoldStep fold) {
    var added = NewItems.of(draft.added());
    if (added.isEmpty() || fold.stoppedAtMicros() == Long.MAX_VALUE) {
      return List.of();
    }
    var trips = new LinkedHashMap<Long, List<StoredEvent>>();
    for (var stored :
        folds.listEventsOverlapping(draft.user(), added.firstMicros(), added.lastMicros())) {
      if (stored.event() instanceof TimelineEvent.Transport
          && stored.closedAtMicros() != StoredEvent.OPEN
          && stored.closedAtMicros() > fold.stoppedAtMicros()
          && added.anyWithin(stored.pieceStartMicros(), stored.pieceEndMicros())) {
        trips.computeIfAbsent(stored.pieceStartMicros(), _ -> new ArrayList<>()).add(stored);
      }
    }
    return trips.values();
  }

  private List<EventDraft> rederived(List<StoredEvent> tripEvents, ArchiveDraft draft) {
    var any = tripEvents.getFirst();
    var trip = new Piece.Trip(any.pieceStartMicros(), any.pieceEndMicros());
    return pieceEvents.ofClosed(new Refold.Closed(trip, any.closedAtMicros()), draft.user(), draft);
  }
}
