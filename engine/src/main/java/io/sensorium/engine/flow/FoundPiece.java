package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.analysis.flow.Tail;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.store.timeline.StoredEvent;

/**
 * A piece of the fold, and how far it has come.
 *
 * @param closedAtMicros time of the fix that closed it; {@link StoredEvent#OPEN} while none has
 * @param open whether it goes on
 */
record FoundPiece(Piece piece, long closedAtMicros, AnalysisType analysisType, boolean open) {

  static FoundPiece of(Refold.Closed closed) {
    return new FoundPiece(closed.piece(), closed.closedAtMicros(), AnalysisType.INDEPTH, false);
  }

  static FoundPiece of(Tail.Part part) {
    var type = part.state() == Tail.State.HELD ? AnalysisType.INDEPTH : AnalysisType.PRELIMINARY;
    return new FoundPiece(part.piece(), StoredEvent.OPEN, type, part.isOpen());
  }

  boolean isTrip() {
    return piece instanceof Piece.Trip;
  }

  /** The same time as a trip. */
  FoundPiece asTrip() {
    var trip = new Piece.Trip(piece.startMicros(), piece.endMicros());
    return new FoundPiece(trip, closedAtMicros, analysisType, open);
  }

  /** One trip of this piece and the one behind it. */
  FoundPiece joinedTo(FoundPiece next) {
    return new FoundPiece(
        new Piece.Trip(piece.startMicros(), next.piece.endMicros()),
        Math.max(closedAtMicros, next.closedAtMicros),
        next.analysisType == AnalysisType.INDEPTH ? analysisType : next.analysisType,
        next.open);
  }
}
