package io.sensorium.server.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Uploads numbered items, one batch after the other, and repeats each until it is acknowledged. */
final class Uploader implements Runnable {

  private static final int MAX_BATCH_SIZE = 60;
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

  /** Where the server is at the moment. */
  interface Address {
    URI current();
  }

  /** What is uploaded. */
  interface Items {

    String path();

    /** The body that holds {@code size} items from number {@code first} on. */
    String batch(int first, int size);
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final Address server;
  private final Items items;
  private final String token;
  private final Random random;
  private volatile int acknowledged;
  private volatile boolean stopped;

  Uploader(Address server, Items items, String token, long seed) {
    this.server = server;
    this.items = items;
    this.token = token;
    this.random = new Random(seed);
  }

  /** Items 0 to this, exclusive, are acknowledged. */
  int acknowledged() {
    return acknowledged;
  }

  /** Ends once the batch that is being sent is acknowledged. */
  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    int next = 0;
    while (!stopped) {
      int size = 1 + random.nextInt(MAX_BATCH_SIZE);
      sendUntilAcknowledged(items.batch(next, size));
      next += size;
      acknowledged = next;
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
          HttpRequest.newBuilder(server.current().resolve(items.path()))
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
}
