package io.sensorium.server.contract;

import static io.sensorium.server.contract.MobilitySite.encode;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.api.mobility.Operation;
import io.sensorium.core.identity.Permission;
import io.sensorium.server.TestClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Every operation of the mobility API, asked by every kind of caller. */
@NullMarked
class MobilityAuthorizationTest {

  private static final String INTRODUCTION =
      """
      # Who may do what with the mobility API
      Each cell is what a running server answered: `yes`, or the status of the refusal; `app`: with
      `USER_DOES_NOT_BELONG_TO_APP`, `scope`: with `SCOPE_MISSING`. The data asked for is that of a person whose application
      belongs to the account of the three roles. `/v2/users/me` is about the caller; a key of another application makes
      codes for that one.

      The decision is made in one place, the table `Permission` in `core.identity`; each operation names its row of it
      (`api.mobility.Operation`), and its route is made of that. A test asks all this, and fails when this page says
      otherwise.

      - Refused for want of a good credential is 401 with `WWW-Authenticate: Bearer`, whether none was shown or a malformed,
        unknown, expired or revoked one.
      - A user who does not exist is refused as another's is, so that nobody learns which ids exist; developers and the
        operator get 404 `USER_NOT_FOUND`.
      - A foreign user costs the look-ups of an unknown one, in this order: a caller who reaches nobody, or only themselves, is refused
        before anything is read; all others make the same look-ups (`RefusalWorkTest` counts them). Measured over one connection,
        4,000 refusals of each kind in turn, medians of foreign and unknown: user token 27.7 and 27.6 µs, key 30.8 and 30.4 µs,
        spectator 30.6 and 30.5 µs; when a foreign user took one look-up more, 29.6 and 29.0 µs for each.
        Credentials are found by an id that is no secret, and their hashes are compared in constant time
        (`MessageDigest.isEqual`); codes and the traces of who was erased are found by their hashes.
      - An upload token uploads, and reads nothing.

      """;

  @TempDir private static Path directory;
  private static PublishedSite site;
  private static MobilityCallers callers;
  private static int externalIds;

  @BeforeAll
  static void everybody() throws Exception {
    site = PublishedSite.start(directory);
    callers = MobilityCallers.of(site);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void everyCallerGetsWhatTheDocumentationSays() throws Exception {
    var page = new StringBuilder(INTRODUCTION);
    page.append("| operation | ").append(String.join(" | ", callers.tokens().keySet()));
    page.append(" |\n|").append("---|".repeat(callers.tokens().size() + 1)).append('\n');
    for (var operation : Operation.values()) {
      var cells = new ArrayList<String>();
      for (var kind : callers.tokens().keySet()) {
        cells.add(cell(ask(operation, kind)));
      }
      page.append("| `").append(operation.method()).append(' ').append(operation.path());
      page.append("` | ").append(String.join(" | ", cells)).append(" |\n");
    }
    var file = Path.of("..", "docs", "protocols", "mobility-authorization.md");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, page);
    }

    assertThat(file).hasContent(page.toString());
  }

  @Test
  void aKeyReadsWhatThePersonReads() throws Exception {
    for (var operation : Operation.values()) {
      if (operation.permission() == Permission.READ) {
        assertThat(ask(operation, MobilityCallers.READING_KEY).body())
            .as(operation.path())
            .isEqualTo(ask(operation, MobilityCallers.SELF).body());
      }
    }
  }

  @Test
  void onlyDevelopersAndTheOperatorLearnThatAUserDoesNotExist() throws Exception {
    var unknown = "/v2/users/" + "0".repeat(24);
    var foreign = "/v2/users/" + site.client().newPhone(site.app()).userId();
    for (var caller : callers.tokens().entrySet()) {
      var kind = caller.getKey();
      var answer = cell(site.client().get(unknown, caller.getValue()));
      switch (kind) {
        case "developer", "developer of another account", "operator" ->
            assertThat(answer).as(kind).isEqualTo("404 USER_NOT_FOUND");
        case "spectator" -> assertThat(answer).isEqualTo("403");
        case MobilityCallers.READING_KEY -> assertThat(answer).isEqualTo("403 app");
        default ->
            assertThat(answer)
                .as(kind)
                .isEqualTo(cell(site.client().get(foreign, caller.getValue())))
                .isNotEqualTo("yes");
      }
    }
  }

  private static HttpResponse<String> ask(Operation operation, String kind) throws Exception {
    var token = callers.tokens().get(kind);
    if (operation.method().equals("GET")) {
      return site.client().get(target(operation, site.driver()), token);
    }
    var phone = site.client().newPhone(site.app()); // what is changed is nobody else's
    var shown = kind.equals(MobilityCallers.SELF) ? phone.token() : token;
    return site.client().send(operation.method(), target(operation, phone), shown, body(operation));
  }

  private static @Nullable String body(Operation operation) {
    return operation.method().equals("POST")
        ? "{\"external_id\":\"person " + externalIds++ + "\"}"
        : null;
  }

  private static String target(Operation operation, TestClient.Phone phone) {
    var path =
        operation
            .path()
            .replace("{user_id}", phone.userId())
            .replace("{install_id}", phone.installId())
            .replace("{start}", encode("2019-03-22T08:37:45.000+01:00"))
            .replace("{event_id}", PublishedSite.TRANSPORT.value());
    return switch (operation) {
      case LIST_EVENTS, LIST_MOMENTS, LIST_ANOMALIES -> path + "?from=2019-03-21&to=2019-03-22";
      case SHOW_AGGREGATED_SCORES -> path + "?type=week";
      default -> path;
    };
  }

  private static String cell(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status == 200) {
      return "yes";
    }
    var code = new JsonMapper().readTree(answer.body()).path("errorCode").asString();
    return switch (code) {
      case "UNAUTHORIZED" -> challenged(answer);
      case "FORBIDDEN", "NOT_FOUND" -> Integer.toString(status);
      case "SCOPE_MISSING" -> status + " scope";
      case "USER_DOES_NOT_BELONG_TO_APP" -> status + " app";
      default -> status + " " + code;
    };
  }

  private static String challenged(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    return Integer.toString(answer.statusCode());
  }
}
