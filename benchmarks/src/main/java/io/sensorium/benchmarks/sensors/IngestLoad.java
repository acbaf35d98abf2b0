package io.sensorium.benchmarks.sensors;

import io.sensorium.benchmarks.peers.Batches;
import io.sensorium.benchmarks.peers.Question;
import io.sensorium.benchmarks.peers.RowFormat;
import io.sensorium.benchmarks.peers.Walks;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * 1,000 series that measure each 15 seconds, twice 2,000 times. Their stamps are up to 50 ms off,
 * as clocks are that are set by the network: 11 bits of a point cannot be foretold.
 *
 * @param known a row of each series, which makes it known
 */
record IngestLoad(Batches known, Part first, Part second) {

  static final int CONNECTIONS = 4;
  static final Walks.Shape SHAPE = new Walks.Shape(1_000, Duration.ofSeconds(15), 50, 5);

  private static final int ROUNDS = 2_000;
  private static final int ROWS_PER_BATCH = 5_000;
  private static final int ASKED = 100;
  private static final Duration SINCE = Duration.ofDays(2);
  private static final long SEED = 1;

  /**
   * Two million points.
   *
   * @param last what some of the series measured last
   */
  record Part(Batches batches, Question latest, List<String> last) {

    Part {
      last = List.copyOf(last);
    }

    private static Part next(Walks walks, RowFormat format) {
      var batches = Batches.of(walks, ROUNDS, CONNECTIONS, ROWS_PER_BATCH, format);
      var last = IntStream.range(0, ASKED).mapToObj(walks::last).toList();
      return new Part(batches, new Question.Latest(ASKED, walks.next()), last);
    }
  }

  static IngestLoad of(RowFormat format) {
    var start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(SINCE);
    var walks = new Walks(SHAPE, start, SEED);
    var known = Batches.of(walks, 1, CONNECTIONS, ROWS_PER_BATCH, format);
    return new IngestLoad(known, Part.next(walks, format), Part.next(walks, format));
  }

  long points() {
    return known.points() + first.batches().points() + second.batches().points();
  }
}
