package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The published sensor API: users, and acting on behalf of others. */
class SensorUsersContractTest {

  private static final String NEW_USER = "password=12345678&fname=my&lname=name";

  @TempDir private static Path directory;
  private static SensorSite site;
  private static Person boss;
  private static Person worker;
  private static Person trainee;
  private static Person stranger;

  @BeforeAll
  static void aHierarchy() {
    site = SensorSite.start(directory);
    boss = site.newPerson("boss", "impersonate");
    worker = site.newPerson("worker", boss);
    trainee = site.newPerson("trainee", worker);
    stranger = site.newPerson("stranger");
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static List<String> emails(JsonNode users) {
    return StreamSupport.stream(users.spliterator(), false)
        .map(user -> user.path("email").asString())
        .toList();
  }

  @Test
  void theUserIsTheOneOfTheCredentials() {
    var user = boss.get("/v1/users").ok("user");

    assertThat(user.path("email").asString()).isEqualTo(boss.email());
    assertThat(user.path("id").asLong()).isEqualTo(boss.id());
    assertThat(boss.get("/v1/users?impersonate=" + worker.id()).ok("user").path("email").asString())
        .isEqualTo(worker.email());
  }

  @Test
  void aUserHasTheFieldsOfTheServiceInTheirOrder() {
    var user = boss.get("/v1/users").ok("user");

    assertThat(user.propertyNames())
        .containsExactly(
            "id",
            "email",
            "fname",
            "lname",
            "country",
            "tz",
            "temp_unit",
            "notification_channel",
            "notification_type",
            "accounts");
    assertThat(user.path("country").propertyNames()).containsExactly("code");
    assertThat(user.path("tz").propertyNames()).containsExactly("tz");
    assertThat(user.path("temp_unit").propertyNames()).containsExactly("id", "name");
    var account = user.path("accounts").get(0);
    assertThat(account.propertyNames()).containsExactly("role", "account");
    assertThat(account.path("account").propertyNames()).containsExactly("id", "provider");
    assertThat(account.path("account").path("provider").propertyNames())
        .containsExactly("id", "name", "image_phone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "list=", "list=1", "list=true"})
  void listIsTheCallerAndAllBelowAndNobodyElse(String flag) {
    var answer = boss.get("/v1/users?" + flag);

    assertThat(answer.json().propertyNames()).containsExactly("code", "max_age", "time", "users");
    assertThat(emails(answer.ok("users")))
        .startsWith(boss.email())
        .contains(worker.email(), trainee.email())
        .doesNotContain(stranger.email());
    assertThat(emails(trainee.get("/v1/users?" + flag).ok("users")))
        .containsExactly(trainee.email());
  }

  @Test
  void thoseListedHaveTheirParent() {
    var users = boss.get("/v1/users?list").ok("users");

    for (var user : users) {
      long id = user.path("id").asLong();
      var parent = user.path("parent_id");
      if (id == worker.id()) {
        assertThat(parent.asLong()).isEqualTo(boss.id());
      } else if (id == trainee.id()) {
        assertThat(parent.asLong()).isEqualTo(worker.id());
      } else if (id == boss.id()) {
        assertThat(parent.isNull()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"list=0", "list=false"})
  void aFlagThatIsOffIsNoFlag(String flag) {
    assertThat(boss.get("/v1/users?" + flag).ok("user").path("id").asLong()).isEqualTo(boss.id());
  }

  @Test
  void theSeedsSampleMakesAUserWhoCanSignInAndThePasswordIsNotShown() {
    var answer = boss.post("/v1/users", "email=my@example.org&" + NEW_USER);

    var user = answer.ok("user");
    assertThat(user.path("email").asString()).isEqualTo("my@example.org");
    assertThat(user.path("fname").asString()).isEqualTo("my");
    assertThat(user.path("lname").asString()).isEqualTo("name");
    assertThat(answer.json().path("code").asInt()).isEqualTo(200);
    assertThat(answer.text()).doesNotContain("12345678", "argon2");
    var signedIn = site.secure().showing(Caller.basic("my@example.org", "12345678"));
    assertThat(signedIn.get("/v1/users").ok("user")).isEqualTo(user);
    assertThat(emails(boss.get("/v1/users?list").ok("users"))).contains("my@example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "'password=12345678&fname=my&lname=name', email",
    "'email=a@example.org&fname=my&lname=name', password",
    "'email=a@example.org&password=12345678&lname=name', fname",
    "'email=a@example.org&password=12345678&fname=my', lname",
    "'email=&password=12345678&fname=my&lname=name', email",
    "'email=a@example.org&password=&fname=my&lname=name', password",
    "'email=a@example.org&password=1234567&fname=my&lname=name', password",
    "'email=a&password=12345678&fname=my&lname=name', email",
  })
  void eachOfTheFourIsRequiredAndNamed(String form, String parameter) {
    assertThat(boss.post("/v1/users", form).error())
        .isEqualTo("400 invalid_parameter/" + parameter);
  }

  @Test
  void anAddressIsTakenOnceWhateverItsCase() {
    assertThat(boss.post("/v1/users", "email=Worker@Example.org&" + NEW_USER).error())
        .isEqualTo("409 conflict/email");
  }

  @Test
  void impersonateMayBeSentInQueryFormAndObject() {
    var inQuery = "/v1/callbacks?impersonate=" + trainee.id();
    boss.post(inQuery, "url=https://example.org/query&type=1").ok();
    boss.post("/v1/callbacks", "url=https://example.org/form&type=1&impersonate=" + trainee.id())
        .ok();
    boss.postJson(
            "/v1/callbacks",
            "{\"url\":\"https://example.org/json\",\"type\":1,\"impersonate\":%d}"
                .formatted(trainee.id()))
        .ok();

    assertThat(trainee.get("/v1/callbacks").text())
        .contains("https://example.org/query")
        .contains("https://example.org/form")
        .contains("https://example.org/json");
    assertThat(boss.get("/v1/callbacks").ok("callbacks")).isEmpty();
    assertThat(boss.delete("/v1/callbacks?impersonate=" + trainee.id()).ok("deleted").asInt())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "999999", "abc", "", "1.5", "99999999999999999999999"})
  void impersonateOfNobodyIsRefusedAndNothingIsDone(String id) {
    var refused = boss.post("/v1/users?impersonate=" + id, "email=no@example.org&" + NEW_USER);

    assertThat(refused.error()).isEqualTo("403 forbidden/impersonate");
    assertThat(boss.get("/v1/users?list").text()).doesNotContain("no@example.org");
  }

  @Test
  void impersonateNeedsThePrivilege() {
    var refused = worker.get("/v1/users?impersonate=" + trainee.id());

    assertThat(refused.error()).isEqualTo("403 forbidden/impersonate");
    assertThat(refused.said())
        .isEqualTo(boss.get("/v1/users?impersonate=" + stranger.id()).said())
        .isEqualTo(boss.get("/v1/users?impersonate=999999").said());
  }
}
