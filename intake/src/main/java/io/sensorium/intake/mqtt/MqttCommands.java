package io.sensorium.intake.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.intake.json.JsonOutput;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Workflow;
import io.sensorium.store.sensing.Workflows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;

/** Takes commands to the gateways that were heard by MQTT lately. Safe for use by many threads. */
final class MqttCommands {
  /*
   * A command is marked as sent when the broker has it: a crash between sends it again, under the
   * same number. A gateway that fell silent gets none, as a command is not to come hours late.
   */

  private static final Logger log = LoggerFactory.getLogger(MqttCommands.class);
  private static final Duration LATELY = Duration.ofMinutes(10);
  private static final Duration FOR_THE_BROKER = Duration.ofSeconds(10);

  private final boolean trustAcl;
  private final Devices devices;
  private final Workflows workflows;
  private final Clock clock;
  private final Map<GatewayId, Instant> heard = new ConcurrentHashMap<>();
  private final BlockingQueue<GatewayId> woken = new LinkedBlockingQueue<>();

  MqttCommands(boolean trustAcl, Devices devices, Workflows workflows, Clock clock) {
    this.trustAcl = trustAcl;
    this.devices = devices;
    this.workflows = workflows;
    this.clock = clock;
  }

  /** Notes that a gateway is there. */
  void heard(GatewayId gateway) {
    if (heard.put(gateway, clock.instant()) == null) {
      woken.add(gateway);
    }
  }

  /** A command may wait for a gateway. */
  void wake(GatewayId gateway) {
    if (heard.containsKey(gateway)) {
      woken.add(gateway);
    }
  }

  /**
   * Waits for a gateway that was woken, and sends what waits for it; after a while without one,
   * what waits for any that is there.
   */
  void sendNext(MqttPublisher publisher, Duration atMost) throws InterruptedException {
    var next = woken.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    var silentSince = clock.instant().minus(LATELY);
    heard.values().removeIf(at -> at.isBefore(silentSince));
    for (var gateway : next == null ? heard.keySet() : Set.of(next)) {
      for (var workflow : workflows.listQueued(gateway)) {
        send(gateway, workflow, publisher);
      }
    }
  }

  private void send(GatewayId receiver, Workflow workflow, MqttPublisher publisher)
      throws InterruptedException {
    var gateway = devices.findGateway(receiver);
    if (gateway.isEmpty()) {
      heard.remove(receiver);
      return;
    }
    var topic = GatewayFeed.START + gateway.get().serial() + "/commands";
    try {
      publisher
          .publish(topic, payload(receiver, workflow).getBytes(UTF_8))
          .get(FOR_THE_BROKER.toMillis(), TimeUnit.MILLISECONDS);
      workflows.markSent(List.of(workflow.id()), clock.instant());
    } catch (ExecutionException | TimeoutException e) {
      log.warn("the broker does not take workflow {}; it is tried again", workflow.id(), e);
    }
  }

  private String payload(GatewayId receiver, Workflow workflow) {
    var message = JsonOutput.write(json -> write(json, workflow));
    return trustAcl ? message : SignedCommand.of(message, devices.getTokenSha256(receiver));
  }

  private void write(JsonGenerator json, Workflow workflow) {
    json.writeStartObject();
    json.writeNumberProperty("workflow", workflow.id().value());
    json.writeStringProperty(
        "gateway", devices.findGateway(workflow.gateway()).map(Gateway::serial).orElse(null));
    json.writeStringProperty("command", workflow.command().name().toLowerCase(Locale.ROOT));
    json.writeObjectPropertyStart("parameters");
    if (workflow.sensor() != null) {
      json.writeStringProperty(
          "sensor", devices.findSensor(workflow.sensor()).map(Sensor::serial).orElse(null));
    }
    if (workflow.interval() != null) {
      json.writeNumberProperty("interval", workflow.interval().toSeconds());
    }
    json.writeEndObject();
    json.writeStringProperty("expires", workflow.expiresAt().toString());
    json.writeEndObject();
  }
}
