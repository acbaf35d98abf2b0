package io.sensorium.intake.mqtt;

import io.sensorium.intake.chirpstack.ChirpStackUplink;
import io.sensorium.intake.mqtt.MqttTopics.Mapping;
import java.util.Set;

/** {@code application/<id>/device/<dev_eui>/event/up} of one application of ChirpStack. */
final class ChirpStackFeed implements MqttFeed {

  private static final String UPLINK = "/event/up";

  private final Mapping mapping;
  private final MqttGateways gateways;
  private final String start;

  ChirpStackFeed(Mapping mapping, MqttGateways gateways) {
    this.mapping = mapping;
    this.gateways = gateways;
    this.start = "application/" + mapping.name() + "/device/";
  }

  @Override
  public Set<Subscription> subscriptions() {
    return Set.of(new Subscription(start + "+" + UPLINK, true));
  }

  @Override
  public boolean takes(String topic) {
    return topic.startsWith(start) && topic.endsWith(UPLINK);
  }

  @Override
  public void take(MqttMessage message) {
    var uplink = ChirpStackUplink.read(message.payload(), message.receivedAt());
    gateways.accept(
        gateways.get(mapping.gatewaySerial()),
        uplink.deduplicationId(),
        message.receivedAt(),
        uplink.rows());
  }
}
