package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.server.contract.Probe.Shot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every parameter of every call with values that it does not expect: the answer is good or a
 * documented error, and nothing of another user is in it.
 */
class SensorFuzzTest {

  private static final String IMPERSONATE = "impersonate={other}";

  private static final List<String> SENSOR_API =
      List.of(
          "GET /v1/users list=1&" + IMPERSONATE,
          "GET /v1/gateways serials=ANNA-GW&from=2026-01-01&with_slaves=1&" + IMPERSONATE,
          "GET /v1/measurements data_sources={source}&type=latest",
          "GET /v1/measurements data_sources={source}&type=min_max&from=2026-01-01&to=2026-09-01",
          "GET /v1/measurements data_sources={source}&type=range&ticks=9&interval=60&fill=blank",
          "GET /v1/measurements data_sources={source}&type=range&from=2026-01-01&to=2026-02-01&ticks=5",
          "GET /v1/measurements data_sources={source}&type=range&fill=linear&from=2026-01-01&to=2026-02-01",
          "GET /v1/measurements data_sources={source}&type=raw&from=2026-01-01&to=2026-09-01",
          "GET /v1/measurements data_sources={source}&type=raw&seq_from=0&seq_to=9&offset=0",
          "GET /v1/alarms " + IMPERSONATE,
          "GET /v1/alarms/history alarms={alarm}&from=2026-01-01&to=2026-09-01&offset=0",
          "GET /v1/callbacks " + IMPERSONATE,
          "GET /v1/callbacks/{callback}/deliveries offset=0",
          "GET /v1/callbacks/{callback}/deliveries/{delivery} " + IMPERSONATE,
          "GET /v1/workflows/{workflow} " + IMPERSONATE,
          "POST /v1/users email=anna@example.org&password=12345678&fname=a&lname=b",
          "POST /v1/users/{user} fname=a&lname=b&country=BE&tz=UTC&temp_unit=celsius"
              + "&notification_channel=none",
          "POST /v1/users/password_reset email=anna@example.org",
          "POST /v1/users/password_reset/confirm token=x&new_password=12345678",
          "POST /v1/gateways serial=ANNA-GW&name=a&claim_code=b",
          "POST /v1/gateways/{gateway} name=a&" + IMPERSONATE,
          "POST /v1/gateways/{gateway}/commands command=reboot",
          "POST /v1/sensors/{sensor} name=a&interval=60",
          "POST /v1/measurements/corrections data_source={source}&seq={seq}&value=1",
          "POST /v1/measurements/corrections data_source={source}&date=2026-01-01&value=1",
          "POST /v1/measurements/corrections"
              + " {\"measurements\":[{\"data_source\":{source},\"seq\":{seq},\"value\":1}]}",
          "POST /v1/alarms data_source={source}&value=5&direction=above&delay=0&hysteresis=0"
              + "&severity=info&enabled=1",
          "POST /v1/alarms/dry_run data_source={source}&value=5&direction=above&delay=0"
              + "&from=2026-01-01&to=2026-01-02",
          "POST /v1/alarms/{alarm} value=5&direction=above&delay=0&hysteresis=0&severity=info"
              + "&enabled=1&data_source={source}",
          "POST /v1/alarms/{alarm}/ack comment=a",
          "POST /v1/alarms/{alarm}/silence minutes=0",
          "POST /v1/alarms/{alarm}/silence until=2026-01-01",
          "POST /v1/callbacks url=https://anna.invalid/&type=1",
          "POST /v1/callbacks/{callback} enabled=1",
          "POST /v1/callbacks/{callback}/secret x=y",
          "POST /v1/callbacks/{callback}/deliveries/{delivery}/replay x=y",
          "DELETE /v1/alarms/{alarm} " + IMPERSONATE,
          "DELETE /v1/callbacks/{callback} " + IMPERSONATE,
          "DELETE /v1/alarms " + IMPERSONATE,
          "DELETE /v1/callbacks " + IMPERSONATE);

  /** To verify a password takes a while by design: one in so many is sent. */
  private static final int SLOW_SHARE = 8;

  private static final String PASSWORD_CHANGE =
      "POST /v1/users/{user}/password password=wrong-password&new_password=12345678";

