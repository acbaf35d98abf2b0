package io.sensorium.simulator.phone;

import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.people.Episode;
import io.sensorium.simulator.random.Dice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Motion chunks of the rides by car that a recording has come to and not yet handed out. */
final class MotionStream {

  private static final long CHUNK_MICROS =
      MotionSensor.SAMPLES_PER_CHUNK * MotionSensor.SAMPLE_MICROS;

  private record Ride(MotionSensor sensor, long endMicros) {}

  private final boolean on;
  private final Dice dice;
  private final Deque<Ride> rides = new ArrayDeque<>();
  private final Deque<Long> nextChunks = new ArrayDeque<>();

  MotionStream(boolean on, Dice dice) {
    this.on = on;
    this.dice = dice.fork("motion");
  }

  void begin(Episode episode) {
    if (on && episode instanceof Episode.Leg leg && leg.mode() == TransportMode.CAR) {
      rides.add(
          new Ride(new MotionSensor(leg.trace(), dice.fork(leg.startMicros())), leg.endMicros()));
      nextChunks.add(leg.startMicros());
    }
  }

  /** Whole chunks that end by {@code untilMicros}. */
  List<MotionChunk> take(long untilMicros) {
    var chunks = new ArrayList<MotionChunk>();
    while (!rides.isEmpty()) {
      long start = nextChunks.removeFirst();
      long end = start + CHUNK_MICROS;
      if (end > rides.getFirst().endMicros()) {
        rides.removeFirst();
      } else if (end > untilMicros) {
        nextChunks.addFirst(start);
        break;
      } else {
        chunks.add(rides.getFirst().sensor().chunk(start));
        nextChunks.addFirst(end);
      }
    }
    return chunks;
  }
}
