package io.sensorium.store.timeline;

import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.TimelineEvent;

/**
 * An event with what its derivation needs to know of it.
 *
 * @param closedAtMicros time of the fix that closed its piece of the fold; {@link #OPEN} while the
 *     piece is not closed
 * @param pieceStartMicros start of the stay or trip that the event is part of
 * @param pieceEndMicros end of that stay or trip, as far as it is known
 * @param basis versions that the event was derived with
 * @param path the way of a transport; empty for a stay
 */
public record StoredEvent(
    TimelineEvent event,
    long closedAtMicros,
    long pieceStartMicros,
    long pieceEndMicros,
    String basis,
    Path path) {

  public static final long OPEN = Long.MAX_VALUE;
}
