package io.sensorium.server;

import io.sensorium.client.AdminCalls;
import io.sensorium.client.Device;
import io.sensorium.client.DeviceCalls;
import io.sensorium.client.HttpTransport;
import io.sensorium.client.NewApiKey;
import io.sensorium.client.NewApplication;
import io.sensorium.client.NewInstall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a running server as its operator, as a phone, or as anybody. */
public final class TestClient {

  /** A phone that introduced itself. */
  public record Phone(String userId, String installId, String token, String refreshSecret) {}

  /** An application that the operator made. */
  public record App(String id, String secret) {}

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final String adminToken;

  public TestClient(URI base, Path dataDirectory) {
    this.base = base;
    this.adminToken = AdminTokenFile.read(dataDirectory);
  }

  public App newApp() {
    var made = admin().createApplication(new NewApplication("test", null));
    return new App(made.id(), made.secret());
  }

  public Phone newPhone() {
    return newPhone(newApp());
  }

  public Phone newPhone(App app) {
    var device = new Device("android", "15", "test", "phone");
    var made = device().createInstall(new NewInstall(app.id(), app.secret(), device));
    return new Phone(made.userId(), made.installId(), made.token(), made.refreshSecret());
  }

  /** A key with these scopes, which are in quotation marks and separated by commas. */
  public String newApiKey(App app, String scopes) {
    var names = List.of(scopes.replace("\"", "").split(","));
    return admin().createApiKey(app.id(), new NewApiKey("test", names, null)).apiKey();
  }

  /** What the operator calls. */
  public AdminCalls admin() {
    return new AdminCalls(HttpTransport.to(http, base).with(adminToken));
  }

  /** What a phone calls before it has a token. */
  public DeviceCalls device() {
    return new DeviceCalls(HttpTransport.to(http, base));
  }

  /** A gateway that nobody has claimed; its token. */
  public String newGateway(String serial) throws Exception {
    var body = "{\"serial\": \"" + serial + "\"}";
    return json(post("/admin/v1/gateways", adminToken, body)).path("token").asString();
  }

  public String adminToken() {
    return adminToken;
  }

  /** Waits until everything accepted is folded. */
  public void awaitFolded() throws Exception {
    for (int i = 0; i < 3_000; i++) {
      var engine = json(get("/admin/v1/status", adminToken)).path("engine");
      if (engine.path("lag").asLong() == 0 && engine.path("pending_keys").asLong() == 0) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("not folded within a minute");
  }

  public HttpResponse<String> get(String path, @Nullable String token) throws Exception {
    return send("GET", path, token, null);
  }

  public HttpResponse<String> post(String path, @Nullable String token, @Nullable String body)
      throws Exception {
    return send("POST", path, token, body);
  }

  public HttpResponse<String> send(
      String method, String path, @Nullable String token, @Nullable String body)
      throws IOException, InterruptedException {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .method(method, publisher);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  public static JsonNode json(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }
}
