package io.sensorium.intake.mqtt;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;

/**
 * Threads among which work is shared: work of the same key is done in its order, other work at the
 * same time. Whoever brings work waits when too much lies there.
 */
final class MessageLanes implements AutoCloseable {

  private static final int WAITING_PER_LANE = 100;

  private final List<Lane> lanes;

  MessageLanes(int count) {
    lanes = IntStream.range(0, count).mapToObj(Lane::new).toList();
  }

  void add(String key, Runnable work) throws InterruptedException {
    lanes.get(Math.floorMod(key.hashCode(), lanes.size())).queue.put(work);
  }

  /** Ends the threads; what was not begun is left out. */
  @Override
  public void close() {
    lanes.forEach(lane -> lane.thread.interrupt());
    for (var lane : lanes) {
      try {
        lane.thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static final class Lane {

    final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(WAITING_PER_LANE);
    final Thread thread;

    Lane(int number) {
      thread = Thread.ofVirtual().name("mqtt-" + number).start(this::run);
    }

    private void run() {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          queue.take().run();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
