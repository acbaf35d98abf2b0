package io.sensorium.intake.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.sensing.GatewayType;
import io.sensorium.intake.accept.Admission;
import io.sensorium.intake.gateway.CommandReports;
import io.sensorium.intake.measurements.AcceptMeasurements;
import io.sensorium.intake.measurements.ProvisioningLimits;
import io.sensorium.intake.measurements.RecordedMeasurements;
import io.sensorium.intake.mqtt.MqttTopics.Mapping;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.sensing.Devices.NewGateway;
import io.sensorium.store.sql.Store;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A broker, a gateway that is known, the intake between them, and clients that send. */
final class MqttFixture implements AutoCloseable {

  static final String SERIAL = "10000000";
  static final String TOKEN = "abc.def";
  static final String MEASUREMENTS = "sensorium/gateways/10000000/measurements";
  static final int PATIENCE_SECONDS = 60;

  final Clock clock = Clock.systemUTC();
  final Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
  final RecordedMeasurements measurements = new RecordedMeasurements();

  /** Batches that are new. */
  final BlockingQueue<GatewayBatch> told = new LinkedBlockingQueue<>();

  final Semaphore ended = new Semaphore(0);
  final Store store;
  final MosquittoBroker broker;
  final GatewayId gateway;
  private final List<Mqtt3BlockingClient> clients = new ArrayList<>();
  private @Nullable MqttIntake intake;

  MqttFixture(Path directory, @Nullable String acl) {
    store = Store.openSqlite(directory);
    broker = MosquittoBroker.start(directory, acl);
    gateway =
        store
            .devices()
            .createGateway(
                new NewGateway(SERIAL, GatewayType.DEFAULT, null, null, Secret.sha256(TOKEN), now))
            .orElseThrow()
            .id();
  }

  MqttSettings settings(boolean trustAcl) {
    return new MqttSettings(
        URI.create("mqtt://127.0.0.1:" + broker.port()),
        "sensorium",
        "sensorium",
        "",
        trustAcl,
        systemTrust(),
        new MqttTopics(
            List.of(new Mapping("zigbee2mqtt", SERIAL)),
            List.of(new Mapping("homeassistant", SERIAL)),
            List.of(new Mapping("17c82e96-be03-4f38-aef3-f83d48582d97", SERIAL))));
  }

  static TrustManagerFactory systemTrust() {
    try {
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init((KeyStore) null);
      return trust;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  MqttIntake intake() {
    return Objects.requireNonNull(intake);
  }

  /** Starts the intake, and returns when it has its topics. */
  void startIntake(boolean trustAcl) throws Exception {
    beginIntake(trustAcl).subscribed().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Starts the intake, whether the broker is there or not. */
  MqttIntake beginIntake(boolean trustAcl) {
    var accept =
        new AcceptMeasurements(
            store.devices(),
            measurements,
            ProvisioningLimits.DEFAULT,
            Admission.unlimited(),
            (batch, appended) -> {
              if (!appended.duplicate()) {
                told.add(batch);
              }
            });
    var reports = new CommandReports(store.workflows(), ended::release, clock);
    var started =
        MqttIntake.start(
            settings(trustAcl), store.devices(), store.workflows(), accept, reports, clock);
    intake = started;
    return started;
  }

  void stopIntake() {
    if (intake != null) {
      intake.close();
      intake = null;
    }
  }

  /** A client that is connected until the end. */
  Mqtt3BlockingClient client(String user) {
    var client =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(UUID.randomUUID().toString())
            .serverHost("127.0.0.1")
            .serverPort(broker.port())
            .simpleAuth(Mqtt3SimpleAuth.builder().username(user).build())
            .buildBlocking();
    client.connect();
    clients.add(client);
    return client;
  }

  /** Sends a message by a client of its own; returns when the broker has it. */
  void publish(String topic, String message) {
    send(client(SERIAL), topic, message, false);
  }

  static void send(Mqtt3BlockingClient client, String topic, String message, boolean retain) {
    client
        .publishWith()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(message.getBytes(UTF_8))
        .retain(retain)
        .send();
  }

  /** What comes on a topic from now on. */
  BlockingQueue<byte[]> listen(String topic) {
    var messages = new LinkedBlockingQueue<byte[]>();
    client(SERIAL)
        .toAsync()
        .subscribeWith()
        .topicFilter(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .callback(publish -> messages.add(publish.getPayloadAsBytes()))
        .send()
        .join();
    return messages;
  }

  /** One row, measured at the start of the test. */
  String batch(@Nullable String token, String source, double value) {
    var shown = token == null ? "" : "\"token\": \"" + token + "\", ";
    return "{%s\"measurements\": [{\"sensor\": \"aa\", \"source\": \"%s\", \"date\": %d, \"value\": %s}]}"
        .formatted(shown, source, now.toEpochMilli(), value);
  }

  /** The next batch that is on disk. */
  GatewayBatch nextBatch() throws InterruptedException {
    return next(told);
  }

  static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    var next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new IllegalStateException("nothing came");
    }
    return next;
  }

  /** The name of the first row's source. */
  String sourceOf(GatewayBatch batch) {
    var id = new SourceId(batch.rows().sourceId(0));
    return store.devices().findSource(id).orElseThrow().serial();
  }

  @Override
  public void close() {
    for (var client : clients) {
      if (client.getState().isConnected()) {
        client.disconnect();
      }
    }
    stopIntake();
    broker.close();
    store.close();
  }
}
