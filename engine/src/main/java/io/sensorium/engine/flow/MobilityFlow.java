package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.analysis.flow.Tail;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.core.signals.Sighting;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.archive.Archive;
import io.sensorium.store.archive.ArchiveDraft;
import io.sensorium.store.correction.Corrections;
import io.sensorium.store.inbox.Appended;
import io.sensorium.store.inbox.InboxEntry;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Folds;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.StoredEvent;
import io.sensorium.store.timeline.TripSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mobility flow: folds what came in for a user into the user's timeline, one step at a time.
 *
 * <p>A step reads what it needs, decides by pure functions what changes, and commits that as one
 * revision. Safe for use by many threads as long as one at a time works on a user.
 */
public final class MobilityFlow {

  private final Archive archive;
  private final Folds folds;
  private final Corrections corrections;
  private final PieceEvents pieceEvents;
  private final FoldStates states;
  private final FoldHead nothing;
  private final IdSource ids;
  private final UserCache cache;
  private final NewsListener listener;
  private final WorkCounts counts = new WorkCounts();

  /**
   * @param cachedUsers how many users' states are kept in memory between steps, a few KB each
   */
  public MobilityFlow(
      Archive archive,
      Folds folds,
      Corrections corrections,
      Derivation derivation,
      IdSource ids,
      int cachedUsers) {
    this(archive, folds, corrections, derivation, ids, cachedUsers, NewsListener.NOBODY);
  }

  /**
   * The same, with somebody who hears of it.
   *
   * @param listener told of a user after something new about the user is on disk
   */
  public MobilityFlow(
      Archive archive,
      Folds folds,
      Corrections corrections,
      Derivation derivation,
      IdSource ids,
      int cachedUsers,
      NewsListener listener) {
    this.listener = listener;
    this.archive = archive;
    this.folds = folds;
    this.corrections = corrections;
    this.pieceEvents = new PieceEvents(derivation, counts);
    this.states = new FoldStates(derivation.foldVersion());
    this.nothing =
        new FoldHead(
            states.of(FoldCursor.start()), Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, 0);
    this.ids = ids;
    this.cache = new UserCache(cachedUsers);
  }

  /**
   * Folds the entries, follows the corrections that wait, looks at the open events as of {@code
   * tickMicros}, and commits.
   */
  public void step(UserId user, List<InboxEntry> entries, long tickMicros) {
    var before = cache.take(user).orElseGet(() -> read(user));
    var seen = CorrectionsSeen.read(corrections, user, before.corrections());
    if (seen.waiting().isEmpty() || entries.isEmpty()) {
      step(user, entries, tickMicros, before, seen);
    } else { // apart: else all that lies between what is new and what was corrected is folded again
      step(user, List.of(), tickMicros, before, seen);
      step(user, entries, tickMicros);
    }
  }

  private void step(
      UserId user,
      List<InboxEntry> entries,
      long tickMicros,
      UserState before,
      CorrectionsSeen seen) {
    var merged =
        archive.draft(user, Signals.concat(entries.stream().map(InboxEntry::signals).toList()));
    var positions = entries.stream().map(InboxEntry::position).toList();
    long tick = Math.max(tickMicros, before.head().tickMicros());
    var step = derive(before, new RecognisingDraft(merged), seen, tick);
    var outcome = outcome(before, merged, positions, step, seen, tick);
    commit(outcome);
  }

  /**
   * Folds a batch that is not in the inbox, and takes it in with what it leads to in one
   * transaction: the short way of what follows all that a user sent before.
   *
   * @return empty, and nothing is done, when the batch must take the long way through the inbox
   */
  public Optional<Appended> takeIn(NewEntry batch, long tickMicros) {
    var user = batch.user();
    var before = cache.take(user).orElseGet(() -> read(user));
    var seen = CorrectionsSeen.read(corrections, user, before.corrections());
    var merged = archive.draft(user, batch.signals());
    var added = NewItems.of(merged.added());
    if (!seen.waiting().isEmpty() || !followsAll(added, before.head())) {
      cache.put(user, before);
      return Optional.empty();
    }
    long tick = Math.max(tickMicros, before.head().tickMicros());
    var draft = new RecognisingDraft(merged);
    var step = timelineStep(before, draft, added, seen, tick, Extent.EMPTY);
    if (step.missing().isPresent()) {
      cache.put(user, before);
      return Optional.empty();
    }
    var outcome = outcome(before, merged, List.of(), step, seen, tick);
    var appended = folds.commitArrival(batch, outcome.revision());
    cache.put(user, appended.duplicate() ? before : outcome.after());
    if (!appended.duplicate()) {
      tellOf(outcome.revision());
    }
    return Optional.of(appended);
  }

  private void commit(Outcome outcome) {
    folds.commit(outcome.revision());
    cache.put(outcome.revision().user(), outcome.after());
    tellOf(outcome.revision());
  }

  private void tellOf(Revision committed) {
    if (!committed.news().isEmpty()) {
      listener.arrived(committed.user());
    }
  }

  private boolean followsAll(NewItems added, FoldHead head) {
    return added.extent().firstMicros() > head.lastTimeMicros() && states.isCurrent(head.state());
  }

  /** What a step commits, and what it leaves for the next one. */
  private record Outcome(Revision revision, UserState after) {}

