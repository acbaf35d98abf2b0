package io.sensorium.simulator.upload;

import io.sensorium.simulator.sensing.GatewayUpload;
import io.sensorium.simulator.sensing.SensorPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One gateway that speaks the gateway API: it pairs sensors, and sends what they measure. It waits
 * and tries again when the server is busy or away. For one thread; many clients may share an {@link
 * HttpClient}.
 */
public final class GatewayClient {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 8;

  /**
   * What the server answered to an upload.
   *
   * @param accepted rows that it took
   * @param rejected rows that it did not
   */
  public record Answer(int accepted, int rejected) {}

  private final Attempts attempts;
  private final URI server;
  private final String token;

  /** A gateway by its token; waits by sleeping. */
  public GatewayClient(HttpClient http, URI server, String token) {
    this(http, server, token, Thread::sleep);
  }

  GatewayClient(HttpClient http, URI server, String token, Pause pause) {
    this.attempts = new Attempts(http, pause, ATTEMPTS);
    this.server = server;
    this.token = token;
  }

  /** Makes a sensor and its sources known; doing it again changes nothing. */
  public void pair(SensorPlan sensor) {
    var body = JSON.createObjectNode().put("serial", sensor.serial()).put("title", sensor.title());
    var sources = body.putArray("sources");
    sensor
        .intervals()
        .forEach(
            (quantity, interval) ->
                sources
                    .addObject()
                    .put("serial", quantity.type())
                    .put("type", quantity.type())
                    .put("interval", interval.toSeconds()));
    post("/gateway/v1/sensors", JSON.writeValueAsBytes(body));
  }

  /**
   * Sends what was measured.
   *
   * @throws UploadException when the server refuses it, or is away for too long
   */
  public Answer upload(GatewayUpload upload) {
    var answer =
        JSON.readTree(post("/gateway/v1/measurements", MeasurementsJson.bytes(upload.readings())));
    return new Answer(answer.required("accepted").asInt(), answer.required("rejected").size());
  }

  private String post(String path, byte[] json) {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(REQUEST_TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(zipped(json)))
            .build();
    HttpResponse<String> answer = attempts.send(request);
    return Attempts.requireOk(answer);
  }

  private static byte[] zipped(byte[] json) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // cannot happen: the bytes stay in memory
    }
    return bytes.toByteArray();
  }
}
