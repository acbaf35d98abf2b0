package io.sensorium.api.sensors;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sensorium.api.auth.Passwords;
import io.sensorium.api.common.HttpConfig;
import io.sensorium.api.common.HttpConfig.Listener;
import io.sensorium.api.common.HttpConfig.TlsListener;
import io.sensorium.api.common.HttpMetrics;
import io.sensorium.api.common.HttpServer;
import io.sensorium.api.common.KeyFiles;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.common.SelfSignedCertificate;
import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.core.alarm.AlarmTrial;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.GatewayType;
import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.sensing.SourceType;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.accept.Admission;
import io.sensorium.intake.measurements.AcceptMeasurements;
import io.sensorium.intake.measurements.ProvisioningLimits;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.sealing.SealingKey;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Devices.NewGateway;
import io.sensorium.store.sensing.Devices.NewSensor;
import io.sensorium.store.sensing.Devices.PairedSource;
import io.sensorium.store.sensing.Devices.SensorInventory;
import io.sensorium.store.sensing.SensorUsers.NewUser;
import io.sensorium.store.sql.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The sensor API on a real store and over real TLS, with people and devices of a test's making. */
@NullMarked
final class SensorServer implements AutoCloseable {

  static final String PASSWORD = "12345678";

  /** A mail that somebody was sent. */
  record ResetMail(String email, String token) {}

  final TestClock clock = new TestClock(Instant.parse("2026-09-13T17:00:00Z"));
  final Store store;
  final Measurements measurements;
  final List<ResetMail> mails = Collections.synchronizedList(new ArrayList<>());
  final HttpServer http;
  private final Passwords passwords;
  private final SSLContext trust;

  private SensorServer(Path folder, SensorRules rules) throws IOException {
    store = Store.openSqlite(folder.resolve("data"));
    measurements = store.measurements();
    passwords =
        new Passwords(
            store.sensorUsers(), limiter(1_000), limiter(1_000), clock, new SecureRandom());
    var chain = folder.resolve("chain.pem");
    var key = folder.resolve("key.pem");
    SelfSignedCertificate.write(chain, key, List.of("localhost", "127.0.0.1"), Instant.now());
    trust = trusting(chain);
    http =
        HttpServer.start(
            HttpConfig.onLoopback(0)
                .withTls(
                    new TlsListener(new Listener("127.0.0.1", 0), new KeyFiles.Pem(chain, key))),
            SensorRoutes.of(services(folder), rules, clock),
            new HttpMetrics(new PrometheusRegistry()));
  }

  static SensorServer start(Path folder) {
    return start(folder, new SensorRules(DateStyle.BASIC, false, 100_000));
  }

  static SensorServer start(Path folder, SensorRules rules) {
    try {
      return new SensorServer(folder, rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SensorServices services(Path folder) {
    var accept =
        new AcceptMeasurements(
            devices(),
            measurements,
            ProvisioningLimits.DEFAULT,
            Admission.unlimited(),
            (batch, appended) -> {});
    return new SensorServices(
        store.sensorUsers(),
        passwords,
        devices(),
        store.workflows(),
        measurements,
        accept,
        store.alarms(),
        (source, condition, from, to) -> new AlarmTrial(List.of(), 0, Duration.ZERO),
        store.outbox().callbacks(SealingKey.ofDirectory(folder)),
        store.outbox().deliveries(),
        SealingKey.ofDirectory(folder),
        Optional.of((user, token, expiresAt) -> mails.add(new ResetMail(user.email(), token))));
  }

  private RateLimiter limiter(int perMinute) {
    return new RateLimiter(perMinute, perMinute, 1_000, clock);
  }

  Devices devices() {
    return store.devices();
  }

  SensorUser newUser(String email, Privilege... privileges) {
    return newUser(email, null, privileges);
  }

  SensorUser newUser(String email, @Nullable SensorUserId parent, Privilege... privileges) {
    var all = new HashSet<>(Set.of(Privilege.CREATE_USERS));
    all.addAll(Arrays.asList(privileges));
    return store
        .sensorUsers()
        .create(
            new NewUser(
                parent, email, passwords.hash(PASSWORD), "Test", "User", all, clock.instant()))
        .orElseThrow();
  }

  /** A gateway that waits for an owner. */
  Gateway newGateway(String serial) {
    return devices()
        .createGateway(
            new NewGateway(
                serial, GatewayType.DEFAULT, null, null, "token of " + serial, clock.instant()))
        .orElseThrow();
  }

  Gateway newGateway(String serial, SensorUser owner) {
    newGateway(serial);
    devices().associate(owner.id(), serial, null, null, clock.instant());
    return devices().findGatewayBySerial(serial).orElseThrow();
  }

  /** A sensor with sources of these types, each by the name of its type. */
  SensorInventory newSensor(Gateway gateway, String serial, String... types) {
    var sources =
        Arrays.stream(types)
            .map(type -> new PairedSource(type, SourceType.find(type).orElseThrow(), null, null))
            .toList();
    return devices().pair(new NewSensor(gateway.id(), serial, null, "1.99"), sources);
  }

  /** Stores one value. */
  void measure(DataSource source, Instant at, double value) {
    measure(source, Series.builder(1).add(Micros.of(at), value, 1, 0).build());
  }

  void measure(DataSource source, Series rows) {
    var part = new GatewayBatch.Part(source.id(), rows);
    measurements.append(new GatewayBatch(source.gateway(), null, clock.instant(), List.of(part)));
  }

  SensorClient client(String email) {
    return client(email, PASSWORD);
  }

  SensorClient client(String email, String password) {
    return new SensorClient(
        "https://127.0.0.1:" + http.tlsPort().orElseThrow(), trust, email, password);
  }

  private static SSLContext trusting(Path chain) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      try (var in = Files.newInputStream(chain)) {
        store.setCertificateEntry(
            "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
      }
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
    http.close();
    store.close();
  }
}