  private static final List<String> GATEWAY_API =
      List.of(
          "POST /gateway/v1/sensors {\"serial\":\"ANNA-S\",\"title\":\"a\",\"firmware\":\"1\","
              + "\"sources\":[{\"serial\":\"temp\",\"type\":\"temp\",\"interval\":60,\"title\":\"a\"}]}",
          "POST /gateway/v1/measurements {\"batch_id\":\"a\",\"measurements\":[{\"sensor\":\"ANNA-S\","
              + "\"source\":\"temp\",\"date\":\"2026-01-01T00:00:00Z\",\"value\":1,\"type\":1}]}",
          "POST /gateway/v1/commands/{workflow} {\"state\":\"running\",\"progress\":1,"
              + "\"result\":{\"a\":1},\"error\":\"a\"}",
          "HEAD /gateway/v1/commands wait=0&firmware=1&local_ipv4=10.0.0.1",
          "POST /write?precision=s climate,sensor=a",
          "POST /api/v2/write?precision=s climate,sensor=a",
          "GET /write precision=s",
          "GET /query q=SHOW%20DATABASES&db=a",
          "GET /ping x=y",
          "POST /query q=CREATE%20DATABASE%20a",
          "POST /api/v1/write x=y");

  private static final List<String> OPERATORS_API =
      List.of(
          "GET /admin/v1/sensor-users after=0",
          "GET /admin/v1/gateways after=0",
          "POST /admin/v1/gateways {\"serial\":\"ANNA-GW\",\"type\":\"B16\",\"master\":\"ANNA-GW\","
              + "\"claim_code\":\"a\"}",
          "POST /admin/v1/gateways/{serial}/token {}",
          "PATCH /admin/v1/sensor-users/{victim} {\"privileges\":[\"impersonate\"]}",
          "GET /admin/v1/retention x=y",
          "PUT /admin/v1/retention {\"gps\":null}");

  private static final List<String> SLOW_OPERATORS_API =
      List.of(
          "POST /admin/v1/sensor-users {\"email\":\"anna@example.org\",\"password\":\"12345678\","
              + "\"fname\":\"a\",\"lname\":\"b\",\"parent_id\":{victim},\"privileges\":[\"impersonate\"]}",
          "PATCH /admin/v1/sensor-users/{victim} {\"password\":\"12345678\"}");

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path directory;
  private static SensorSite site;
  private static Person anna;
  private static Person berta;
  private static long victim;
  private static Possessions annas;
  private static Possessions bertas;

