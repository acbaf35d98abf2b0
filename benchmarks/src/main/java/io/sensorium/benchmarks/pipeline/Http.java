package io.sensorium.benchmarks.pipeline;

import java.io.IOException;
import java.net.URI;

/** Calls to one server, one after the other over one connection that is kept open. */
final class Http implements AutoCloseable {

  private static final int PAUSE_MILLIS = 200;

  private final LeanHttp line;

  Http(URI server) throws IOException {
    line = new LeanHttp(server);
  }

  String get(String path, String token) throws IOException, InterruptedException {
    return answered(path, () -> line.get(path, authorization(token)));
  }

  String post(String path, String token, Body body) throws IOException, InterruptedException {
    var headers = authorization(token) + "Content-Type: application/json\r\n";
    var packed = headers + (body.isGzip() ? "Content-Encoding: gzip\r\n" : "");
    return answered(path, () -> line.post(path, packed, body.bytes()));
  }

  private static String authorization(String token) {
    return token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
  }

  private static String answered(String path, LeanHttp.Call call)
      throws IOException, InterruptedException {
    var answer = LeanHttp.untilTaken(PAUSE_MILLIS, call);
    if (!answer.isSuccess()) {
      throw new BenchException(
          "%s answered %d: %s".formatted(path, answer.status(), answer.body()));
    }
    return answer.body();
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
