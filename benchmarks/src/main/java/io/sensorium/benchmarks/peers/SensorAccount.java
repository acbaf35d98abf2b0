package io.sensorium.benchmarks.peers;

import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.LeanHttp;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A user of our server's sensor API, with gateways of their own.
 *
 * @param credentials a whole header line
 * @param tokens one of each gateway
 */
public record SensorAccount(String credentials, List<String> tokens) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String PASSWORD = "12345678";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String JSON_TYPE = "Content-Type: application/json\r\n";

  public SensorAccount {
    tokens = List.copyOf(tokens);
  }

  /**
   * Makes a user, as the operator, and has them take their gateways over.
   *
   * @param number of the user; no two users share a gateway
   */
  public static SensorAccount create(ServerProcess server, int number, int gateways)
      throws IOException {
    var admin = "Authorization: Bearer %s\r\n".formatted(server.adminToken()) + JSON_TYPE;
    var email = "bench-%d@example.com".formatted(number);
    var basic =
        Base64.getEncoder()
            .encodeToString((email + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    var credentials = "Authorization: Basic " + basic + "\r\n";
    var tokens = new ArrayList<String>();
    try (var http = new LeanHttp(server.uri())) {
      var user = JSON.createObjectNode().put("email", email).put("password", PASSWORD);
      user.put("fname", "Bench").put("lname", Integer.toString(number));
      post(http, "/admin/v1/sensor-users", admin, user.toString());
      for (int i = 0; i < gateways; i++) {
        var serial = "%08d".formatted(1_000 * number + i);
        var gateway = JSON.createObjectNode().put("serial", serial);
        var made = post(http, "/admin/v1/gateways", admin, gateway.toString());
        tokens.add(made.required("token").asString());
        post(http, "/v1/gateways", credentials + FORM, "serial=" + serial);
      }
    }
    return new SensorAccount(credentials, tokens);
  }

  /** The ids of the data sources that rows of a load have made, by their sensors' serials. */
  Map<String, Long> sources(LeanHttp http) throws IOException {
    var ids = new HashMap<String, Long>();
    for (var gateway : get(http, "/v1/gateways").required("gateways")) {
      for (var sensor : gateway.required("devices")) {
        var source = sensor.required("devices").required(0);
        ids.put(sensor.required("serial").asString(), source.required("id").asLong());
      }
    }
    return ids;
  }

  /** Makes an alarm on a data source. */
  void createAlarm(LeanHttp http, long source, double above) throws IOException {
    post(http, "/v1/alarms", "data_source=%d&value=%s&direction=above".formatted(source, above));
  }

  /** Asks the sensor API as the user. */
  public JsonNode get(LeanHttp http, String target) throws IOException {
    return read(target, http.get(target, credentials));
  }

  /** Sends a form to the sensor API as the user. */
  public JsonNode post(LeanHttp http, String target, String form) throws IOException {
    return post(http, target, credentials + FORM, form);
  }

  /** Sends JSON as the user's first gateway. */
  public JsonNode sendAsGateway(LeanHttp http, String target, String json) throws IOException {
    var token = "Authorization: Bearer %s\r\n".formatted(tokens.getFirst());
    return post(http, target, token + JSON_TYPE, json);
  }

  private static JsonNode post(LeanHttp http, String target, String headers, String body)
      throws IOException {
    return read(target, http.post(target, headers, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonNode read(String target, LeanHttp.Answer answer) {
    if (!answer.isSuccess()) {
      throw new BenchException(target + " was answered " + answer);
    }
    return JSON.readTree(answer.body());
  }
}