  @BeforeAll
  static void start() {
    site =
        SensorSite.start(
            directory,
            Map.of(
                "limits.requestsPerMinute", "1000000",
                "mail.host", "127.0.0.1",
                "mail.port", "9",
                "mail.security", "none"));
    victim = site.newPerson("victim").id();
    anna = site.newPerson("anna", "impersonate", "set_interval");
    berta = site.newPerson("berta", "impersonate", "set_interval");
    bertas = Possessions.of(site, berta, "BERTA", 7777.125);
    annas = Possessions.of(site, anna, "ANNA", 1111.25);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static String ids(String template) {
    var id = template.contains("{own},") ? annas.in("{source}") : "";
    return annas
        .in(template)
        .replace("{own}", id)
        .replace("{victim}", Long.toString(victim))
        .replace("{other}", bertas.in("{source}"));
  }

  private static List<Shot> shots(List<String> calls) {
    return calls.stream()
        .flatMap(call -> Probe.of(call).shots(SensorFuzzTest::ids).stream())
        .toList();
  }

  private static List<Shot> few(List<String> calls) {
    var all = shots(calls);
    var few = new ArrayList<Shot>();
    for (int i = 0; i < all.size(); i += SLOW_SHARE) {
      few.add(all.get(i));
    }
    return few;
  }

  @Test
  void theSensorApiAnswersEverythingAndNothingOfOthers() {
    var before = bertas.shownTo(berta);
    var calls = new ArrayList<>(few(List.of(PASSWORD_CHANGE)));
    calls.addAll(shots(SENSOR_API));

    var sockets = site.trust().getSocketFactory();
    var wrong = fire(sockets, site.tlsPort(), anna.api(), calls);

    assertThat(wrong).isEmpty();
    assertThat(calls).hasSizeGreaterThan(3_000);
    assertThat(bertas.shownTo(berta)).isEqualTo(before);
    assertThat(anna.get("/v1/users").status()).isEqualTo(200);
  }

  @Test
  void theGatewaysApiAnswersEverythingAndNothingOfOthers() {
    var before = bertas.shownTo(berta);
    var calls = shots(GATEWAY_API);

    var wrong = fire(SocketFactory.getDefault(), site.plainPort(), annas.gateway().api(), calls);

    assertThat(wrong).isEmpty();
    assertThat(bertas.shownTo(berta)).isEqualTo(before);
    assertThat(anna.get("/v1/gateways").text()).doesNotContain("BERTA");
  }

  @Test
  void theOperatorsApiAnswersEverything() {
    var before = bertas.shownTo(berta);
    var calls = new ArrayList<>(few(SLOW_OPERATORS_API));
    calls.addAll(shots(OPERATORS_API));

    var wrong = fire(SocketFactory.getDefault(), site.plainPort(), site.operator(), calls);

    assertThat(wrong).isEmpty();
    assertThat(bertas.shownTo(berta)).isEqualTo(before);
  }

  /** Sends all calls; tells those whose answers are not as documented. */
  private static List<String> fire(
      SocketFactory sockets, int port, Caller caller, List<Shot> calls) {
    var wrong = new ArrayList<String>();
    var authorization = "Authorization: " + caller.authorization() + "\r\n";
    try (var connection = new RawConnection(sockets, port)) {
      for (var call : calls) {
        var type =
            call.contentType().isEmpty() ? "" : "Content-Type: " + call.contentType() + "\r\n";
        var answer =
            connection.send(
                call.method(), call.target(), authorization + type, call.body().toBytes());
        var problem = problem(call, answer, caller.equals(site.operator()));
        if (problem != null && wrong.size() < 20) {
          wrong.add(problem + ": " + call + " -> " + answer.status() + " " + answer.text());
        }
      }
    }
    return wrong;
  }

  private static @Nullable String problem(
      Shot call, RawConnection.Answer answer, boolean seesEverybody) {
    var text = answer.text();
    if (answer.status() >= 500 || answer.status() < 200 || answer.status() / 100 == 3) {
      return "not a documented status";
    }
    if (!seesEverybody
        && (text.contains("BERTA") || (text.contains("777") && hasBertasValue(text)))) {
      return "of another user";
    }
    if (text.contains("Exception") || text.contains("io.sensorium") || text.contains("SQLITE")) {
      return "from the inside";
    }
    if (answer.headers().containsKey("x-injected")) {
      return "a header of the caller's making";
    }
    if (call.method().equals("HEAD") || answer.status() == 204) {
      return null;
    }
    return form(call, answer);
  }

  private static boolean hasBertasValue(String text) {
    return text.contains("7777.125") || text.contains("7778.125");
  }

  private static @Nullable String form(Shot call, RawConnection.Answer answer) {
    JsonNode json;
    try {
      json = JSON.readTree(answer.body().toBytes());
    } catch (RuntimeException e) {
      return "not JSON";
    }
    boolean good = answer.status() == 200;
    if (json.path("errorCode").asString("").equals("BAD_REQUEST")) {
      return null; // what is no HTTP has no address, and so no form of its own
    }
    if (call.target().startsWith("/v1/")) {
      boolean says = good || isSaid(json.path("error"), "type", "message");
      boolean isRound = json.path("code").asInt() == answer.status() && json.has("max_age");
      return says && isRound ? null : "not in the envelope";
    }
    if (good || isSaid(json, "message", "errorCode", "ref")) {
      return null;
    }
    boolean influx = isSaid(json, "error") || isSaid(json, "code", "message");
    return influx ? null : "not a documented error";
  }

  private static boolean isSaid(JsonNode json, String... members) {
    for (var member : members) {
      if (json.path(member).asString("").isBlank()) {
        return false;
      }
    }
    return true;
  }
}
