package io.sensorium.benchmarks.peers;

import java.io.IOException;

/** A running server that takes measurements and answers questions. Closing stops and deletes it. */
public interface Contender extends AutoCloseable {

  /** One connection that is kept open, for one thread. */
  interface Line extends AutoCloseable {

    /** Sends rows in the contender's format; returns when they are acknowledged. */
    void send(byte[] rows) throws IOException, InterruptedException;

    /** The answer's text, as the server gives it. */
    String ask(Question question) throws IOException;

    @Override
    void close() throws IOException;
  }

  /** Makes the series known, with one measurement each. */
  void prepare(Batches first) throws IOException, InterruptedException;

  /** A connection for the series that {@link Batches} gives to it. */
  Line connect(int connection) throws IOException;

  /** Processor time and memory of the server and all its processes. */
  ServerFigures figures() throws IOException;

  /** Brings what was written into its lasting form, and tells what it takes on disk. */
  long sealedBytes() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
