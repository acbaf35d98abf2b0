package io.sensorium.delivery;

import io.sensorium.core.notification.CallbackUrl;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Registers a callback, adds alarms, and delivers them until it is killed. */
final class OutboxProcess {

  private OutboxProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    var outbox = new TestOutbox(Path.of(arguments[0]), 4, Clock.systemUTC());
    outbox.register(new CallbackUrl(arguments[1]), 7);
    outbox.addAlarms(
        IntStream.range(0, Integer.parseInt(arguments[2])).mapToObj(i -> "alarm-" + i).toList());
    new CountDownLatch(1).await();
  }
}
