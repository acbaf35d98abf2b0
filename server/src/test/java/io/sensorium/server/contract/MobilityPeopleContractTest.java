package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static io.sensorium.server.contract.MobilitySite.MONTH;
import static io.sensorium.server.contract.MobilitySite.TIMESTAMP;
import static io.sensorium.server.contract.MobilitySite.assertError;
import static io.sensorium.server.contract.MobilitySite.encode;
import static io.sensorium.server.contract.MobilitySite.ids;
import static io.sensorium.server.contract.MobilitySite.keys;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Profiles and definitions of the published mobility API, and who may read whom. */
class MobilityPeopleContractTest {

  @TempDir private static Path directory;
  private static MobilitySite site;

  @BeforeAll
  static void aPersonWithFourDaysOfHistory() throws Exception {
    site = MobilitySite.start(directory);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void aPersonsProfileHasTheEightKeys() throws Exception {
    var me = site.client().get("/v2/users/me", site.token());
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
    assertThat(site.client().get(site.path(""), site.token()).body()).isEqualTo(me.body());
    assertThat(site.client().get(site.path(""), site.key()).body()).isEqualTo(me.body());
  }

  @Test
  void aControlUsersProfileHasItsRole() throws Exception {
    var account =
        json(site.client().get("/admin/v1/applications", site.client().adminToken()))
            .get(0)
            .path("account_id")
            .asString();
    var body =
        "{\"email\":\"a@example.org\",\"role\":\"spectator\",\"account_id\":\"" + account + "\"}";
    var control =
        json(site.client().post("/admin/v1/control-users", site.client().adminToken(), body));

    var profile = json(site.client().get("/v2/users/me", control.path("token").asString()));

    assertThat(profile.path("type").asString()).isEqualTo("ControlUser");
    var role = profile.path("account_roles").get(0);
    assertThat(keys(role)).containsExactly("type", "user_id", "account_id", "role", "account");
    assertThat(keys(role.path("account"))).containsExactly("id", "display_name", "created_at");
    assertThat(role.path("role").asString()).isEqualTo("spectator");
  }

  @Test
  void definitionsNeedNoCredential() throws Exception {
    for (var path : List.of("/v2/segment_definitions", "/v2/moment_definitions")) {
      var definitions = json(site.client().get(path, null));

      assertThat(site.client().get(path, "not.valid").statusCode()).isEqualTo(200);
      var ids = new ArrayList<String>();
      for (var definition : definitions) {
        assertThat(keys(definition)).containsExactly("type", "id", "display_name", "description");
        ids.add(definition.path("id").asString());
      }
      assertThat(ids).isSorted().doesNotHaveDuplicates();
    }
    assertThat(displayNames("/v2/segment_definitions"))
        .containsEntry("lifestyle.culture_buff", "Culture buff")
        .containsEntry("lifestyle.resto_lover", "Resto-lover")
        .containsEntry("lifestyle.sportive", "Sportive")
        .containsKeys("lifestyle.brand_loyalty.supermarket", "mobility.long_commuter");
    assertThat(displayNames("/v2/moment_definitions"))
        .containsEntry("commute_from_work", "Commute to home")
        .containsEntry("commute_from_home", "Commute to work")
        .containsEntry("working_at_work", "Working at work")
        .containsKeys("afternoon", "lunch", "city_name", "country");
  }

  private static Map<String, String> displayNames(String path) throws Exception {
    var names = new HashMap<String, String>();
    for (var definition : json(site.client().get(path, null))) {
      names.put(definition.path("id").asString(), definition.path("display_name").asString());
    }
    return names;
  }

  @Test
  void idsAre24HexadecimalDigits() throws Exception {
    var profile = json(site.client().get("/v2/users/me", site.token()));

    assertThat(profile.path("id").asString()).matches("[0-9a-f]{24}");
    assertThat(profile.path("application_id").asString()).matches("[0-9a-f]{24}");
    assertThat(site.stranger().installId()).matches("[0-9a-f]{24}");
  }

  @Test
  void theContentTypeOfARequestWithoutABodyChangesNothing() throws Exception {
    var url = URI.create(site.server().urls().getFirst() + site.path("/events" + MONTH));
    var expected = site.client().get(site.path("/events" + MONTH), site.token()).body();
    for (var type : List.of("", "application/json", "application/json; charset=utf-8")) {
      var request = HttpRequest.newBuilder(url).header("Authorization", "Bearer " + site.token());
      if (!type.isEmpty()) {
        request.header("Content-Type", type);
      }
      try (var http = HttpClient.newHttpClient()) {
        var answer = http.send(request.build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
            .startsWith("application/json");
        assertThat(answer.body()).isEqualTo(expected);
      }
    }
  }

  @Test
  void whoIsDeletedIsGoneAndTheInstallIsNotLinkedAnyMore() throws Exception {
    var phone = site.client().newPhone(site.app());
    var user = "/users/" + phone.userId();

    var deleted = site.client().send("DELETE", user, phone.token(), null);

    assertThat(deleted.statusCode()).isEqualTo(200);
    assertThat(deleted.body()).isEmpty();
    assertError(site.client().get("/v2" + user, site.key()), 403, "USER_DOES_NOT_BELONG_TO_APP");
    assertError(site.client().get("/v2" + user, site.client().adminToken()), 404, "USER_NOT_FOUND");
    assertError(
        site.client().get("/v2" + user + "/location", phone.token()), 403, "INSTALL_DELETED");
    var linker = site.client().newApiKey(site.app(), "\"user.link\"");
    assertError(
        site.client()
            .post("/v2/users/" + phone.installId() + "/link", linker, "{\"external_id\":\"x\"}"),
        403,
        "INSTALL_DELETED");
  }

  @Test
  void everyErrorHasARefOfItsOwn() throws Exception {
    var refs = new HashSet<String>();
    for (int i = 0; i < 3; i++) {
      var error = site.client().get("/v2/users/me", null).body();
      refs.add(new JsonMapper().readTree(error).path("ref").asString());
    }

    assertThat(refs).hasSize(3);
  }

  @Test
  void everyReadNeedsACredentialOfThePersonOrOfTheApplication() throws Exception {
    var readOnly = site.client().newApiKey(site.app(), "\"user.link\"");
    var foreign = site.client().newApiKey(site.client().newApp(), "\"user.read\"");
    for (var what :
        List.of(
            "",
            "/events" + MONTH,
            "/location",
            "/events/" + encode(site.transport().path("start").asString()),
            "/events/" + encode(site.transport().path("start").asString()) + "/trajectory")) {
      assertError(site.client().get(site.path(what), null), 401, "UNAUTHORIZED");
      assertError(site.client().get(site.path(what), "a".repeat(24) + ".b"), 401, "UNAUTHORIZED");
      assertError(site.client().get(site.path(what), site.stranger().token()), 403, "FORBIDDEN");
      assertError(site.client().get(site.path(what), readOnly), 403, "SCOPE_MISSING");
      assertError(site.client().get(site.path(what), foreign), 403, "USER_DOES_NOT_BELONG_TO_APP");
      assertThat(site.client().get(site.path(what), site.key()).body())
          .isEqualTo(site.client().get(site.path(what), site.token()).body());
    }
    assertError(site.client().get("/v2/users/me", site.key()), 403, "FORBIDDEN");
  }

  @Test
  void anUnknownUserLooksLikeSomebodyElsesButToTheOperator() throws Exception {
    var unknown = "/v2/users/" + "0".repeat(24);

    assertError(site.client().get(unknown, site.token()), 403, "FORBIDDEN");
    assertError(site.client().get(unknown, site.key()), 403, "USER_DOES_NOT_BELONG_TO_APP");
    assertError(site.client().get(unknown, site.client().adminToken()), 404, "USER_NOT_FOUND");
  }

  @Test
  void anotherUsersEventIsNotFoundUnderThisUser() throws Exception {
    var path =
        "/v3/users/"
            + site.stranger().userId()
            + "/events/"
            + site.transport().path("event_id").asString();

    assertError(site.client().get(path, site.stranger().token()), 404, "EVENT_NOT_FOUND");
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
      assertError(
          site.client().get(site.path("/events" + query), site.token()), 400, "INVALID_PARAMETER");
    }
    assertThat(
            site.client()
                .get(site.path("/events?from=2026-01-01&to=2027-01-01"), site.token())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void versionsAreNotMixedAndMethodsAreNamed() throws Exception {
    assertError(site.client().get("/v3/users/me", site.token()), 404, "NOT_FOUND");
    assertError(
        site.client().get("/v3/users/" + site.userId() + "/events" + MONTH, site.token()),
        404,
        "NOT_FOUND");
    var aggregated = site.path("/aggregated_driving_scores?type=day");
    assertError(site.client().get(aggregated, site.token()), 404, "NOT_FOUND");
    for (var version : List.of("/v2", "/v3")) {
      var gone =
          site.client().send("DELETE", version + "/users/" + site.userId(), site.token(), null);
      assertThat(gone.statusCode()).isBetween(400, 499);
      var code = site.client().post(version + "/users/auth-code", site.key(), "{}");
      assertThat(code.statusCode()).isBetween(400, 499);
    }
    assertThat(site.client().get("/v2/users/me", site.token()).statusCode()).isEqualTo(200);
    var wrong = site.client().post(site.path("/events"), site.token(), "{}");
    assertError(wrong, 405, "METHOD_NOT_ALLOWED");
    assertThat(wrong.headers().firstValue("Allow").orElseThrow()).contains("GET");
  }
}
