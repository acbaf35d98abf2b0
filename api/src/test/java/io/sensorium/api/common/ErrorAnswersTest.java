package io.sensorium.api.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever is asked, an error has one form, and its ref is in the log. */
class ErrorAnswersTest {

  private static final Pattern REF = Pattern.compile("\"ref\":\"([0-9a-f-]{36})\"");
  private static final String HOST = "\r\nHost: localhost\r\nConnection: close\r\n";

  /** What is asked, and the status and code that answer it. */
  record Case(String asked, int status, String code) {}

  static final List<Case> CASES =
      List.of(
          new Case("GET /v2/unknown HTTP/1.1" + HOST + "\r\n", 404, "NOT_FOUND"),
          new Case("GET / HTTP/1.1" + HOST + "\r\n", 404, "NOT_FOUND"),
          new Case("GET //a HTTP/1.1" + HOST + "\r\n", 400, "BAD_REQUEST"),
          new Case("GET /%2e%2e/ HTTP/1.1" + HOST + "\r\n", 400, "BAD_REQUEST"),
          new Case("GET /a/../../etc/passwd HTTP/1.1" + HOST + "\r\n", 400, "BAD_REQUEST"),
          new Case("GET /a%zz HTTP/1.1" + HOST + "\r\n", 400, "BAD_REQUEST"),
          new Case("GET /a% HTTP/1.1" + HOST + "\r\n", 400, "BAD_REQUEST"),
          new Case("GET /a?x=%zz HTTP/1.1" + HOST + "\r\n", 400, "INVALID_PARAMETER"),
          new Case("GET /a?x=%ff HTTP/1.1" + HOST + "\r\n", 400, "INVALID_PARAMETER"),
          new Case("GET /" + "a".repeat(9_000) + " HTTP/1.1" + HOST + "\r\n", 414, "URI_TOO_LONG"),
          new Case(
              "GET /a HTTP/1.1" + HOST + "X: " + "y".repeat(9_000) + "\r\n\r\n",
              431,
              "HEADERS_TOO_LARGE"),
          new Case("PUT /a HTTP/1.1" + HOST + "\r\n", 405, "METHOD_NOT_ALLOWED"),
          new Case("TRACE /a HTTP/1.1" + HOST + "\r\n", 405, "METHOD_NOT_ALLOWED"),
          new Case("BREW /a HTTP/1.1" + HOST + "\r\n", 405, "METHOD_NOT_ALLOWED"),
          new Case("OPTIONS /unknown HTTP/1.1" + HOST + "\r\n", 404, "NOT_FOUND"),
          new Case("GET /a HTTP/1.1\r\n\r\n", 400, "BAD_REQUEST"),
          new Case("GET /a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "BAD_REQUEST"),
          new Case("GET /a HTTP/1.1" + HOST + "No Colon\r\n\r\n", 400, "BAD_REQUEST"),
          new Case("GET /a HTTP/1.1" + HOST + "Bad Name: x\r\n\r\n", 400, "BAD_REQUEST"),
          new Case("GET /a HTTP/1.1" + HOST + "X: a\u0000b\r\n\r\n", 400, "BAD_REQUEST"),
          new Case("GET /a HTTP/1.1" + HOST + "Expect: gifts\r\n\r\n", 417, "EXPECTATION_FAILED"),
          new Case("GET /a HTTP/3.0" + HOST + "\r\n", 505, "HTTP_VERSION_NOT_SUPPORTED"),
          new Case("GET /a HTTP/1.7" + HOST + "\r\n", 505, "HTTP_VERSION_NOT_SUPPORTED"),
          new Case("POST /b HTTP/1.1" + HOST + "Content-Length: x\r\n\r\n", 400, "BAD_REQUEST"),
          new Case(
              "POST /b HTTP/1.1" + HOST + "Content-Length: 99999999999999999999\r\n\r\n",
              400,
              "BAD_REQUEST"),
          new Case(
              "POST /b HTTP/1.1" + HOST + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
              400,
              "INVALID_PARAMETER"),
          new Case("POST /b HTTP/1.1" + HOST + "Content-Length: -1\r\n\r\n", 400, "BAD_REQUEST"),
          new Case(
              "POST /b HTTP/1.1" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
              400,
              "BAD_REQUEST"),
          new Case(
              "POST /b HTTP/1.1"
                  + HOST
                  + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
              400,
              "BAD_REQUEST"),
          new Case(
              "POST /b HTTP/1.1" + HOST + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
              400,
              "INVALID_PARAMETER"),
          new Case(
              "POST /b HTTP/1.1" + HOST + "Transfer-Encoding: rot13\r\n\r\nabc",
              400,
              "BAD_REQUEST"),
          new Case(
              "POST /b HTTP/1.1" + HOST + "Content-Length: 17000000\r\n\r\n",
              413,
              "PAYLOAD_TOO_LARGE"),
          new Case(
              "POST /b HTTP/1.1" + HOST + "Content-Type: text/xml\r\nContent-Length: 1\r\n\r\na",
              415,
              "UNSUPPORTED_MEDIA_TYPE"),
          new Case(
              "POST /b HTTP/1.1" + HOST + "Content-Encoding: br\r\nContent-Length: 1\r\n\r\na",
              415,
              "UNSUPPORTED_MEDIA_TYPE"),
          new Case(
              "POST /b HTTP/1.1" + HOST + "Content-Length: 9\r\n\r\nabc", 408, "REQUEST_TIMEOUT"),
          new Case("nonsense\r\n\r\n", 400, "BAD_REQUEST"),
          new Case("GET /limited HTTP/1.1" + HOST + "\r\n", 429, "RATE_LIMITED"),
          new Case("GET /broken HTTP/1.1" + HOST + "\r\n", 500, "INTERNAL"));

  private final LogLines log = new LogLines();
  private final TestServer server =
      TestServer.of(
          HttpConfig.onLoopback(0).withIdleTimeout(Duration.ofMillis(500)),
          routes ->
              routes
                  .get("/a", request -> Response.empty())
                  .post("/b", request -> length(request))
                  .get(
                      "/limited",
                      request -> {
                        throw ApiError.rateLimited(Duration.ofSeconds(3));
                      })
                  .get(
                      "/broken",
                      request -> {
                        throw new IllegalStateException("a defect");
                      }));

  @AfterEach
  void stop() {
    server.close();
    log.close();
  }

  private static Response length(Request request) throws IOException {
    long bytes = request.bodyBytes().length;
    return Response.json(json -> json.value(bytes));
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void anErrorIsJsonWithARefThatIsInTheLog(Case of) {
    var answer = server.raw(of.asked());

    assertThat(answer).startsWith("HTTP/1.1 " + of.status() + " ");
    var head = answer.substring(0, answer.indexOf("\r\n\r\n"));
    assertThat(head).contains("Content-Type: application/json").doesNotContain("Server:");
    assertThat(answer).contains("\"errorCode\":\"" + of.code() + "\"", "\"message\":\"");
    var ref = REF.matcher(answer);
    assertThat(ref.find()).isTrue();
    assertThat(log.awaitLineWith("ref " + ref.group(1) + " from 127.0.0.1"))
        .contains(" " + of.status() + " " + of.code());
  }

  @Test
  void aMethodThatIsRefusedIsToldThoseThatWork() {
    assertThat(server.raw("TRACE /a HTTP/1.1" + HOST + "X-Secret: 1\r\n\r\n"))
        .contains("Allow: GET, HEAD, OPTIONS")
        .doesNotContain("X-Secret");
  }

  @Test
  void headOfAnErrorHasNoBody() {
    var answer = server.raw("HEAD /unknown HTTP/1.1" + HOST + "\r\n");

    assertThat(answer).startsWith("HTTP/1.1 404").endsWith("\r\n\r\n");
  }

  @Test
  void optionsTellWhatWorksThereAndForTheWholeServer() {
    assertThat(server.raw("OPTIONS /b HTTP/1.1" + HOST + "\r\n"))
        .startsWith("HTTP/1.1 204")
        .contains("Allow: OPTIONS, POST");
    assertThat(server.raw("OPTIONS * HTTP/1.1" + HOST + "\r\n"))
        .startsWith("HTTP/1.1 204")
        .contains("Allow: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
  }
}
