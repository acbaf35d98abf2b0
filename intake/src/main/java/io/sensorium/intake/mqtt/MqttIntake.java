package io.sensorium.intake.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.sensorium.core.id.GatewayId;
import io.sensorium.intake.gateway.CommandReports;
import io.sensorium.intake.measurements.AcceptMeasurements;
import io.sensorium.intake.mqtt.MqttFeed.Subscription;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Workflows;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to a broker. It begins again by itself when it ends, and the broker keeps the
 * session meanwhile: a message is acknowledged when it is on disk, and comes again until then.
 */
public final class MqttIntake implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MqttIntake.class);

  private static final Duration LOOK_FOR_COMMANDS = Duration.ofSeconds(30);
  private static final Duration FOR_THE_END = Duration.ofSeconds(5);
  private static final int KEEP_ALIVE_SECONDS = 30;

  private final MqttSettings settings;
  private final Clock clock;
  private final MqttCommands commands;
  private final List<MqttFeed> feeds;
  private final MqttReceiver receiver;
  private final Mqtt3AsyncClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService delivery =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mqtt-delivery").factory());

  private volatile boolean closed;
  private final CompletableFuture<Void> subscribed = new CompletableFuture<>();

  private MqttIntake(
      MqttSettings settings,
      Devices devices,
      Workflows workflows,
      AcceptMeasurements accept,
      CommandReports reports,
      Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.commands = new MqttCommands(settings.trustAcl(), devices, workflows, clock);
    this.feeds = feeds(devices, new MqttGateways(devices, accept), reports);
    this.receiver = new MqttReceiver(feeds);
    this.client = BrokerClient.of(settings, this::connected, () -> closed);
  }

  /** Begins to connect, and returns at once: a broker that is away is waited for. */
  public static MqttIntake start(
      MqttSettings settings,
      Devices devices,
      Workflows workflows,
      AcceptMeasurements accept,
      CommandReports reports,
      Clock clock) {
    var intake = new MqttIntake(settings, devices, workflows, accept, reports, clock);
    intake.connect();
    return intake;
  }

  private List<MqttFeed> feeds(Devices devices, MqttGateways gateways, CommandReports reports) {
    var all = new ArrayList<MqttFeed>();
    all.add(new GatewayFeed(settings.trustAcl(), devices, gateways, commands, reports));
    settings.topics().zigbee2mqtt().forEach(it -> all.add(new Zigbee2MqttFeed(it, gateways)));
    settings.topics().chirpStack().forEach(it -> all.add(new ChirpStackFeed(it, gateways)));
    settings
        .topics()
        .homeAssistant()
        .forEach(it -> all.add(new HomeAssistantFeed(it, gateways, this::subscribeLater)));
    return List.copyOf(all);
  }

  private void connect() {
    client.publishes(MqttGlobalPublishFilter.ALL, this::received, delivery, true);
    var _ =
        client
            .connectWith()
            .cleanSession(false)
            .keepAlive(KEEP_ALIVE_SECONDS)
            .send()
            .exceptionally(
                failure -> {
                  log.debug("no more tries to connect to {}", settings, failure);
                  return null;
                });
    threads.execute(this::sendCommands);
  }

  /** Tells whether the broker is there. */
  public boolean isConnected() {
    return client.getState().isConnected();
  }

  /** What became of the messages. */
  public MqttCounts counts() {
    return receiver.counts();
  }

  /** A command may wait for a gateway: where it is heard by MQTT, it goes out at once. */
  public void wake(GatewayId gateway) {
    commands.wake(gateway);
  }

  /** Completes when the broker has granted the topics for the first time. */
  public CompletableFuture<Void> subscribed() {
    return subscribed.copy();
  }

  private void connected() {
    if (closed) {
      var _ = client.disconnect();
      return;
    }
    log.info("connected to {}", settings);
    var wishes =
        feeds.stream()
            .flatMap(feed -> feed.subscriptions().stream())
            .map(this::subscribe)
            .toArray(CompletableFuture<?>[]::new);
    var _ = CompletableFuture.allOf(wishes).thenAccept(subscribed::complete);
    var _ = client.publish(BrokerClient.status(true));
  }

  private void subscribeLater(Subscription wish) {
    var _ = subscribe(wish);
  }

  private CompletableFuture<?> subscribe(Subscription wish) {
    return client
        .subscribeWith()
        .topicFilter(wish.filter())
        .qos(wish.durable() ? MqttQos.AT_LEAST_ONCE : MqttQos.AT_MOST_ONCE)
        .send()
        .whenComplete(
            (_, failure) -> {
              if (failure != null) {
                log.warn("cannot subscribe to {}", wish.filter(), failure);
              }
            });
  }

  private void received(Mqtt3Publish publish) {
    var message =
        new MqttMessage(
            publish.getTopic().toString(),
            publish.getPayloadAsBytes(),
            publish.isRetain(),
            clock.instant());
    try {
      receiver.receive(message, publish::acknowledge);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server stops
    }
  }

  private void sendCommands() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        commands.sendNext(this::publish, LOOK_FOR_COMMANDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // the server stops
      } catch (RuntimeException e) { // the boundary: the next look may be better
        log.error("commands could not be sent", e);
      }
    }
  }

  private CompletableFuture<?> publish(String topic, byte[] payload) {
    return client.publishWith().topic(topic).qos(MqttQos.AT_LEAST_ONCE).payload(payload).send();
  }

  /** Ends the connection; what is not acknowledged comes again when it begins again. */
  @Override
  public void close() {
    closed = true;
    threads.shutdownNow();
    delivery.shutdownNow();
    receiver.close();
    try {
      sayGoodbye()
          .thenCompose(_ -> client.disconnect())
          .get(FOR_THE_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.debug("the connection to {} had ended already", settings, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whoever ends the connection in order leaves no will. */
  private CompletableFuture<?> sayGoodbye() {
    return isConnected()
        ? client.publish(BrokerClient.status(false)).handle((_, _) -> true)
        : CompletableFuture.completedFuture(true);
  }
}
