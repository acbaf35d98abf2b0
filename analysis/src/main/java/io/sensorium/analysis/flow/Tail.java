package io.sensorium.analysis.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * What the fold has not closed yet, as seen at a tick.
 *
 * @param pieces oldest first; only the last may still be open
 * @param reviewAtMicros the earliest later tick at which the tail can differ without a new fix;
 *     {@link Long#MAX_VALUE} when there is none
 */
public record Tail(List<Part> pieces, long reviewAtMicros) {

  /** How far a piece has come. */
  public enum State {
    /** It goes on: its end is merely the last fix. */
    OPEN,
    /** It has ended, as it seems. */
    ENDED,
    /** It has ended, and can only become part of a longer trip. */
    HELD
  }

  /** A piece that is not closed yet. */
  public record Part(Piece piece, State state) {

    public boolean isOpen() {
      return state == State.OPEN;
    }
  }

  public Tail {
    pieces = List.copyOf(pieces);
    for (int i = 0; i + 1 < pieces.size(); i++) {
      if (pieces.get(i).isOpen()) {
        throw new IllegalArgumentException("only the last piece may be open");
      }
    }
  }

  /**
   * The tail of these pieces.
   *
   * @param held those that merely wait for what comes behind them
   * @param goesOnMicros until when the last one may go on without a fix
   */
  static Tail of(List<Piece> pieces, List<Piece> held, long goesOnMicros, long tickMicros) {
    boolean open = goesOnMicros != Long.MIN_VALUE && tickMicros <= goesOnMicros;
    var parts = new ArrayList<Part>();
    for (var piece : pieces) {
      parts.add(new Part(piece, held.contains(piece) ? State.HELD : State.ENDED));
    }
    if (open) {
      parts.add(new Part(parts.removeLast().piece(), State.OPEN));
    }
    return new Tail(parts, open ? goesOnMicros + 1 : Long.MAX_VALUE);
  }
}
