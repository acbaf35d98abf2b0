package io.sensorium.engine.flow;

import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.timeline.Folds;
import io.sensorium.store.timeline.StoredEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The places where what a step derives anew meets what stays as it is. */
final class Seams {
  /*
   * A trip that corrections join from several pieces must be derived as a whole. It lies across a
   * seam when an event that is replaced, or one that is not, begins on the other side of it; and one
   * comes to lie across it when there are trips on both sides. Then the step is derived once more,
   * from further back or further on.
   */

  private final Folds folds;
  private final UserId user;
  private final FoldStep fold;
  private final Set<EventId> replaced = new HashSet<>();

  Seams(
      Folds folds,
      UserId user,
      FoldStep fold,
      List<StoredEvent> replacedClosed,
      List<StoredEvent> replacedOpen) {
    this.folds = folds;
    this.user = user;
    this.fold = fold;
    replacedClosed.forEach(stored -> replaced.add(stored.event().id()));
    replacedOpen.forEach(stored -> replaced.add(stored.event().id()));
  }

  /**
   * The seam before pieces that were found without a hole.
   *
   * @param old the events in whose place they come
   * @return the start of a trip that lies across it
   */
  Optional<Long> before(List<FoundPiece> found, List<StoredEvent> old) {
    long startMicros = found.isEmpty() ? Long.MAX_VALUE : found.getFirst().piece().startMicros();
    long firstMicros = firstTripBefore(startMicros, old);
    if (!found.isEmpty() && found.getFirst().isTrip()) {
      var kept = keptAt(startMicros);
      firstMicros = Math.min(firstMicros, firstTripBefore(startMicros, kept));
    }
    return firstMicros == Long.MAX_VALUE ? Optional.empty() : Optional.of(firstMicros);
  }

  private static long firstTripBefore(long micros, List<StoredEvent> events) {
    return events.stream()
        .filter(Seams::isTransport)
        .mapToLong(StoredEvent::pieceStartMicros)
        .filter(startMicros -> startMicros < micros)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /**
   * The seam behind the closed pieces, where the fold was found as it was before.
   *
   * @return when the trip that lies across it was closed
   */
  Optional<Long> behind(List<FoundPiece> closed) {
    if (closed.isEmpty()) {
      return Optional.empty();
    }
    var last = closed.getLast();
    long endMicros = last.piece().endMicros();
    return keptAt(endMicros).stream()
        .filter(Seams::isTransport)
        .filter(stored -> stored.closedAtMicros() > fold.stoppedAtMicros())
        .filter(stored -> last.isTrip() || stored.pieceStartMicros() < endMicros)
        .map(StoredEvent::closedAtMicros)
        .max(Long::compare);
  }

  private List<StoredEvent> keptAt(long micros) {
    return folds.listEventsOverlapping(user, micros, micros).stream()
        .filter(stored -> !replaced.contains(stored.event().id()))
        .toList();
  }

  private static boolean isTransport(StoredEvent stored) {
    return stored.event() instanceof TimelineEvent.Transport;
  }
}
