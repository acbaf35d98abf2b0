package io.sensorium.benchmarks.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Administers one server, and enrols phones. */
public final class Operator implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration POLL = Duration.ofMillis(20);

  private final Http http;
  private final String adminToken;
  private final String enrolment;

  private Operator(Http http, String adminToken, String enrolment) {
    this.http = http;
    this.adminToken = adminToken;
    this.enrolment = enrolment;
  }

  /** Creates an application whose phones this operator enrols. */
  public static Operator of(ServerProcess server) throws IOException, InterruptedException {
    var http = new Http(server.uri());
    var token = server.adminToken();
    var answer = http.post("/admin/v1/applications", token, Body.of("{\"name\":\"bench\"}"));
    var application = JSON.readTree(answer);
    var enrolment =
        JSON.createObjectNode()
            .put("application_id", application.required("id").asString())
            .put("application_secret", application.required("secret").asString());
    enrolment
        .putObject("device")
        .put("os", "android")
        .put("os_version", "16")
        .put("model", "bench")
        .put("form", "phone");
    return new Operator(http, token, enrolment.toString());
  }

  /** A new user's phone. */
  public Phone enrol() throws IOException, InterruptedException {
    var answer = JSON.readTree(http.post("/device/v1/installs", "", Body.of(enrolment)));
    return new Phone(
        http, answer.required("user_id").asString(), answer.required("token").asString());
  }

  /** Waits until all that was accepted is analysed. */
  public void awaitAnalysis() throws IOException, InterruptedException {
    while (!isAnalysed()) {
      Thread.sleep(POLL);
    }
  }

  private boolean isAnalysed() throws IOException, InterruptedException {
    var engine = JSON.readTree(http.get("/admin/v1/status", adminToken)).required("engine");
    if (engine.path("parked").asLong(0) > 0) {
      throw new BenchException("the server parked an input: " + engine);
    }
    return engine.required("lag").asLong() == 0 && engine.required("pending_keys").asLong() == 0;
  }

  /** The value of a metric, summed over its labels; NaN when the server has none of that name. */
  public double metric(String name) throws IOException, InterruptedException {
    return sum(http.get("/metrics", adminToken), name);
  }

  static double sum(String metrics, String name) {
    var sample = Pattern.compile("(?m)^" + Pattern.quote(name) + "(?:\\{.*\\})? (\\S+)");
    return sample
        .matcher(metrics)
        .results()
        .map(found -> Double.parseDouble(found.group(1)))
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
