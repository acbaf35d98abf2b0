package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.analysis.flow.Piece;
import io.sensorium.analysis.flow.Tail;
import io.sensorium.analysis.recognition.TouchedTime;
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

/**
 * The mobility flow: folds what came in for a user into the user's timeline, one step at a time.
 *
 * <p>A step reads what it needs, decides by pure functions what changes, and commits that as one
 * revision. Safe for use by many threads as long as one at a time works on a user.
 */
public final class MobilityFlow {

  private final Archive archive;
  private final Folds folds;
  private final PieceEvents pieceEvents;
  private final FoldStates states;
  private final FoldHead nothing;
  private final IdSource ids;
  private final UserCache cache;

  /**
   * @param cachedUsers how many users' states are kept in memory between steps, a few KB each
   */
  public MobilityFlow(
      Archive archive, Folds folds, Derivation derivation, IdSource ids, int cachedUsers) {
    this.archive = archive;
    this.folds = folds;
    this.pieceEvents = new PieceEvents(derivation);
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
    var merged =
        archive.draft(user, Signals.concat(entries.stream().map(InboxEntry::signals).toList()));
    var draft = new RecognisingDraft(merged);
    var fold = FoldStep.run(before, draft, folds, states);
    var tail = fold.cursor().tail(Math.max(tickMicros, before.head().tickMicros()));
    var settled = change(before, draft, fold, tail).settle(ids);
    var head = headAfter(before, fold, tail, Math.max(tickMicros, before.head().tickMicros()));
    folds.commit(
        new Revision(
            user,
            entries.stream().map(InboxEntry::position).toList(),
            merged.added().isEmpty() ? null : merged,
            head,
            fold.snapshots(),
            settled.removed(),
            settled.put(),
            settled.retired()));
    cache.put(user, new UserState(head, fold.rowsSinceSnapshot(), openEvents(settled.current())));
  }

  /** Whether another version of the analysis derived what is stored of the user. */
  public boolean isStale(UserId user) {
    return folds.findHead(user).filter(head -> states.restore(head.state()).isEmpty()).isPresent();
  }

  private UserState read(UserId user) {
    var head = folds.findHead(user).orElse(nothing);
    var events = folds.listEventsClosedAfter(user, head.lastTimeMicros());
    return new UserState(head, 0, openEvents(events));
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

  private TimelineChange change(UserState before, ArchiveDraft draft, FoldStep fold, Tail tail) {
    var change = new TimelineChange(before.head().lastTimeMicros());
    if (fold.refolded()) {
      var old = closedWithin(fold, draft.user(), before);
      change.replace(old, closedEvents(fold, old, draft));
    }
    for (var trip : touchedTrips(draft, change)) {
      change.replace(trip, rederived(trip, draft));
    }
    change.replace(before.openEvents(), tailEvents(tail, before.openEvents(), draft));
    return change;
  }

  private List<StoredEvent> closedWithin(FoldStep fold, UserId user, UserState before) {
    if (fold.resumedAtMicros() == before.head().lastTimeMicros()) {
      return List.of(); // new fixes follow all others: there is nothing to replace
    }
    return folds.listEventsClosedAfter(user, fold.resumedAtMicros()).stream()
        .filter(stored -> stored.closedAtMicros() != StoredEvent.OPEN)
        .filter(stored -> stored.closedAtMicros() <= fold.stoppedAtMicros())
        .toList();
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

  private List<EventDraft> tailEvents(Tail tail, List<StoredEvent> old, ArchiveDraft draft) {
    var held = old.stream().filter(MobilityFlow::isIndepth).toList();
    var unchanged = new UnchangedTrips(held, draft.added(), pieceEvents.basis());
    var events = new ArrayList<EventDraft>();
    for (var part : tail.pieces()) {
      var known =
          part.state() == Tail.State.HELD
              ? unchanged.find(part.piece(), StoredEvent.OPEN)
              : List.<EventDraft>of();
      events.addAll(known.isEmpty() ? pieceEvents.ofTail(part, draft.user(), draft) : known);
    }
    return events;
  }

  private static boolean isIndepth(StoredEvent stored) {
    return stored.event().analysisType() == AnalysisType.INDEPTH;
  }

  /** Closed trips, outside the range that was folded, in which other motion may be recognised. */
  private Iterable<List<StoredEvent>> touchedTrips(ArchiveDraft draft, TimelineChange change) {
    var touched = TouchedTime.of(draft.added());
    if (touched.isEmpty()) {
      return List.of();
    }
    var trips = new LinkedHashMap<Long, List<StoredEvent>>();
    long first = touched.firstMicros();
    for (var stored : folds.listEventsOverlapping(draft.user(), first, touched.lastMicros())) {
      if (stored.event() instanceof TimelineEvent.Transport
          && stored.closedAtMicros() != StoredEvent.OPEN
          && touched.overlaps(stored.pieceStartMicros(), stored.pieceEndMicros())
          && !change.replaces(stored)) {
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
