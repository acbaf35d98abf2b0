package io.sensorium.benchmarks.peers;

import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.LeanHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A connection to a server that takes line protocol, and questions as URLs. */
final class HttpLine implements Contender.Line {

  private static final int PAUSE_MILLIS = 50;

  /**
   * How a server is spoken to.
   *
   * @param write the target of rows
   * @param writeHeaders whole header lines
   * @param query the target of a question
   * @param queryHeaders whole header lines
   */
  record Dialect(
      String write, String writeHeaders, Function<Question, String> query, String queryHeaders) {}

  private final LeanHttp http;
  private final Dialect dialect;

  HttpLine(URI server, Dialect dialect) throws IOException {
    http = new LeanHttp(server);
    this.dialect = dialect;
  }

  /** Sends until the answer is not "later". */
  @Override
  public void send(byte[] rows) throws IOException, InterruptedException {
    var answer =
        LeanHttp.untilTaken(
            PAUSE_MILLIS, () -> http.post(dialect.write(), dialect.writeHeaders(), rows));
    if (!answer.isSuccess()) {
      throw new BenchException("rows were answered " + answer);
    }
  }

  @Override
  public String ask(Question question) throws IOException {
    var answer = http.get(dialect.query().apply(question), dialect.queryHeaders());
    if (!answer.isSuccess()) {
      throw new BenchException(question + " was answered " + answer);
    }
    return answer.body();
  }

  /** A value within a query string. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
