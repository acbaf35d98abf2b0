package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What all methods of the published sensor API have in common. */
class SensorTransportContractTest {

  private static final List<String> PUBLISHED = SensorMethods.PUBLISHED;
  private static final Pattern MAX_AGE = Pattern.compile("\\bmax-age=(\\d+)");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0000");
  private static final Pattern ANYTHING_LIKE_A_DATE = Pattern.compile("\"(\\d{4}-\\d\\d[^\"]*)\"");

  @TempDir private static Path directory;
  private static SensorSite site;
  private static Person anna;
  private static GatewayClient gateway;
  private static long source;

  @BeforeAll
  static void start() {
    site = SensorSite.start(directory);
    anna = site.newPerson("anna", "set_interval");
    gateway = site.newGateway("10000000", anna);
    source = gateway.pair("aa00bb01", "temp", "humi", "batt").source("temp");
    var now = Instant.now();
    gateway.send(
        GatewayClient.row("aa00bb01", "temp", now.minusSeconds(3_600), 20.34),
        GatewayClient.row("aa00bb01", "temp", now.minusSeconds(60), 20.5));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  /** One answer of each kind: good ones, changes, and errors. */
  private static List<Reply> answers() {
    var answers = new ArrayList<Reply>();
    for (var target : reads()) {
      answers.add(anna.get(target));
    }
    answers.add(anna.post("/v1/gateways/" + gateway.id(), "name=Home"));
    var alarm = anna.post("/v1/alarms", "data_source=" + source + "&value=-5&direction=below");
    answers.add(alarm);
    answers.add(anna.delete("/v1/alarms/" + alarm.ok("alarm").path("id").asLong()));
    answers.add(anna.post("/v1/alarms", "value=-5"));
    answers.add(site.secure().get("/v1/users"));
    answers.add(anna.get("/v1/users?impersonate=1"));
    answers.add(anna.get("/v1/workflows/999"));
    answers.add(anna.get("/v1/nothing"));
    answers.add(anna.delete("/v1/users"));
    answers.add(anna.api().send("POST", "/v1/alarms", "text/plain", "a"));
    answers.add(anna.post("/v1/alarms", "a=" + "b".repeat(300_000)));
    return answers;
  }

  private static List<String> reads() {
    var measurements = "/v1/measurements?data_sources=" + source + "&type=";
    return List.of(
        "/v1/users",
        "/v1/users?list",
        "/v1/gateways",
        measurements + "latest",
        measurements + "min_max",
        measurements + "range",
        measurements + "raw",
        "/v1/alarms",
        "/v1/alarms/history",
        "/v1/callbacks");
  }

  @ParameterizedTest
  @FieldSource("io.sensorium.server.contract.SensorMethods#ALL")
  void thePlainPortNeverAnswersAlsoWithTheRightPassword(String method) {
    var answer = site.plain().showing(anna.api().authorization()).call(method);

    assertThat(answer.error()).isEqualTo("403 forbidden");
    assertThat(answer.json().path("code").asInt()).isEqualTo(403);
    assertThat(answer.header("WWW-Authenticate")).isNull();
    assertThat(answer.header("Location")).isNull();
  }

  @ParameterizedTest
  @FieldSource("io.sensorium.server.contract.SensorMethods#ALL")
  void everyMethodAsksForCredentials(String method) {
    var none = site.secure().call(method);

    assertThat(none.error()).isEqualTo("401 unauthorized");
    assertThat(none.header("WWW-Authenticate")).startsWith("Basic ");
  }

  @ParameterizedTest
  @FieldSource("PUBLISHED")
  void aWrongPasswordAndAnUnknownAddressAreNotToldApart(String method) {
    var somebody = site.newPerson("somebody" + PUBLISHED.indexOf(method));
    var nobody = "nobody" + PUBLISHED.indexOf(method) + "@example.org";

    var wrong = site.secure().showing(Caller.basic(somebody.email(), "87654321")).call(method);
    var unknown = site.secure().showing(Caller.basic(nobody, "87654321")).call(method);

    assertThat(wrong.error()).isEqualTo("401 unauthorized");
    assertThat(wrong.said()).isEqualTo(unknown.said());
    assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic ");
    assertThat(unknown.header("WWW-Authenticate")).startsWith("Basic ");
  }

  @Test
  void maxAgeIsInAllResponsesAndInTheirBodies() {
    for (var answer : answers()) {
      var header = MAX_AGE.matcher(String.valueOf(answer.header("Cache-Control")));

      assertThat(header.find()).as(answer.text()).isTrue();
      assertThat(answer.json().path("max_age").asString()).isEqualTo(header.group(1));
      assertThat(answer.header("Cache-Control")).contains("private");
      if (answer.status() != 200 || answer.http().request().method().equals("POST")) {
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=0, private, no-store");
      }
    }
  }

  @Test
  void theEnvelopeBeginsWithCodeMaxAgeAndTime() {
    for (var answer : answers()) {
      assertThat(answer.text())
          .matches(
              "(?s)\\{\"code\":" + answer.status() + ",\"max_age\":\\d+,\"time\":\\d+\\.\\d{3},.*");
      assertThat(answer.header("Content-Type")).startsWith("application/json");
      if (answer.status() != 200) {
        var error = answer.json().path("error");
        assertThat(error.propertyNames()).containsExactly("type", "parameter", "message");
        assertThat(error.path("message").asString()).isNotBlank();
      }
    }
  }

  @Test
  void contentIsPackedWithGzipForThoseWhoAcceptItElsePlain() throws Exception {
    for (var target : reads()) {
      var packed = anna.api().send(anna.api().to(target).header("Accept-Encoding", "gzip"));
      var plain = anna.get(target);

      assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(plain.header("Content-Encoding")).isNull();
      assertThat(packed.header("Vary")).contains("Authorization").contains("Accept-Encoding");
      try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.http().body()))) {
        var text = new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("{\"code\":200,");
      }
    }
  }

  @Test
  void whoHasTheAnswerAlreadyIsToldThatItStillHolds() {
    for (var target : reads()) {
      var tag = String.valueOf(anna.get(target).header("ETag"));

      var again = anna.api().send(anna.api().to(target).header("If-None-Match", tag));

      assertThat(tag).startsWith("W/\"");
      assertThat(again.status()).as(target).isEqualTo(304);
      assertThat(again.text()).isEmpty();
      assertThat(again.header("ETag")).isEqualTo(tag);
      assertThat(again.header("Cache-Control")).contains("max-age=");
    }
  }

  @Test
  void allDatesAreUtcAndIso8601() {
    anna.post("/v1/gateways/" + gateway.id() + "/commands", "command=reboot");
    anna.post("/v1/callbacks", "url=https://example.org/hook&type=7").ok();
    int dates = 0;
    for (var answer : answers()) {
      var found = ANYTHING_LIKE_A_DATE.matcher(answer.text());
      while (found.find()) {
        assertThat(found.group(1)).matches(DATE);
        dates++;
      }
    }
    assertThat(dates).isGreaterThan(10);
  }

  @Test
  void anAddressThatIsThereTellsItsMethods() {
    var answer = anna.delete("/v1/users");

    assertThat(answer.error()).isEqualTo("405 method_not_allowed");
    assertThat(answer.header("Allow")).contains("GET").contains("POST");
  }

  @Test
  void theMeanAnswerTakesLessThanATenthOfASecond() {
    for (int warm = 0; warm < 5; warm++) {
      reads().forEach(anna::get);
    }
    double seconds = 0;
    int count = 0;
    for (int round = 0; round < 20; round++) {
      for (var target : reads()) {
        seconds += anna.get(target).ok("time").asDouble();
        count++;
      }
    }
    assertThat(seconds / count).isLessThan(0.1);
  }
}
