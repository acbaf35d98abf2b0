package io.sensorium.api.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which requests may keep others waiting. */
class PaceTest {

  private static final int GUESTS = 4 * HttpServer.SELECTORS;
  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch meeting = new CountDownLatch(GUESTS);
  private final Routes routes =
      Routes.builder()
          .getQuickly("/quick", request -> Response.json(json -> json.value(whenAllAreThere())))
          .get("/slow", request -> Response.json(json -> json.value(whenAllAreThere())))
          .build();

  private boolean whenAllAreThere() {
    meeting.countDown();
    try {
      return meeting.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void whatMayLastKeepsNobodyWaiting() throws Exception {
    assertThat(meet("/slow", routes)).containsOnly("true");
  }

  @Test
  void whereTheDatabaseIsElsewhereNothingIsTakenForQuick() throws Exception {
    assertThat(meet("/quick", routes.mayWait())).containsOnly("true");
  }

  private static Iterable<String> meet(String path, Routes routes) throws Exception {
    var answers = new ArrayList<String>();
    try (var server = TestServer.of(HttpConfig.onLoopback(0), routes);
        ExecutorService guests = Executors.newFixedThreadPool(GUESTS)) {
      var asked = new ArrayList<Future<String>>();
      for (int i = 0; i < GUESTS; i++) {
        asked.add(guests.submit(() -> server.get(path).body()));
      }
      for (var answer : asked) {
        answers.add(answer.get());
      }
    }
    return answers;
  }
}
