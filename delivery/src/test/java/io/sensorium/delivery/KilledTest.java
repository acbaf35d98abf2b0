package io.sensorium.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.delivery.Receiver.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTest {

  private static final int ALARMS = 20;

  @TempDir Path directory;

  @Test
  void whatAKilledProcessDidNotDeliverIsDeliveredAfterTheNextStart() throws Exception {
    var holding = new AtomicBoolean(true);
    var never = new CountDownLatch(1);
    try (var receiver = new Receiver(_ -> holding.get() ? awaited(never) : Reply.of(200))) {
      var process = start(receiver);
      var underWay = receiver.next(); // sent, and not answered
      process.destroyForcibly().waitFor();
      holding.set(false);
      never.countDown();

      try (var _ = new TestOutbox(directory, 4, Clock.systemUTC())) {
        var ids = new HashSet<String>();
        var bodies = new HashSet<String>();
        for (int i = 0; i < ALARMS; i++) {
          var received = receiver.next();
          ids.add(received.header("webhook-id"));
          bodies.add(received.body());
        }
        assertThat(ids).hasSize(ALARMS).contains(underWay.header("webhook-id"));
        assertThat(bodies).hasSize(ALARMS).contains(underWay.body());
      }
      assertThat(receiver.waitingCount()).isZero();
    }
  }

  private Process start(Receiver receiver) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            OutboxProcess.class.getName(),
            directory.toString(),
            receiver.url("/hook").text(),
            Integer.toString(ALARMS))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Reply awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the test is over
    }
    return Reply.of(200);
  }
}
