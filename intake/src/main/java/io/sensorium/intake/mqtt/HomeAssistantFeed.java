package io.sensorium.intake.mqtt;

import io.sensorium.intake.homeassistant.HomeAssistant;
import io.sensorium.intake.mqtt.MqttTopics.Mapping;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** {@code <prefix>/sensor/.../config}, and the state topics that are announced there. */
final class HomeAssistantFeed implements MqttFeed {
  /*
   * States tell no time. So they are not kept by the broker while the server is away, and one that
   * was retained from before is passed over: both would count as measured when they are read.
   */

  private final Mapping mapping;
  private final MqttGateways gateways;
  private final Consumer<Subscription> subscribe;
  private final String start;
  private final HomeAssistant entities = new HomeAssistant();
  private final Set<String> subscribed = ConcurrentHashMap.newKeySet();

  /**
   * @param subscribe told of state topics when they are announced
   */
  HomeAssistantFeed(Mapping mapping, MqttGateways gateways, Consumer<Subscription> subscribe) {
    this.mapping = mapping;
    this.gateways = gateways;
    this.subscribe = subscribe;
    this.start = mapping.name() + "/";
  }

  @Override
  public Set<Subscription> subscriptions() {
    var all = new HashSet<Subscription>();
    for (var kind : Set.of("sensor", "binary_sensor")) {
      all.add(new Subscription(start + kind + "/+/config", true));
      all.add(new Subscription(start + kind + "/+/+/config", true));
    }
    entities.stateTopics().forEach(topic -> all.add(new Subscription(topic, false)));
    return all;
  }

  @Override
  public boolean takes(String topic) {
    return announces(topic) || entities.isState(topic);
  }

  @Override
  public boolean announces(String topic) {
    return topic.startsWith(start) && topic.endsWith("/config");
  }

  @Override
  public void take(MqttMessage message) {
    if (announces(message.topic())) {
      entities
          .readConfig(message.topic().substring(start.length()), message.payload())
          .filter(subscribed::add)
          .ifPresent(topic -> subscribe.accept(new Subscription(topic, false)));
    } else if (!message.isRetained()) {
      var rows = entities.readState(message.topic(), message.payload(), message.receivedAt());
      if (rows.size() > 0) {
        var gateway = gateways.get(mapping.gatewaySerial());
        gateways.accept(gateway, null, message.receivedAt(), rows);
      }
    }
  }
}
