package io.sensorium.analysis.flow;

import java.util.List;

/**
 * What the fold has not closed yet, as seen at a tick.
 *
 * @param pieces oldest first; only the last may still be open
 * @param reviewAtMicros the earliest later tick at which the tail can differ without a new fix;
 *     {@link Long#MAX_VALUE} when there is none
 */
public record Tail(List<Open> pieces, long reviewAtMicros) {

  public Tail {
    pieces = List.copyOf(pieces);
    for (int i = 0; i + 1 < pieces.size(); i++) {
      if (pieces.get(i).open()) {
        throw new IllegalArgumentException("only the last piece may be open");
      }
    }
  }

  /** A piece; {@code open} when it goes on, so that its end is merely the last fix. */
  public record Open(Piece piece, boolean open) {}
}
