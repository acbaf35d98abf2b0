package io.sensorium.server.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A phone that uploads numbered fixes, one batch after the other, and repeats each batch until it
 * is acknowledged.
 */
final class Uploader implements Runnable {

  static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

  /** Where the server is at the moment. */
  interface Address {
    URI current();
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final Address server;
  private final String token;
  private final Random random;
  private volatile int acknowledgedFixes;
  private volatile boolean stopped;

  Uploader(Address server, String token, long seed) {
    this.server = server;
    this.token = token;
    this.random = new Random(seed);
  }

  /** Fixes 0 to this, exclusive, are acknowledged. */
  int acknowledgedFixes() {
    return acknowledgedFixes;
  }

  /** Ends once the batch that is being sent is acknowledged. */
  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    int next = 0;
    while (!stopped) {
      int size = 1 + random.nextInt(60);
      sendUntilAcknowledged(batch(next, size));
      next += size;
      acknowledgedFixes = next;
    }
  }

  private void sendUntilAcknowledged(String body) {
    while (!send(body)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private boolean send(String body) {
    try {
      var request =
          HttpRequest.newBuilder(server.current().resolve("/device/v1/signals"))
              .timeout(REQUEST_TIMEOUT)
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() == 200) {
        return true;
      }
      if (response.statusCode() < 500 && response.statusCode() != 429) {
        throw new IllegalStateException(response.statusCode() + ": " + response.body());
      }
      return false;
    } catch (IOException e) {
      return false; // killed, or not there yet
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String batch(int first, int size) {
    var json = new StringBuilder("{\"batch_id\":\"from-" + first + "\",\"fixes\":[");
    for (int i = first; i < first + size; i++) {
      json.append(i == first ? "" : ",")
          .append("{\"time\":\"")
          .append(FIRST.plusSeconds(15L * i))
          .append("\",\"lat\":")
          .append(latitudeE7(i) / 1e7)
          .append(",\"lon\":3.7174,\"accuracy\":8}");
    }
    return json.append("]}").toString();
  }

  /** Half a day at one place, then a drive of an hour, and so on. */
  static long latitudeE7(int fix) {
    int cycle = fix / 3_000;
    int within = Math.max(0, fix % 3_000 - 2_760);
    return 510_543_000L + (240L * cycle + within) * 15_000L;
  }
}
