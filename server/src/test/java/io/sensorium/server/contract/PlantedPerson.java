package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;

import io.sensorium.server.TestClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * Somebody whose data can be recognised wherever it shows.
 *
 * @param app the id of the application
 * @param ids by the name of what they are the id of
 * @param texts what only this person has: names, digits of positions
 */
@NullMarked
record PlantedPerson(
    TestClient.Phone phone, String app, Map<String, String> ids, List<String> texts) {

  private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");

  /** When the first stay began, as the API writes it. */
  static final String START = "2026-03-02T07:00:00.000+01:00";

  /**
   * Somebody of that application, who stayed, drove and stayed, and used all that a phone can.
   *
   * @param name of no other person
   * @param latitudeDeg has digits that are of no other person
   */
  static PlantedPerson in(TestClient.App app, TestClient client, String name, double latitudeDeg)
      throws Exception {
    var phone = client.newPhone(app);
    var linker = client.newApiKey(app, "\"user.link\"");
    var externalId = name + "-outside";
    json(
        client.post(
            "/v2/users/" + phone.installId() + "/link",
            linker,
            "{\"external_id\":\"" + externalId + "\"}"));
    json(client.post("/device/v1/signals", phone.token(), morning(latitudeDeg)));
    client.awaitFolded();
    var days = "/events?from=2026-03-02&to=2026-03-02";
    var stay = json(client.get("/v2/users/" + phone.userId() + days, phone.token())).get(0);
    var event = stay.path("event_id").asString();
    var ids =
        Map.of(
            "user", phone.userId(),
            "install", phone.installId(),
            "external", externalId,
            "event", event,
            "correction",
                made(
                    client,
                    phone,
                    "corrections",
                    "{\"event_id\":\"%s\",\"place\":\"%s-house\"}".formatted(event, name)),
            "upload-token",
                made(client, phone, "upload-tokens", "{\"name\":\"" + name + "-token\"}"),
            "import", made(client, phone, "import?format=gpx", "<gpx/>"),
            "key", linker.substring(0, linker.indexOf('.')));
    client.awaitFolded();
    var digits = Double.toString(latitudeDeg);
    return new PlantedPerson(
        phone, app.id(), ids, List.of(name, digits.substring(0, digits.length() - 2)));
  }

  private static String made(TestClient client, TestClient.Phone phone, String what, String body)
      throws Exception {
    var made = json(client.post("/device/v1/" + what, phone.token(), body));
    return made.path("id").asString();
  }

  /** Two hours at one place, half an hour's way, and two hours at another. */
  private static String morning(double latitudeDeg) {
    var json = new StringBuilder("{\"fixes\":[");
    for (int i = 0; i < 540; i++) {
      double lat = latitudeDeg + 0.003 * Math.clamp(i - 240, 0, 60);
      json.append(i == 0 ? "" : ",")
          .append("{\"time\":\"")
          .append(MORNING.plusSeconds(30L * i))
          .append("\",\"lat\":")
          .append(lat)
          .append(",\"lon\":3.7174,\"accuracy\":8}");
    }
    return json.append("]}").toString();
  }

  /** One of {@link #ids}, the application's, or {@link #START}; as it stands in a URL. */
  String idOf(String kind) {
    return switch (kind) {
      case "start" -> START.replace("+", "%2B");
      case "app" -> app;
      default -> ids.getOrDefault(kind, "1");
    };
  }

  /** What of this person is in a text. */
  List<String> marksIn(String text) {
    var marks = new ArrayList<String>();
    ids.values().stream().filter(text::contains).forEach(marks::add);
    texts.stream().filter(text::contains).forEach(marks::add);
    return marks;
  }

  /** The text with ids that nobody has in place of this person's. */
  String aboutNobody(String text) {
    var result = text;
    for (var id : ids.values()) {
      result = result.replace(id, nobodys(id));
    }
    return result;
  }

  /** The text with this person's ids in place of those that nobody has. */
  String aboutThisPerson(String text) {
    var result = text;
    for (var id : ids.values()) {
      result = result.replace(nobodys(id), id);
    }
    return result;
  }

  /** Of the same form; it ends in another character of the same kind. */
  private static String nobodys(String id) {
    char last = id.charAt(id.length() - 1);
    char other = Character.isDigit(last) ? (last == '7' ? '8' : '7') : (last == 'a' ? 'b' : 'a');
    return id.substring(0, id.length() - 1) + other;
  }

  /** All that the person and the operator can see of the person. */
  String shown(TestClient client) throws Exception {
    var shown = new StringBuilder();
    for (var path :
        List.of(
            "/v2/users/me",
            "/v2/users/" + phone.userId() + "/events?from=2026-03-01&to=2026-03-03",
            "/v2/users/" + phone.userId() + "/location",
            "/device/v1/corrections",
            "/device/v1/upload-tokens")) {
      shown.append(client.get(path, phone.token()).body()).append('\n');
    }
    var installs = "/admin/v1/users/" + phone.userId() + "/installs";
    return shown.append(client.get(installs, client.adminToken()).body()).toString();
  }
}
