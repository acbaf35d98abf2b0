package io.sensorium.benchmarks.pipeline;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Calls to one server, one after the other over one connection that is kept open. */
final class Http implements AutoCloseable {

  private static final int BUSY = 503;
  private static final int TOO_MANY = 429;

  private final LeanHttp line;

  Http(URI server) throws IOException {
    line = new LeanHttp(server);
  }

  String get(String path, String token) throws IOException, InterruptedException {
    return untilAnswered(path, () -> line.get(path, authorization(token)));
  }

  String post(String path, String token, Body body) throws IOException, InterruptedException {
    var headers = authorization(token) + "Content-Type: application/json\r\n";
    var packed = headers + (body.isGzip() ? "Content-Encoding: gzip\r\n" : "");
    return untilAnswered(path, () -> line.post(path, packed, body.bytes()));
  }

  private static String authorization(String token) {
    return token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
  }

  private interface Call {

    LeanHttp.Answer send() throws IOException;
  }

  /** Sends until the answer is not "later". */
  private static String untilAnswered(String path, Call call)
      throws IOException, InterruptedException {
    while (true) {
      var answer = call.send();
      if (answer.isSuccess()) {
        return answer.body();
      }
      if (answer.status() != BUSY && answer.status() != TOO_MANY) {
        throw new BenchException(
            "%s answered %d: %s".formatted(path, answer.status(), answer.body()));
      }
      Thread.sleep(Duration.ofMillis(200));
    }
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
