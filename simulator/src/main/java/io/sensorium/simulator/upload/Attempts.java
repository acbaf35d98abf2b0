package io.sensorium.simulator.upload;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Sends a request until it is answered by anything but "later".
 *
 * @param most how often at the most
 */
record Attempts(HttpClient http, Pause pause, int most) {

  private static final int BUSY = 503;
  private static final int TOO_MANY = 429;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  HttpResponse<String> send(HttpRequest request) {
    try {
      return trySend(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UploadException("interrupted", e);
    }
  }

  private HttpResponse<String> trySend(HttpRequest request) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        boolean later = answer.statusCode() == BUSY || answer.statusCode() == TOO_MANY;
        if (!later || attempt == most) {
          return answer;
        }
        pause.pause(retryAfter(answer, attempt));
      } catch (IOException e) {
        if (attempt == most) {
          throw new UploadException("no answer from " + request.uri(), e);
        }
        pause.pause(backOff(attempt));
      }
    }
  }

  private static Duration retryAfter(HttpResponse<String> answer, int attempt) {
    var asked =
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(seconds -> seconds.matches("\\d{1,6}"))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
            .orElse(backOff(attempt));
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  private static Duration backOff(int attempt) {
    return Duration.ofMillis(200L << Math.min(attempt, 6));
  }

  /** The answer's body, when the server did what it was asked. */
  static String requireOk(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new UploadException(
          answer.uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }
}
