package io.sensorium.engine.flow;

import io.sensorium.analysis.correction.UserCorrections;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.StoredEvent;
import java.util.List;
import java.util.Optional;

/**
 * What a step leaves for the next one, so that a user who uploads often is not read anew each time.
 *
 * @param rowsSinceSnapshot fixes folded since the last snapshot
 * @param openEvents events of pieces that no fix has closed yet
 * @param corrections those in force; empty while they are not read
 */
record UserState(
    FoldHead head,
    int rowsSinceSnapshot,
    List<StoredEvent> openEvents,
    Optional<UserCorrections> corrections) {}
