package io.sensorium.intake.mqtt;

import io.sensorium.intake.mqtt.MqttTopics.Mapping;
import io.sensorium.intake.zigbee2mqtt.Zigbee2Mqtt;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code <base topic>/bridge/devices} and {@code <base topic>/<friendly name>}. */
final class Zigbee2MqttFeed implements MqttFeed {
  /*
   * States that the broker kept while the server was away may come before the list of devices,
   * without which they mean nothing: the first ones wait for it a while. What is about the bridge itself, and
   * what goes to devices, is passed over.
   */

  private static final Logger log = LoggerFactory.getLogger(Zigbee2MqttFeed.class);
  private static final Duration FOR_THE_LIST = Duration.ofSeconds(10);

  private final Mapping mapping;
  private final MqttGateways gateways;
  private final String start;
  private final String bridge;
  private final String devices;
  private final Zigbee2Mqtt bridged = new Zigbee2Mqtt();
  private final CountDownLatch listed = new CountDownLatch(1);

  Zigbee2MqttFeed(Mapping mapping, MqttGateways gateways) {
    this.mapping = mapping;
    this.gateways = gateways;
    this.start = mapping.name() + "/";
    this.bridge = start + "bridge/";
    this.devices = bridge + "devices";
  }

  @Override
  public Set<Subscription> subscriptions() {
    return Set.of(new Subscription(devices, true), new Subscription(start + "#", true));
  }

  @Override
  public boolean takes(String topic) {
    return topic.equals(devices) || (topic.startsWith(start) && !topic.startsWith(bridge));
  }

  @Override
  public boolean announces(String topic) {
    return topic.equals(devices);
  }

  @Override
  public void take(MqttMessage message) {
    if (message.topic().equals(devices)) {
      bridged.readDevices(message.payload());
      listed.countDown();
      return;
    }
    awaitList();
    var name = message.topic().substring(start.length());
    var rows =
        bridged.readState(name, message.payload(), message.isRetained(), message.receivedAt());
    if (rows.size() > 0) {
      var gateway = gateways.get(mapping.gatewaySerial());
      gateways.accept(gateway, null, message.receivedAt(), rows);
    }
  }

  private void awaitList() {
    try {
      if (!listed.await(FOR_THE_LIST.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("nothing on {}: what Zigbee2MQTT tells means nothing until then", devices);
        listed.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
