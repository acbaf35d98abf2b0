package io.sensorium.benchmarks.peers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A load as the bodies of its requests, made before the clock runs. Each connection sends the
 * series of its own gateway, in the order of time.
 *
 * @param bodies for each connection, what it sends one after the other
 * @param points in all
 */
public record Batches(List<List<byte[]>> bodies, long points) {

  public Batches {
    bodies = bodies.stream().map(List::copyOf).toList();
  }

  /** The next rounds of the walks. */
  public static Batches of(
      Walks walks, int rounds, int connections, int rowsPerBatch, RowFormat format) {
    var writers = new ArrayList<Writer>();
    for (int i = 0; i < connections; i++) {
      writers.add(new Writer(rowsPerBatch, format));
    }
    int series = walks.shape().series();
    for (int round = 0; round < rounds; round++) {
      walks.round(
          (number, millis, hundredths) ->
              writers
                  .get(connectionOf(number, series, connections))
                  .row(number, millis, hundredths));
    }
    return new Batches(writers.stream().map(Writer::finish).toList(), (long) rounds * series);
  }

  /** The connection, and so the gateway, that a series is sent by. */
  static int connectionOf(int series, int allSeries, int connections) {
    return (int) ((long) series * connections / allSeries);
  }

  private static final class Writer {

    private final int rowsPerBatch;
    private final RowFormat format;
    private final List<byte[]> bodies = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int rows;

    Writer(int rowsPerBatch, RowFormat format) {
      this.rowsPerBatch = rowsPerBatch;
      this.format = format;
    }

    void row(int series, long timeMillis, int hundredths) {
      format.append(text, series, timeMillis, hundredths);
      if (++rows == rowsPerBatch) {
        cut();
      }
    }

    List<byte[]> finish() {
      if (rows > 0) {
        cut();
      }
      return bodies;
    }

    private void cut() {
      bodies.add(text.toString().getBytes(StandardCharsets.US_ASCII));
      text.setLength(0);
      rows = 0;
    }
  }
}
