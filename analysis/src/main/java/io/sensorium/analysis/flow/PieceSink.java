package io.sensorium.analysis.flow;

/** Receives pieces as the fold closes them, oldest first. */
@FunctionalInterface
public interface PieceSink {

  void closed(Piece piece);
}