  private Outcome outcome(
      UserState before,
      ArchiveDraft merged,
      List<Long> positions,
      TimelineStep step,
      CorrectionsSeen seen,
      long tickMicros) {
    var user = merged.user();
    var openTrip = step.openTrip(pieceEvents).orElse(null);
    var settled = step.change(pieceEvents, openTrip).settle(ids);
    var head = headAfter(before, step.fold(), step.tail(), tickMicros);
    var lastSeen =
        merged
            .added()
            .fixes()
            .lastSighting()
            .filter(seenAt -> Micros.of(seenAt.time()) > before.head().lastTimeMicros());
    var news = new ArrayList<>(TimelineNews.of(user, head.revision(), settled));
    lastSeen
        .filter(_ -> listener.wantsLocations(user))
        .ifPresent(
            seenAt -> news.add(TimelineNotification.located(user, lastSeen(user, before), seenAt)));
    var revision =
        new Revision(
            user,
            positions,
            merged.added().isEmpty() ? null : merged,
            head,
            step.fold().snapshots(),
            settled.removed(),
            settled.put(),
            settled.retired(),
            seen.settled(),
            news);
    var after =
        new UserState(
            head,
            step.fold().rowsSinceSnapshot(),
            openEvents(settled.current()),
            openTrip,
            Optional.of(seen.known()),
            lastSeen.orElse(before.lastSeen()));
    return new Outcome(revision, after);
  }

  private @Nullable Sighting lastSeen(UserId user, UserState before) {
    return before.lastSeen() != null
        ? before.lastSeen()
        : archive.findLastSighting(user).orElse(null);
  }

  /** Folds what is needed, and more for as long as a trip lies across the end of it. */
  private TimelineStep derive(
      UserState before, ArchiveDraft draft, CorrectionsSeen seen, long tickMicros) {
    var added = NewItems.of(draft.added());
    var also = seen.changedExtent(folds, draft.user());
    while (true) {
      var step = timelineStep(before, draft, added, seen, tickMicros, also);
      var missing = step.missing();
      if (missing.isEmpty() || also.equals(Extent.ALL)) {
        return step;
      }
      var more = also.and(missing.get());
      also = more.equals(also) ? Extent.ALL : more;
    }
  }

  /** Forgets what is remembered of a user between steps. */
  public void forget(UserId user) {
    cache.take(user);
    archive.forget(user);
  }

  private TimelineStep timelineStep(
      UserState before,
      ArchiveDraft draft,
      NewItems added,
      CorrectionsSeen seen,
      long tickMicros,
      Extent also) {
    var fold = FoldStep.run(before, draft, added, folds, states, also);
    counts.addFold(fold.foldedRows());
    return new TimelineStep(before, draft, added, seen, fold, tickMicros, folds, List.of());
  }

  /** The versions that trips are derived by now. */
  public String basisOfTrips() {
    return pieceEvents.basisOfTrips();
  }

  /** Trips of a user that were derived by other versions, the newest first. */
  public List<TripSpan> listOutdatedTrips(UserId user) {
    return folds.listTripsOfOtherBasis(user, basisOfTrips());
  }

  /**
   * Derives a trip again by what is known now, and commits; its events keep their ids as after any
   * step. Nothing happens when there is no such trip any more, or nothing to derive it from.
   */
  public void renew(UserId user, TripSpan trip, long tickMicros) {
    if (!corrections.listWaiting(user).isEmpty()) {
      step(user, List.of(), tickMicros);
    }
    var before = cache.take(user).orElseGet(() -> read(user));
    var outdated = closedEvents(user, trip);
    boolean isOpen =
        before.openEvents().stream()
            .anyMatch(stored -> stored.pieceStartMicros() == trip.startMicros());
    if ((outdated.isEmpty() && !isOpen) || !states.isCurrent(before.head().state())) {
      cache.put(user, before);
      return;
    }
    var seen = CorrectionsSeen.read(corrections, user, before.corrections());
    var merged = archive.draft(user, Signals.NONE);
    long tick = Math.max(tickMicros, before.head().tickMicros());
    var draft = new RecognisingDraft(merged);
    var added = NewItems.of(merged.added());
    var fold = FoldStep.run(before, draft, added, folds, states, Extent.EMPTY);
    var step = new TimelineStep(before, draft, added, seen, fold, tick, folds, outdated);
    var outcome = outcome(before, merged, List.of(), step, seen, tick);
    commit(outcome);
  }

  /** The events of a closed trip, as long as there are fixes that it can be derived from. */
  private List<StoredEvent> closedEvents(UserId user, TripSpan trip) {
    if (archive.readFixes(user, trip.startMicros(), trip.endMicros()).isEmpty()) {
      return List.of();
    }
    return folds.listEventsOverlapping(user, trip.startMicros(), trip.endMicros()).stream()
        .filter(stored -> stored.pieceStartMicros() == trip.startMicros())
        .filter(stored -> stored.event() instanceof TimelineEvent.Transport)
        .filter(stored -> stored.closedAtMicros() != StoredEvent.OPEN)
        .toList();
  }

  /** How much was worked out anew since the start. */
  public WorkCounts counts() {
    return counts;
  }

  /** Users with corrections that their timelines do not follow yet. */
  public List<UserId> listCorrectedUsers() {
    return corrections.listWaitingUsers();
  }

  /** Whether another version of the analysis derived what is stored of the user. */
  public boolean isStale(UserId user) {
    return folds.findHead(user).filter(head -> !states.isCurrent(head.state())).isPresent();
  }

  private UserState read(UserId user) {
    var head = folds.findHead(user).orElse(nothing);
    var open = folds.listEventsClosedWithin(user, StoredEvent.OPEN - 1, StoredEvent.OPEN);
    return new UserState(head, 0, open, null, Optional.empty(), null);
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
}
