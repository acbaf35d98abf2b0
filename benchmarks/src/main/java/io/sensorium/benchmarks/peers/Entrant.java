package io.sensorium.benchmarks.peers;

import java.io.IOException;

/** A kind of server that can take part. */
public interface Entrant {

  String name();

  /** How its rows are written. */
  RowFormat format();

  /** Whether this machine has its program. */
  boolean isInstalled();

  /** What a person does to install it. */
  String howToInstall();

  /** A new server without data. */
  Contender start() throws IOException, InterruptedException;
}
