package io.sensorium.simulator.phone;

import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.people.Episode;
import io.sensorium.simulator.random.Dice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Motion chunks that a recording has come to and not yet handed out: all the way while somebody
 * travels and for some minutes after it, then one now and then.
 */
final class MotionStream {

  private static final long CHUNK_MICROS =
      MotionSensor.SAMPLES_PER_CHUNK * MotionSensor.SAMPLE_MICROS;
  private static final long SETTLING_MICROS = 3 * Micros.PER_MINUTE;
  private static final long PAUSE_MICROS = 5 * Micros.PER_MINUTE;

  /** Sensing with one feel, from one time to another. */
  private record Span(
      MotionSensor sensor, long startMicros, long endMicros, long fromChunkToChunkMicros) {}

  private final boolean on;
  private final Outages outages;
  private final Dice dice;
  private final Deque<Span> spans = new ArrayDeque<>();
  private long nextMicros = Long.MIN_VALUE;

  MotionStream(boolean on, Outages outages, Dice dice) {
    this.on = on;
    this.outages = outages;
    this.dice = dice.fork("motion");
  }

  void begin(Episode episode) {
    if (!on) {
      return;
    }
    var own = dice.fork(episode.startMicros());
    switch (episode) {
      case Episode.Leg leg ->
          add(sensor(leg, own), leg.startMicros(), leg.endMicros(), CHUNK_MICROS);
      case Episode.Stay stay -> {
        long settled = Math.min(stay.startMicros() + SETTLING_MICROS, stay.endMicros());
        var standing = RestingFeel.standing(own);
        add(MotionSensor.anyhow(standing, own), stay.startMicros(), settled, CHUNK_MICROS);
        var lying = RestingFeel.lying(own);
        add(MotionSensor.anyhow(lying, own), settled, stay.endMicros(), PAUSE_MICROS);
      }
    }
  }

  private void add(MotionSensor sensor, long startMicros, long endMicros, long everyMicros) {
    spans.add(new Span(sensor, startMicros, endMicros, everyMicros));
  }

  private static MotionSensor sensor(Episode.Leg leg, Dice dice) {
    TransportMode mode = leg.mode();
    return switch (mode) {
      case WALKING, RUNNING, BIKING ->
          MotionSensor.anyhow(BodyFeel.of(mode, leg.trace(), dice), dice);
      case IDLE, OTHER, INSUFFICIENT_DATA -> MotionSensor.anyhow(RestingFeel.standing(dice), dice);
      case CAR, BUS, TRAIN, TRAM, SUBWAY, BOAT, FERRY, MOTORCYCLE, ESCOOTER, FLIGHT ->
          MotionSensor.upright(RidingFeel.of(mode, leg.trace(), dice), dice);
    };
  }

  /** Whole chunks that end by {@code untilMicros}. */
  List<MotionChunk> take(long untilMicros) {
    var chunks = new ArrayList<MotionChunk>();
    while (!spans.isEmpty()) {
      var span = spans.getFirst();
      long start = Math.max(span.startMicros(), nextMicros);
      long end = start + CHUNK_MICROS;
      if (end > span.endMicros()) {
        spans.removeFirst();
        nextMicros = Long.MIN_VALUE;
      } else if (end > untilMicros) {
        break;
      } else {
        if (!outages.isOff(start)) {
          chunks.add(span.sensor().chunk(start));
        }
        nextMicros = start + span.fromChunkToChunkMicros();
      }
    }
    return chunks;
  }
}
