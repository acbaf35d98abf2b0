package io.sensorium.intake.mqtt;

import io.sensorium.core.id.WorkflowId;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.gateway.CommandReportJson;
import io.sensorium.intake.gateway.CommandReports;
import io.sensorium.intake.gateway.MeasurementsJson;
import io.sensorium.intake.gateway.PairingJson;
import io.sensorium.intake.gateway.PairingJson.Pairing;
import io.sensorium.intake.json.JsonNode;
import io.sensorium.store.sensing.Devices;
import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code sensorium/gateways/<serial>/...}: gateways that speak our own JSON by MQTT. */
final class GatewayFeed implements MqttFeed {

  static final String START = "sensorium/gateways/";

  private static final Pattern TOPIC =
      Pattern.compile(
          Pattern.quote(START)
              + "([^/]+)/(?:(measurements)|(sensors)|commands/([1-9]\\d{0,17})/state)");

  private final boolean trustAcl;
  private final Devices devices;
  private final MqttGateways gateways;
  private final MqttCommands commands;
  private final CommandReports reports;

  GatewayFeed(
      boolean trustAcl,
      Devices devices,
      MqttGateways gateways,
      MqttCommands commands,
      CommandReports reports) {
    this.trustAcl = trustAcl;
    this.devices = devices;
    this.gateways = gateways;
    this.commands = commands;
    this.reports = reports;
  }

  @Override
  public Set<Subscription> subscriptions() {
    return Set.of(
        new Subscription(START + "+/measurements", true),
        new Subscription(START + "+/sensors", true),
        new Subscription(START + "+/commands/+/state", true));
  }

  @Override
  public boolean takes(String topic) {
    return TOPIC.matcher(topic).matches();
  }

  @Override
  public void take(MqttMessage message) {
    var topic = TOPIC.matcher(message.topic());
    if (!topic.matches()) {
      return;
    }
    var gateway = gateways.get(topic.group(1));
    if (topic.group(2) != null) {
      takeMeasurements(gateway, message);
    } else {
      takeOther(gateway, topic, JsonNode.parse(message.payload()));
    }
  }

  private void takeMeasurements(Gateway gateway, MqttMessage message) {
    var batch = MeasurementsJson.decode(new ByteArrayInputStream(message.payload()));
    login(gateway, batch.token());
    gateways.accept(gateway, batch.batchId(), message.receivedAt(), batch.rows());
  }

  private void takeOther(Gateway gateway, Matcher topic, JsonNode document) {
    login(gateway, document.get("token").text().orElse(null));
    if (topic.group(3) != null) {
      pair(PairingJson.read(document, gateway.id()));
    } else {
      var workflow = new WorkflowId(Long.parseLong(topic.group(4)));
      var known = reports.accept(gateway.id(), workflow, CommandReportJson.read(document));
      if (known.isEmpty()) {
        throw new MalformedInputException("the gateway has no workflow " + workflow);
      }
    }
  }

  private void pair(Pairing pairing) {
    var conflict = pairing.conflict(devices);
    if (conflict.isPresent()) {
      throw new MalformedInputException(conflict.get());
    }
    devices.pair(pairing.sensor(), pairing.sources());
  }

  private void login(Gateway gateway, @Nullable String token) {
    if (!trustAcl) {
      requireToken(gateway, token);
    }
    commands.heard(gateway.id());
  }

  private void requireToken(Gateway gateway, @Nullable String token) {
    var sender =
        token == null ? null : devices.findGatewayByToken(Secret.sha256(token)).orElse(null);
    if (sender == null || !sender.id().equals(gateway.id())) {
      throw new MalformedInputException("token: is missing, or not that of " + gateway.serial());
    }
  }
}
