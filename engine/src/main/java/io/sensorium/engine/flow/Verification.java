package io.sensorium.engine.flow;

import io.sensorium.analysis.correction.UserCorrections;
import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.core.bytes.Blob;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.archive.ArchiveReader;
import io.sensorium.store.correction.Corrections;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Folds;
import io.sensorium.store.timeline.Snapshot;
import io.sensorium.store.timeline.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Derives a user's timeline once more from the archive and the corrections alone, and compares it
 * with the stored.
 */
public final class Verification {

  /**
   * What was found of one user.
   *
   * @param compared events, snapshots and states that were compared
   * @param otherBasis events that were not, because they stand on other versions than these
   * @param differences what differs, in words; empty when all is well
   */
  public record Report(UserId user, int compared, int otherBasis, List<String> differences) {

    public Report {
      differences = List.copyOf(differences);
    }
  }

  private final ArchiveReader archive;
  private final Folds folds;
  private final Corrections corrections;
  private final PieceEvents pieceEvents;
  private final FoldStates states;

  public Verification(
      ArchiveReader archive, Folds folds, Corrections corrections, Derivation derivation) {
    this.archive = new RecognisingReader(archive);
    this.folds = folds;
    this.corrections = corrections;
    this.pieceEvents = new PieceEvents(derivation, new WorkCounts());
    this.states = new FoldStates(derivation.foldVersion());
  }

  /** Checks one user, whom nobody may be working on. */
  public Report verify(UserId user) {
    var head = folds.findHead(user);
    var stored =
        folds.listEventsOverlapping(user, Long.MIN_VALUE, Long.MAX_VALUE).stream()
            .sorted(Comparator.comparing(event -> event.event().when().start()))
            .toList();
    if (head.isEmpty()) {
      return new Report(
          user, 0, 0, stored.isEmpty() ? List.of() : List.of("events without a fold"));
    }
    return compare(user, head.get(), stored);
  }

  private Report compare(UserId user, FoldHead head, List<StoredEvent> stored) {
    var oldSnapshots = folds.listSnapshots(user, Long.MIN_VALUE, Long.MAX_VALUE);
    Map<Long, Blob> oldStates = new HashMap<>();
    oldSnapshots.forEach(snapshot -> oldStates.put(snapshot.timeMicros(), snapshot.state()));
    var cursor = FoldCursor.start();
    var result =
        new Refold(states, cursor, 0, OldSnapshots.of(oldStates), Long.MAX_VALUE)
            .overArchive(user, archive);
    var differences = new ArrayList<String>();
    if (!states.of(cursor).equals(head.state())) {
      differences.add("the state of the fold after the newest fix differs");
    }
    compareSnapshots(oldSnapshots, result.snapshots(), differences);
    int otherBasis = compareEvents(derive(user, head, cursor, result), stored, differences);
    return new Report(
        user, 1 + oldSnapshots.size() + stored.size() - otherBasis, otherBasis, differences);
  }

  private static void compareSnapshots(
      List<Snapshot> stored, List<Snapshot> derived, List<String> differences) {
    Map<Long, Blob> derivedStates = new HashMap<>();
    derived.forEach(snapshot -> derivedStates.put(snapshot.timeMicros(), snapshot.state()));
    for (var snapshot : stored) {
      if (!snapshot.state().equals(derivedStates.get(snapshot.timeMicros()))) {
        differences.add("the snapshot at " + snapshot.timeMicros() + " differs");
      }
    }
  }

  private List<EventDraft> derive(
      UserId user, FoldHead head, FoldCursor cursor, Refold.Result result) {
    var shown = new UserCorrections(corrections.listShown(user));
    var found = new ArrayList<FoundPiece>();
    result.closed().forEach(closed -> found.add(FoundPiece.of(closed)));
    cursor.tail(head.tickMicros()).pieces().forEach(part -> found.add(FoundPiece.of(part)));
    var drafts = new ArrayList<EventDraft>();
    for (var piece : JoinedPieces.of(found, shown)) {
      drafts.addAll(pieceEvents.of(piece, shown, user, archive));
    }
    drafts.sort(Comparator.comparing(draft -> draft.when().start()));
    return drafts;
  }

  private static int compareEvents(
      List<EventDraft> derived, List<StoredEvent> stored, List<String> differences) {
    var derivedPieces = new TreeMap<Long, List<EventDraft>>();
    derived.forEach(it -> listAt(derivedPieces, it.pieceStartMicros()).add(it));
    var storedPieces = new TreeMap<Long, List<StoredEvent>>();
    stored.forEach(it -> listAt(storedPieces, it.pieceStartMicros()).add(it));
    var starts = new TreeSet<>(derivedPieces.keySet());
    starts.addAll(storedPieces.keySet());
    int otherBasis = 0;
    for (long start : starts) {
      var events = storedPieces.getOrDefault(start, List.of());
      var drafts = derivedPieces.getOrDefault(start, List.of());
      if (isOfOtherBasis(events, drafts)) {
        otherBasis += events.size();
      } else {
        comparePiece(start, drafts, events, differences);
      }
    }
    return otherBasis;
  }

  private static <T> List<T> listAt(Map<Long, List<T>> pieces, long start) {
    return pieces.computeIfAbsent(start, _ -> new ArrayList<>());
  }

  /** The map may tell other legs of a trip than the one before it did. */
  private static boolean isOfOtherBasis(List<StoredEvent> events, List<EventDraft> drafts) {
    return !events.isEmpty()
        && !drafts.isEmpty()
        && events.stream().anyMatch(it -> !it.basis().equals(drafts.getFirst().basis()));
  }

  private static void comparePiece(
      long start, List<EventDraft> derived, List<StoredEvent> stored, List<String> differences) {
    if (derived.size() != stored.size()) {
      differences.add(
          "at "
              + Micros.toInstant(start)
              + " there are "
              + stored.size()
              + " events, derived are "
              + derived.size());
      return;
    }
    for (int i = 0; i < derived.size(); i++) {
      var event = stored.get(i);
      if (!derived.get(i).withId(event.event().id()).equals(event)) {
        differences.add("event " + event.event().id() + " differs");
      }
    }
  }
}
