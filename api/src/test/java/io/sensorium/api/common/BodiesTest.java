package io.sensorium.api.common;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodiesTest {

  private static final String LONG_TEXT = "all work and no play ".repeat(100);

  private final TestServer server =
      TestServer.of(
          HttpConfig.onLoopback(0).withIdleTimeout(Duration.ofMillis(500)),
          routes ->
              routes
                  .post("/size", request -> size(request.bodyBytes().length))
                  .post(
                      "/small",
                      request -> size(request.bodyBytes().length),
                      new BodyRule(Set.of(), 50, 100, Set.of()))
                  .post("/json", request -> size(request.jsonObject().getString("a").length()))
                  .get("/long", request -> Response.json(json -> json.value(LONG_TEXT)))
                  .get("/short", request -> size(1)));

  @AfterEach
  void stop() {
    server.close();
  }

  private static Response size(long bytes) {
    return Response.json(json -> json.value(bytes));
  }

  @Test
  void aPackedBodyIsUnpackedBeforeTheHandlerSeesIt() {
    var packed = Packing.pack(LONG_TEXT.getBytes(UTF_8));

    var answer =
        server.send(
            server
                .to("/size")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed)));

    assertThat(answer.body()).isEqualTo(Integer.toString(LONG_TEXT.length()));
  }

  @Test
  void aLongAnswerIsPackedForThoseWhoAccept() throws IOException {
    var answer = server.sendForBytes(server.to("/long").header("Accept-Encoding", "br, gzip"));

    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.body()).hasSizeLessThan(200);
    var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertThat(new String(unpacked, UTF_8)).isEqualTo("\"" + LONG_TEXT + "\"");
  }

  @Test
  void anAnswerIsNotPackedForOthersNorWhenItIsShort() {
    var refused = server.send(server.to("/long").header("Accept-Encoding", "gzip;q=0"));
    var shortOne = server.send(server.to("/short").header("Accept-Encoding", "gzip"));

    assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(refused.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(shortOne.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void aBodyIsRefusedByItsLengthAlone() {
    var answer =
        server.raw("POST /small HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413").contains("PAYLOAD_TOO_LARGE");
  }

  @Test
  void aBodyWithoutLengthIsRefusedWhereItPassesTheLimit() {
    var chunk = "40\r\n" + "x".repeat(64) + "\r\n";

    var answer =
        server.raw(
            "POST /small HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk
                + chunk);

    assertThat(answer).startsWith("HTTP/1.1 413");
  }

  @Test
  void aSmallBodyThatUnpacksIntoALargeOneIsRefused() {
    var bomb = Packing.pack(new byte[10_000]);

    var answer =
        server.send(
            server
                .to("/small")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bomb)));

    assertThat(bomb).hasSizeLessThan(51);
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aLargeBombIsRefusedWhereItPassesTheLimit() {
    var bomb = Packing.pack(new byte[200 << 20]);

    var answer =
        server.send(
            server
                .to("/size")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bomb)));

    assertThat(bomb).hasSizeLessThan(1 << 20);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("larger than 16777216 bytes");
  }

  @Test
  void aBodyThatIsNotGzipIsABadRequest() {
    var answer =
        server.send(
            server
                .to("/size")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("plain")));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void anotherMediaTypeOrPackingIsRefused() {
    assertThat(server.post("/json", "text/xml", "<a/>").statusCode()).isEqualTo(415);
    var brotli =
        server.send(
            server.to("/json").header("Content-Encoding", "br").POST(BodyPublishers.ofString("x")));
    assertThat(brotli.statusCode()).isEqualTo(415);
    assertThat(brotli.body()).contains("UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void jsonIsTakenWithACharsetAndWithoutAType() {
    var untyped = server.to("/json").POST(BodyPublishers.ofString("{\"a\":\"xy\"}"));

    assertThat(server.post("/json", "Application/JSON; charset=utf-8", "{\"a\":\"xyz\"}").body())
        .isEqualTo("3");
    assertThat(server.send(untyped).body()).isEqualTo("2");
  }

  @Test
  void brokenJsonAndAMissingMemberAreBadRequests() {
    assertThat(server.post("/json", "application/json", "{\"a\":").body())
        .contains("INVALID_PARAMETER");
    assertThat(server.post("/json", "application/json", "{\"a\":7}").body())
        .contains("a must be a string");
    assertThat(server.post("/json", "application/json", "[".repeat(100)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void jsonThatIsNestedTooDeeplyIsABadRequest() {
    var deep = "{\"a\":" + "[".repeat(70) + "]".repeat(70) + "}";

    assertThat(server.post("/json", "application/json", deep).statusCode()).isEqualTo(400);
  }

  @Test
  void aBodyThatStopsHalfwayEndsInATimeout() {
    var answer =
        server.raw("POST /size HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");

    assertThat(answer).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT");
  }

  @Test
  void headersThatStopHalfwayEndTheConnection() {
    assertThat(server.raw("GET /short HTTP/1.1\r\nHost: loc")).doesNotContain("200");
  }

  @Test
  void aBodyThatDripsIsGivenUp() {
    var nanos = new long[1];
    var drops = new ByteArrayInputStream(new byte[1_000]);
    var steady =
        new BodyStream.SteadyStream(
            drops, HttpConfig.Limits.DEFAULT, () -> nanos[0] += Duration.ofSeconds(1).toNanos());

    int read = 0;
    try {
      while (steady.read() >= 0) {
        read++;
      }
    } catch (ApiError | IOException e) {
      assertThat(e).isInstanceOf(ApiError.class).hasMessageContaining("slowly");
    }

    assertThat(read).isEqualTo(10);
  }
}
