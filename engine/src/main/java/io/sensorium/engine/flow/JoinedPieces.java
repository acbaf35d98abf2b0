package io.sensorium.engine.flow;

import io.sensorium.analysis.correction.UserCorrections;
import io.sensorium.analysis.flow.Piece;
import java.util.ArrayList;
import java.util.List;

/** Makes one trip of stays that were none and the trips next to them. */
final class JoinedPieces {

  private JoinedPieces() {}

  /**
   * The pieces as the person corrected them.
   *
   * @param found without a hole, oldest first
   */
  static List<FoundPiece> of(List<FoundPiece> found, UserCorrections corrections) {
    if (!corrections.joinsTrips()) {
      return found;
    }
    var joined = new ArrayList<FoundPiece>();
    boolean wasNoStay = false;
    for (var next : found) {
      boolean isNoStay = isNoStay(next.piece(), corrections);
      var moved = isNoStay ? next.asTrip() : next;
      if ((isNoStay || wasNoStay) && !joined.isEmpty() && touch(joined.getLast(), moved)) {
        joined.add(joined.removeLast().joinedTo(moved));
      } else {
        joined.add(moved);
      }
      wasNoStay = isNoStay;
    }
    return List.copyOf(joined);
  }

  private static boolean isNoStay(Piece piece, UserCorrections corrections) {
    return piece instanceof Piece.Stay
        && corrections.isNoStay(piece.startMicros(), piece.endMicros());
  }

  /** Whether both are trips, and share the instant between them. */
  static boolean touch(FoundPiece earlier, FoundPiece later) {
    return earlier.isTrip()
        && later.isTrip()
        && earlier.piece().endMicros() == later.piece().startMicros();
  }
}
