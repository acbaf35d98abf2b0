package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.timeline.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trips whose legs need not be derived again: same ends, same basis, nothing new and no correction
 * inside.
 */
final class UnchangedTrips {

  private final Map<Extent, List<StoredEvent>> byExtent = new HashMap<>();
  private final NewItems added;
  private final CorrectionsSeen corrections;

  UnchangedTrips(List<StoredEvent> old, NewItems added, CorrectionsSeen corrections, String basis) {
    this.added = added;
    this.corrections = corrections;
    for (var stored : old) {
      if (stored.event() instanceof TimelineEvent.Transport && stored.basis().equals(basis)) {
        var extent = new Extent(stored.pieceStartMicros(), stored.pieceEndMicros());
        byExtent.computeIfAbsent(extent, _ -> new ArrayList<>()).add(stored);
      }
    }
  }

  /** The events of that piece as they are stored, or none. */
  List<EventDraft> find(Piece piece, long closedAtMicros) {
    var known = byExtent.get(new Extent(piece.startMicros(), piece.endMicros()));
    if (known == null
        || added.anyWithin(piece.startMicros(), piece.endMicros())
        || corrections.changedWithin(piece.startMicros(), piece.endMicros())) {
      return List.of();
    }
    return known.stream().map(stored -> EventDraft.of(stored, closedAtMicros)).toList();
  }
}
