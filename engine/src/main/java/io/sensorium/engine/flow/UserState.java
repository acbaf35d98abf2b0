package io.sensorium.engine.flow;

import io.sensorium.analysis.correction.UserCorrections;
import io.sensorium.core.signals.Sighting;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.StoredEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a step leaves for the next one, so that a user who uploads often is not read anew each time.
 *
 * @param rowsSinceSnapshot fixes folded since the last snapshot
 * @param openEvents events of pieces that no fix has closed yet
 * @param openTrip what is shown of a trip that goes on; null when there is none, or it is not known
 * @param corrections those in force, and the count of changes when they were read; empty while they
 *     are not read
 * @param lastSeen where the phone was seen last; null when that is not read, or was nowhere
 */
record UserState(
    FoldHead head,
    int rowsSinceSnapshot,
    List<StoredEvent> openEvents,
    @Nullable OpenTrip openTrip,
    Optional<KnownCorrections> corrections,
    @Nullable Sighting lastSeen) {

  /** Corrections in force, as of a count of changes. */
  record KnownCorrections(UserCorrections inForce, long changeCount) {}
}
