package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.geo.Polyline;
import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.simulator.Simulation;
import io.sensorium.simulator.upload.DeviceClient;
import io.sensorium.simulator.upload.Enrolment;
import io.sensorium.simulator.upload.UploadPlan;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published mobility API: keys, types, number form, timestamps, order, nulls and errors. */
class MobilityContractTest {

  private static final String MONTH = "?from=2026-03-01&to=2026-03-31";
  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d\\d:\\d\\d");
  private static final Pattern UUID_4 =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final Pattern LONG_NUMBER =
      Pattern.compile("[:\\[,]\\s*-?\\d+(\\.\\d*0(?=[,}\\]\\s])|(\\.\\d+)?[eE])");

  @TempDir private static Path directory;
  private static SensoriumServer server;
  private static TestClient client;
  private static TestClient.App app;
  private static Enrolment person;
  private static TestClient.Phone stranger;
  private static String key;

  @BeforeAll
  static void aPersonWithFourDaysOfHistory() throws Exception {
    server =
        SensoriumServer.start(
            ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory);
    var url = URI.create(server.urls().getFirst());
    client = new TestClient(url, directory);
    app = client.newApp();
    var phone = DeviceClient.of(HttpClient.newHttpClient(), url).enrol(app.id(), app.secret());
    UploadPlan.ORDINARY
        .uploads(Simulation.month(3).batches(1_000).limit(23), 1)
        .forEach(phone::upload);
    client.awaitFolded();
    person = phone.enrolment();
    stranger = client.newPhone(client.newApp());
    key = client.newApiKey(app, "\"user.read\"");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void eventsHaveExactlyTheKeysOfTheSample() throws Exception {
    var events = events();

    assertThat(events).hasSizeGreaterThan(10);
    for (var event : events) {
      switch (event.path("type").asString()) {
        case "Transport" -> {
          assertThat(keys(event))
              .containsExactly(
                  "type",
                  "start",
                  "end",
                  "analysis_type",
                  "event_id",
                  "mode",
                  "distance",
                  "behavior_features");
          assertThat(keys(event.path("behavior_features")))
              .containsExactly("phone_handling", "distance_during_annotations");
          assertThat(event.path("event_id").asString()).matches("[0-9a-f]{64}");
          assertThat(event.path("distance").isIntegralNumber()).isTrue();
        }
        case "Stationary" -> {
          assertThat(keys(event))
              .containsExactly(
                  "type",
                  "start",
                  "end",
                  "analysis_type",
                  "event_id",
                  "latitude",
                  "longitude",
                  "duration",
                  "location",
                  "address");
          assertThat(keys(event.path("location"))).containsExactly("type", "significance", "place");
          assertThat(keys(event.path("location").path("place")))
              .containsExactly("type", "name", "categories");
          assertThat(keys(event.path("address")))
              .containsExactly("type", "country", "city", "city_type");
          assertThat(event.path("event_id").asString()).matches(UUID_4);
        }
        default -> throw new AssertionError("unknown type: " + event);
      }
    }
  }

  @Test
  void eventsComeNewestFirstAndNeighboursShareTheInstant() throws Exception {
    var events = events();

    for (int i = 1; i < events.size(); i++) {
      var newer = OffsetDateTime.parse(events.get(i - 1).path("start").asString());
      var older = OffsetDateTime.parse(events.get(i).path("start").asString());
      assertThat(older.toInstant()).isBefore(newer.toInstant());
      var end = OffsetDateTime.parse(events.get(i).path("end").asString());
      assertThat(end.toInstant()).isEqualTo(newer.toInstant());
    }
  }

  @Test
  void timesHaveThreeDigitsAndTheOffsetOfThePlace() throws Exception {
    for (var event : events()) {
      assertThat(event.path("start").asString()).matches(TIMESTAMP).endsWith("+01:00");
      if (!event.path("end").isNull()) {
        assertThat(event.path("end").asString()).matches(TIMESTAMP);
      }
    }
  }

  @Test
  void aStaysDurationIsEndMinusStartInMilliseconds() throws Exception {
    for (var event : events()) {
      if (event.path("type").asString().equals("Stationary") && !event.path("end").isNull()) {
        var start = OffsetDateTime.parse(event.path("start").asString());
        var end = OffsetDateTime.parse(event.path("end").asString());
        assertThat(event.path("duration").asLong())
            .isEqualTo(Duration.between(start, end).toMillis());
      }
    }
  }

  @Test
  void anEventThatGoesOnHasAnEndOfNull() throws Exception {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var fixes =
        IntStream.range(0, 60)
            .mapToObj(i -> now.minusSeconds(15L * (60 - i)))
            .map(at -> "{\"time\":\"" + at + "\",\"lat\":51.05,\"lon\":3.72,\"accuracy\":5}")
            .collect(Collectors.joining(","));
    var phone = client.newPhone(app);
    client.post("/device/v1/signals", phone.token(), "{\"fixes\":[" + fixes + "]}");
    client.awaitFolded();
    var today = now.atZone(ZoneId.of("Europe/Brussels")).toLocalDate();

    var events =
        json(
            client.get(
                "/v2/users/" + phone.userId() + "/events?from=" + today + "&to=" + today,
                phone.token()));

    assertThat(events.size()).isOne();
    assertThat(events.get(0).path("end").isNull()).isTrue();
    assertThat(events.get(0).path("duration").isNull()).isTrue();
    assertThat(events.get(0).path("analysis_type").asString()).isEqualTo("preliminary");
  }

  @Test
  void numbersAreInTheirShortestForm() throws Exception {
    assertThat(client.get(path("/events" + MONTH), person.token()).body())
        .doesNotContainPattern(LONG_NUMBER);
    assertThat(client.get(v3(transport(), "/trajectory"), person.token()).body())
        .doesNotContainPattern(LONG_NUMBER);
  }

  @Test
  void theDaysAreLocalInclusiveAndReturnEventsWhole() throws Exception {
    var whole = ids(events());
    var byDay = new HashSet<String>();
    for (var day = LocalDate.parse("2026-03-01");
        day.isBefore(LocalDate.parse("2026-03-08"));
        day = day.plusDays(1)) {
      byDay.addAll(ids(events("?from=" + day + "&to=" + day)));
    }

    assertThat(byDay).isEqualTo(whole);
    var second = ids(events("?from=2026-03-03&to=2026-03-03"));
    assertThat(ids(events("?from=2026-03-02&to=2026-03-02"))).containsAnyElementsOf(second);
  }

  @Test
  void aDayBeforeAllDataHasNoEvents() throws Exception {
    assertThat(events("?from=2025-03-01&to=2025-03-01")).isEmpty();
  }

  @Test
  void anEventIsFoundByItsIdAndByItsStartInAnyOffset() throws Exception {
    for (var event : events()) {
      var byId = json(client.get(v3(event, ""), person.token()));
      assertThat(byId.size()).isOne();
      assertThat(byId.get(0)).isEqualTo(event);

      var start = event.path("start").asString();
      var zulu = OffsetDateTime.parse(start).toInstant().toString();
      for (var form : List.of(encode(start), start, encode(zulu), start.replace("+", "%20"))) {
        assertThat(json(client.get(path("/events/" + form), person.token()))).isEqualTo(byId);
      }
    }
  }

  @Test
  void anInstantWithoutEventIsNotFound() throws Exception {
    var start = OffsetDateTime.parse(transport().path("start").asString()).plusNanos(1_000_000);

    assertError(
        client.get(path("/events/" + encode(start.toString())), person.token()),
        404,
        "EVENT_NOT_FOUND");
  }

  @Test
  void trajectoriesHaveExactlyTheKeysOfTheSampleAndAreTheSameInBothVersions() throws Exception {
    var event = transport();
    var v3 = client.get(v3(event, "/trajectory"), person.token());
    var v2 =
        client.get(
            path("/events/" + encode(event.path("start").asString()) + "/trajectory"),
            person.token());

    assertThat(v2.body()).isEqualTo(v3.body());
    var trajectory = json(v3);
    assertThat(keys(trajectory)).containsExactly("waypoints", "encoded");
    for (var waypoint : trajectory.path("waypoints")) {
      assertThat(keys(waypoint))
          .containsExactly(
              "type",
              "latitude",
              "longitude",
              "timestamp",
              "road_type",
              "speed",
              "distance",
              "speed_limit");
      assertThat(waypoint.path("timestamp").asString()).matches(TIMESTAMP);
    }
  }

  @Test
  void theTrajectoryIsThePolylineTheDistanceAndTheTimesOfItsEvent() throws Exception {
    for (var event : events()) {
      if (event.path("type").asString().equals("Transport")) {
        var trajectory = json(client.get(v3(event, "/trajectory"), person.token()));
        var decoded = Polyline.decode(trajectory.path("encoded").asString());
        var waypoints = trajectory.path("waypoints");
        double lengthMeters = 0;
        assertThat(waypoints.size()).isEqualTo(decoded.size());
        for (int i = 0; i < waypoints.size(); i++) {
          var waypoint = waypoints.get(i);
          assertThat(waypoint.path("latitude").asDouble()).isEqualTo(decoded.get(i).latitudeDeg());
          assertThat(waypoint.path("longitude").asDouble())
              .isEqualTo(decoded.get(i).longitudeDeg());
          double next =
              i + 1 < decoded.size() ? decoded.get(i).distanceMetersTo(decoded.get(i + 1)) : 0;
          assertThat(waypoint.path("distance").asDouble()).isEqualTo(Math.round(next * 10) / 10.0);
          lengthMeters += next;
        }
        assertThat(event.path("distance").asLong()).isEqualTo(Math.round(lengthMeters));
        assertThat(waypoints.get(0).path("timestamp").asString())
            .isEqualTo(event.path("start").asString());
        assertAscending(waypoints);
      }
    }
  }

  private static void assertAscending(JsonNode waypoints) {
    for (int i = 1; i < waypoints.size(); i++) {
      assertThat(OffsetDateTime.parse(waypoints.get(i).path("timestamp").asString()))
          .isAfter(OffsetDateTime.parse(waypoints.get(i - 1).path("timestamp").asString()));
    }
  }

  @Test
  void aStayHasNoTrajectory() throws Exception {
    var stay = first("Stationary");

    assertError(
        client.get(v3(stay, "/trajectory"), person.token()), 404, "TRAJECTORY_NOT_AVAILABLE");
  }

  @Test
  void theLocationIsTheNewestFix() throws Exception {
    var location = json(client.get(path("/location"), person.token()));

    assertThat(keys(location)).containsExactly("type", "latitude", "longitude", "timestamp");
    assertThat(location.path("type").asString()).isEqualTo("Waypoint");
    assertThat(location.path("timestamp").asString()).matches(TIMESTAMP).endsWith("+01:00");
  }

  @Test
  void whoWasNeverSeenHasNoLocation() throws Exception {
    assertError(
        client.get("/v2/users/" + stranger.userId() + "/location", stranger.token()),
        404,
        "LOCATION_NOT_FOUND");
  }

  @Test
  void aPersonsProfileHasTheEightKeys() throws Exception {
    var me = client.get("/v2/users/me", person.token());
    var profile = json(me);

    assertThat(keys(profile))
        .containsExactly(
            "type",
            "id",
            "can_login",
            "created_at",
            "sdk",
            "application_id",
            "email",
            "account_roles");
    assertThat(keys(profile.path("sdk")))
        .containsExactly("type", "flavor", "killswitch_action", "debug_logging");
    assertThat(profile.path("type").asString()).isEqualTo("User");
    assertThat(profile.path("email").isNull()).isTrue();
    assertThat(profile.path("created_at").asString()).matches(TIMESTAMP).endsWith("+00:00");
    assertThat(client.get(path(""), person.token()).body()).isEqualTo(me.body());
    assertThat(client.get(path(""), key).body()).isEqualTo(me.body());
  }

  @Test
  void aControlUsersProfileHasItsRole() throws Exception {
    var account =
        json(client.get("/admin/v1/applications", client.adminToken()))
            .get(0)
            .path("account_id")
            .asString();
    var body =
        "{\"email\":\"a@example.org\",\"role\":\"spectator\",\"account_id\":\"" + account + "\"}";
    var control = json(client.post("/admin/v1/control-users", client.adminToken(), body));

    var profile = json(client.get("/v2/users/me", control.path("token").asString()));

    assertThat(profile.path("type").asString()).isEqualTo("ControlUser");
    var role = profile.path("account_roles").get(0);
    assertThat(keys(role)).containsExactly("type", "user_id", "account_id", "role", "account");
    assertThat(keys(role.path("account"))).containsExactly("id", "display_name", "created_at");
    assertThat(role.path("role").asString()).isEqualTo("spectator");
  }

  @Test
  void definitionsNeedNoCredential() throws Exception {
    for (var path : List.of("/v2/segment_definitions", "/v2/moment_definitions")) {
      var definitions = json(client.get(path, null));

      assertThat(client.get(path, "not.valid").statusCode()).isEqualTo(200);
      var ids = new ArrayList<String>();
      for (var definition : definitions) {
        assertThat(keys(definition)).containsExactly("type", "id", "display_name", "description");
        ids.add(definition.path("id").asString());
      }
      assertThat(ids).isSorted().doesNotHaveDuplicates();
    }
    assertThat(client.get("/v2/segment_definitions", null).body())
        .contains("Culture buff", "Resto-lover", "Sportive", "mobility.long_commuter");
    assertThat(client.get("/v2/moment_definitions", null).body())
        .contains("Commute to home", "Commute to work", "Working at work", "city_name", "country");
  }

  @Test
  void everyReadNeedsACredentialOfThePersonOrOfTheApplication() throws Exception {
    var readOnly = client.newApiKey(app, "\"user.link\"");
    var foreign = client.newApiKey(client.newApp(), "\"user.read\"");
    for (var what :
        List.of(
            "",
            "/events" + MONTH,
            "/location",
            "/events/" + encode(transport().path("start").asString()),
            "/events/" + encode(transport().path("start").asString()) + "/trajectory")) {
      assertError(client.get(path(what), null), 401, "UNAUTHORIZED");
      assertError(client.get(path(what), "a".repeat(24) + ".b"), 401, "UNAUTHORIZED");
      assertError(client.get(path(what), stranger.token()), 403, "FORBIDDEN");
      assertError(client.get(path(what), readOnly), 403, "SCOPE_MISSING");
      assertError(client.get(path(what), foreign), 403, "USER_DOES_NOT_BELONG_TO_APP");
      assertThat(client.get(path(what), key).body())
          .isEqualTo(client.get(path(what), person.token()).body());
    }
    assertError(client.get("/v2/users/me", key), 403, "FORBIDDEN");
  }

  @Test
  void anUnknownUserLooksLikeSomebodyElsesButToTheOperator() throws Exception {
    var unknown = "/v2/users/" + "0".repeat(24);

    assertError(client.get(unknown, person.token()), 403, "FORBIDDEN");
    assertError(client.get(unknown, key), 403, "USER_DOES_NOT_BELONG_TO_APP");
    assertError(client.get(unknown, client.adminToken()), 404, "USER_NOT_FOUND");
  }

  @Test
  void anotherUsersEventIsNotFoundUnderThisUser() throws Exception {
    var path =
        "/v3/users/" + stranger.userId() + "/events/" + transport().path("event_id").asString();

    assertError(client.get(path, stranger.token()), 404, "EVENT_NOT_FOUND");
  }

  @Test
  void datesThatHaveNoSenseAreRefused() throws Exception {
    for (var query :
        List.of(
            "",
            "?from=2026-03-01",
            "?to=2026-03-01",
            "?from=2026-03-02&to=2026-03-01",
            "?from=20260301&to=2026-03-02",
            "?from=2026-02-30&to=2026-03-02",
            "?from=2026-01-01&to=2027-01-02")) {
      assertError(client.get(path("/events" + query), person.token()), 400, "INVALID_PARAMETER");
    }
    assertThat(
            client.get(path("/events?from=2026-01-01&to=2027-01-01"), person.token()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void versionsAreNotMixedAndMethodsAreNamed() throws Exception {
    assertError(client.get("/v3/users/me", person.token()), 404, "NOT_FOUND");
    assertError(
        client.get("/v3/users/" + person.userId() + "/events" + MONTH, person.token()),
        404,
        "NOT_FOUND");
    var wrong = client.post(path("/events"), person.token(), "{}");
    assertError(wrong, 405, "METHOD_NOT_ALLOWED");
    assertThat(wrong.headers().firstValue("Allow").orElseThrow()).contains("GET");
  }

  private static void assertError(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    var error = new JsonMapper().readTree(response.body());
    assertThat(keys(error)).containsExactlyInAnyOrder("message", "errorCode", "ref");
    assertThat(error.path("errorCode").asString()).isEqualTo(code);
    assertThat(error.path("ref").asString()).matches(UUID_4);
  }

  private static List<JsonNode> events() throws Exception {
    return events(MONTH);
  }

  private static List<JsonNode> events(String query) throws Exception {
    var events = new ArrayList<JsonNode>();
    json(client.get(path("/events" + query), person.token())).forEach(events::add);
    return events;
  }

  private static JsonNode transport() throws Exception {
    return first("Transport");
  }

  private static JsonNode first(String type) throws Exception {
    return events().stream()
        .filter(event -> event.path("type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> ids(List<JsonNode> events) {
    var ids = new TreeSet<String>();
    events.forEach(event -> ids.add(event.path("event_id").asString()));
    return ids;
  }

  private static List<String> keys(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }

  private static String path(String rest) {
    return "/v2/users/" + person.userId() + rest;
  }

  private static String v3(JsonNode event, String rest) {
    return "/v3/users/" + person.userId() + "/events/" + event.path("event_id").asString() + rest;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
