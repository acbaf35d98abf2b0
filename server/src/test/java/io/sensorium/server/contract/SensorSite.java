package io.sensorium.server.contract;

import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The sensor half of a running server, with its self-signed certificate, and who calls it. */
@NullMarked
final class SensorSite implements AutoCloseable {

  static final String PASSWORD = "12345678";

  private final SensoriumServer server;
  private final SSLContext trust;
  private final HttpClient http;
  private final Caller operator;

  private SensorSite(Path directory, Map<String, String> settings) {
    server = SensoriumServer.start(ConfigReader.read(settings), directory);
    trust = trusting(directory.resolve("tls.crt"));
    http = HttpClient.newBuilder().sslContext(trust).build();
    var token = new TestClient(URI.create(plain().base()), directory).adminToken();
    operator = plain().showing("Bearer " + token);
  }

  /** Starts a server that does not mind wrong passwords. */
  static SensorSite start(Path directory) {
    return start(directory, Map.of());
  }

  static SensorSite start(Path directory, Map<String, String> more) {
    var settings = new HashMap<>(more);
    settings.put("http.port", "0");
    settings.put("tls.port", "0");
    settings.putIfAbsent("limits.failedLoginsPerMinute", "100000");
    return new SensorSite(directory, settings);
  }

  /** Calls the plain port without a credential. */
  Caller plain() {
    return new Caller(http, server.urls().getFirst(), null);
  }

  /** Calls the TLS port without a credential. */
  Caller secure() {
    return new Caller(http, "https://localhost:" + tlsPort(), null);
  }

  int tlsPort() {
    return URI.create(server.urls().getLast()).getPort();
  }

  int plainPort() {
    return URI.create(server.urls().getFirst()).getPort();
  }

  SSLContext trust() {
    return trust;
  }

  Caller operator() {
    return operator;
  }

  Person newPerson(String name, String... privileges) {
    return newPerson(name, null, privileges);
  }

  /** A user who is called {@code name@example.org}. */
  Person newPerson(String name, @Nullable Person parent, String... privileges) {
    var email = name + "@example.org";
    var body =
        "{\"email\":\"%s\",\"password\":\"%s\",\"fname\":\"%s\",\"lname\":\"Test\",%s\"privileges\":[%s]}"
            .formatted(
                email,
                PASSWORD,
                name,
                parent == null ? "" : "\"parent_id\":" + parent.id() + ",",
                Arrays.stream(privileges)
                    .map(it -> '"' + it + '"')
                    .collect(Collectors.joining(",")));
    long id = operator.postJson("/admin/v1/sensor-users", body).ok("id").asLong();
    return new Person(id, email, secure().showing(Caller.basic(email, PASSWORD)));
  }

  /** A gateway that nobody owns yet. */
  GatewayClient newGateway(String serial) {
    return made("{\"serial\":\"" + serial + "\"}");
  }

  GatewayClient newGateway(String serial, Person owner) {
    var gateway = newGateway(serial);
    owner.post("/v1/gateways", "serial=" + serial).ok();
    return gateway;
  }

  /** A gateway behind another; it is its owner's. */
  GatewayClient newSlave(String serial, GatewayClient master) {
    return made("{\"serial\":\"" + serial + "\",\"master\":\"" + master.serial() + "\"}");
  }

  private GatewayClient made(String body) {
    var made = operator.postJson("/admin/v1/gateways", body).ok();
    var token = made.path("token").asString();
    return new GatewayClient(
        made.path("id").asLong(),
        made.path("serial").asString(),
        token,
        plain().showing("Bearer " + token));
  }

  /** Waits until it holds; what the server does on its own takes a moment. */
  static void await(String what, BooleanSupplier condition) {
    for (int i = 0; i < 3_000; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("not within a minute: " + what);
  }

  private static SSLContext trusting(Path certificate) {
    try (var in = Files.newInputStream(certificate)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    http.close();
  }
}
