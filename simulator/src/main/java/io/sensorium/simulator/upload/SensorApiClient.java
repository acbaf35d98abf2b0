package io.sensorium.simulator.upload;

import io.sensorium.core.alarm.Direction;
import io.sensorium.simulator.sensing.Quantity;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user of the sensor API, version 1. For one thread. */
public final class SensorApiClient {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 8;

  /** A data source by what is written on its sensor. */
  public record SourceKey(String sensor, String source) {

    public SourceKey(String sensor, Quantity quantity) {
      this(sensor, quantity.type());
    }
  }

  private final Attempts attempts;
  private final URI server;
  private final String authorization;

  /** A user by e-mail and password; {@code http} must trust the server's certificate. */
  public SensorApiClient(HttpClient http, URI server, String email, String password) {
    this.attempts = new Attempts(http, Thread::sleep, ATTEMPTS);
    this.server = server;
    var credentials = (email + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** Takes a gateway over that the operator has made. */
  public void claim(String gatewaySerial, String title) {
    post("/v1/gateways", form("serial", gatewaySerial, "name", title));
  }

  /** The ids of all data sources of the user's. */
  public Map<SourceKey, Long> listSources() {
    var ids = new LinkedHashMap<SourceKey, Long>();
    for (var gateway : get("/v1/gateways?with_slaves=1").required("gateways")) {
      for (var sensor : gateway.required("devices")) {
        for (var source : sensor.required("devices")) {
          var key =
              new SourceKey(
                  sensor.required("serial").asString(), source.required("serial").asString());
          ids.put(key, source.required("id").asLong());
        }
      }
    }
    return ids;
  }

  /**
   * Makes an alarm.
   *
   * @param delay of continuous excess, in whole minutes
   * @return its id
   */
  public long createAlarm(long source, Direction direction, double value, Duration delay) {
    var body =
        form(
            "data_source",
            Long.toString(source),
            "value",
            Double.toString(value),
            "direction",
            direction.name().toLowerCase(Locale.ROOT),
            "delay",
            Long.toString(delay.toMinutes()));
    return post("/v1/alarms", body).required("alarm").required("id").asLong();
  }

  /**
   * Has the server call a URL.
   *
   * @param type bits: 1 button presses, 2 alarms, 4 the rest
   * @return the secret that signs the calls
   */
  public String createCallback(URI url, int type) {
    var body = form("url", url.toString(), "type", Integer.toString(type));
    return post("/v1/callbacks", body).required("callback").required("secret").asString();
  }

  /** What a path answers. */
  public JsonNode get(String path) {
    return send(request(path).GET());
  }

  private JsonNode post(String path, String form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(REQUEST_TIMEOUT)
        .header("Authorization", authorization);
  }

  private JsonNode send(HttpRequest.Builder request) {
    return JSON.readTree(Attempts.requireOk(attempts.send(request.build())));
  }

  private static String form(String... namesAndValues) {
    var form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(namesAndValues[i]).append('=');
      form.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }
}
