package io.sensorium.api.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.SensorUser;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersTest {

  @TempDir private static Path folder;
  private static SensorServer server;
  private static SensorUser boss;
  private static SensorUser worker;
  private static SensorUser trainee;
  private static SensorClient bossClient;

  @BeforeAll
  static void aBossAWorkerAndATrainee() {
    server = SensorServer.start(folder);
    boss = server.newUser("Boss@example.com", Privilege.IMPERSONATE);
    worker = server.newUser("worker@example.com", boss.id());
    trainee = server.newUser("trainee@example.com", worker.id());
    server.newUser("stranger@example.com");
    bossClient = server.client("boss@EXAMPLE.com");
  }

  @AfterAll
  static void stop() {
    bossClient.close();
    server.close();
  }

  private static void withdraw(SensorUser user) {
    server.store.sensorUsers().setPrivileges(user.id(), Set.of());
  }

  @Test
  void aUserLooksAsTheServiceHasIt() {
    assertThat(bossClient.get("/v1/users").member("user"))
        .hasToString(
            """
            {"id":%d,"email":"Boss@example.com","fname":"Test","lname":"User",\
            "country":{"code":"ZZ"},"tz":{"tz":"UTC"},"temp_unit":{"id":1,"name":"°C"},\
            "notification_channel":1,"notification_type":2,\
            "accounts":[{"role":"admin","account":{"id":%d,\
            "provider":{"id":1,"name":"Sensorium","image_phone":null}}}]}"""
                .formatted(boss.id().value(), boss.id().value()));
  }

  @ParameterizedTest
  @CsvSource({"list", "list=", "list=1", "list=true"})
  void theHierarchyIsTheCallerAndAllBelow(String flag) {
    var answer = bossClient.get("/v1/users?" + flag);

    var parents = new LinkedHashMap<Long, String>();
    for (var user : answer.member("users")) {
      parents.put(user.path("id").asLong(), user.path("parent_id").asString("null"));
    }
    assertThat(parents.keySet()).startsWith(boss.id().value());
    assertThat(parents)
        .containsEntry(boss.id().value(), "null")
        .containsEntry(worker.id().value(), boss.id().toString())
        .containsEntry(trainee.id().value(), worker.id().toString());
    assertThat(answer.json().has("user")).isFalse();
    assertThat(answer.text()).doesNotContain("stranger");
  }

  @Test
  void theHierarchyOfWhomOneActsForBeginsThere() {
    var answer = bossClient.get("/v1/users?list&impersonate=" + worker.id());

    assertThat(answer.member("users").get(0).path("id").asLong()).isEqualTo(worker.id().value());
    assertThat(answer.text()).doesNotContain("Boss@");
  }

  @Test
  void theSeedsOwnSampleMakesAUserWhoCanSignIn() {
    var answer =
        bossClient.post(
            "/v1/users", "email=my%40example.com&password=12345678&fname=my&lname=name");

    assertThat(answer.member("user").path("email").asString()).isEqualTo("my@example.com");
    assertThat(answer.member("user").path("fname").asString()).isEqualTo("my");
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=0, private, no-store");
    assertThat(answer.text()).doesNotContain("12345678", "argon2");
    try (var own = server.client("my@example.com")) {
      assertThat(own.get("/v1/users").member("user").path("lname").asString()).isEqualTo("name");
    }
    assertThat(bossClient.get("/v1/users?list").text())
        .contains("\"parent_id\":" + boss.id() + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "password=12345678&fname=a&lname=b, email",
    "email=&password=12345678&fname=a&lname=b, email",
    "email=a%40b.c&fname=a&lname=b, password",
    "email=a%40b.c&password=1234567&fname=a&lname=b, password",
    "email=a%40b.c&password=12345678&lname=b, fname",
    "email=a%40b.c&password=12345678&fname=a, lname",
    "email=a%40b.c&password=12345678&fname=a&lname=++, lname",
    "email=nobody&password=12345678&fname=a&lname=b, email",
    "email=a:b%40c.d&password=12345678&fname=a&lname=b, email",
  })
  void aMissingOrWrongFieldIsNamed(String form, String parameter) {
    assertThat(bossClient.post("/v1/users", form).error())
        .isEqualTo("400 invalid_parameter/" + parameter);
  }

  @Test
  void anAddressThatSomebodyHasIsTaken() {
    assertThat(
            bossClient
                .post("/v1/users", "email=BOSS%40example.com&password=12345678&fname=a&lname=b")
                .error())
        .isEqualTo("409 conflict/email");
  }

  @Test
  void thePrivilegeToMakeUsersCanBeWithdrawn() {
    var user = server.newUser("modest@example.com");
    withdraw(user);
    try (var client = server.client("modest@example.com")) {
      assertThat(
              client.post("/v1/users", "email=x%40y.z&password=12345678&fname=a&lname=b").error())
          .isEqualTo("403 forbidden/");
    }
  }

  @Test
  void actingForSomebodyWorksInQueryFormAndObject() {
    var id = worker.id().toString();
    var expected = "worker@example.com";

    assertThat(email(bossClient.get("/v1/users?impersonate=" + id))).isEqualTo(expected);
    assertThat(email(bossClient.post("/v1/users/" + id, "impersonate=" + id))).isEqualTo(expected);
    assertThat(email(bossClient.post("/v1/users/" + id + "?impersonate=" + id, "fname=Test")))
        .isEqualTo(expected);
    assertThat(email(bossClient.postJson("/v1/users/" + id, "{\"impersonate\":" + id + "}")))
        .isEqualTo(expected);
    assertThat(email(bossClient.get("/v1/users?impersonate=" + trainee.id())))
        .isEqualTo("trainee@example.com");
  }

  private static String email(SensorAnswer answer) {
    return answer.member("user").path("email").asString();
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "abc", "''", "99999", "4", "1", "1.0", "99999999999999999999", "%00"})
  void actingForAnybodyElseIsRefusedAndNothingIsDone(String id) {
    var answer = bossClient.get("/v1/users?impersonate=" + id);
    var change = bossClient.post("/v1/users/1", "fname=Changed&impersonate=" + id);

    if (id.equals("%00")) {
      assertThat(answer.status()).isEqualTo(400);
    } else {
      assertThat(answer.error()).isEqualTo("403 forbidden/impersonate");
      assertThat(change.error()).isEqualTo("403 forbidden/impersonate");
    }
    assertThat(bossClient.get("/v1/users").text()).doesNotContain("Changed");
  }

  @Test
  void actingForSomebodyNeedsThePrivilegeAndIsNotHandedOn() {
    try (var client = server.client("worker@example.com")) {
      assertThat(client.get("/v1/users?impersonate=" + trainee.id()).error())
          .isEqualTo("403 forbidden/impersonate");
    }
    var member = server.newUser("member@example.com", worker.id(), Privilege.IMPERSONATE);
    try (var client = server.client("member@example.com")) {
      assertThat(client.get("/v1/users?impersonate=" + member.id()).error())
          .isEqualTo("403 forbidden/impersonate");
      assertThat(client.get("/v1/users?impersonate=" + boss.id()).error())
          .isEqualTo("403 forbidden/impersonate");
    }
  }

  @Test
  void usersChangeWhatIsTheirs() {
    var user = server.newUser("changing@example.com");
    try (var client = server.client("changing@example.com")) {
      var changed =
          client
              .post(
                  "/v1/users/" + user.id(),
                  "fname=J%C3%B8rgen&country=dk&tz=Europe/Copenhagen&temp_unit=fahrenheit"
                      + "&notification_channel=none")
              .member("user");

      assertThat(changed.path("fname").asString()).isEqualTo("Jørgen");
      assertThat(changed.path("lname").asString()).isEqualTo("User");
      assertThat(changed.path("country").path("code").asString()).isEqualTo("DK");
      assertThat(changed.path("tz").path("tz").asString()).isEqualTo("Europe/Copenhagen");
      assertThat(changed.path("temp_unit").path("name").asString()).isEqualTo("°F");
      assertThat(changed.path("notification_channel").asInt()).isZero();
      assertThat(client.post("/v1/users/" + user.id(), "tz=Mars/Olympus").error())
          .isEqualTo("400 invalid_parameter/tz");
      assertThat(client.post("/v1/users/" + user.id(), "country=XX").error())
          .isEqualTo("400 invalid_parameter/country");
      assertThat(client.post("/v1/users/" + user.id(), "temp_unit=kelvin").error())
          .isEqualTo("400 invalid_parameter/temp_unit");
      assertThat(client.post("/v1/users/" + boss.id(), "fname=x").error())
          .isEqualTo("404 not_found/");
    }
  }

  @Test
  void aPasswordIsChangedByWhoKnowsIt() {
    var user = server.newUser("secret@example.com", worker.id());
    var path = "/v1/users/" + user.id() + "/password";
    try (var client = server.client("secret@example.com")) {
      assertThat(client.post(path, "password=wrong&new_password=87654321").error())
          .isEqualTo("403 forbidden/password");
      assertThat(client.post(path, "password=12345678&new_password=short").error())
          .isEqualTo("400 invalid_parameter/new_password");
      assertThat(client.post(path, "password=12345678&new_password=87654321").status())
          .isEqualTo(200);
      assertThat(client.get("/v1/users").status()).isEqualTo(401);
    }
    try (var client = server.client("secret@example.com", "87654321")) {
      assertThat(client.get("/v1/users").status()).isEqualTo(200);
    }
    assertThat(
            bossClient
                .post(path + "?impersonate=" + user.id(), "password=87654321&new_password=12345678")
                .error())
        .isEqualTo("403 forbidden/");
  }

  @Test
  void whoForgotThePasswordGetsATokenByMail() {
    server.newUser("forgetful@example.com");
    var open = "/v1/users/password_reset";
    bossClient.send(form(open, "email=nobody%40example.com"));
    assertThat(bossClient.send(form(open, "email=forgetful%40example.com")).status())
        .isEqualTo(200);
    var token = awaitMail("forgetful@example.com").token();
    var confirm = open + "/confirm";

    assertThat(bossClient.send(form(confirm, "token=x&new_password=87654321")).error())
        .isEqualTo("400 invalid_parameter/token");
    assertThat(bossClient.send(form(confirm, "token=" + token + "&new_password=1")).error())
        .isEqualTo("400 invalid_parameter/new_password");
    assertThat(bossClient.send(form(confirm, "token=" + token + "&new_password=87654321")).status())
        .isEqualTo(200);

    try (var client = server.client("forgetful@example.com", "87654321")) {
      assertThat(client.get("/v1/users").status()).isEqualTo(200);
    }
    assertThat(bossClient.send(form(confirm, "token=" + token + "&new_password=12345678")).error())
        .isEqualTo("400 invalid_parameter/token"); // it holds once
    assertThat(server.mails).noneMatch(mail -> mail.email().startsWith("nobody"));
  }

  private static HttpRequest.Builder form(String target, String form) {
    return bossClient
        .anonymous(target)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  private static SensorServer.ResetMail awaitMail(String email) {
    for (int i = 0; i < 1_000; i++) {
      var found = server.mails.stream().filter(mail -> mail.email().equals(email)).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("no mail within 20 s");
  }
}
