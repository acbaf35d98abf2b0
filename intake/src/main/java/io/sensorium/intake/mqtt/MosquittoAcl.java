package io.sensorium.intake.mqtt;

import java.util.ArrayList;
import java.util.List;

/**
 * The access file of a Mosquitto broker that lets each gateway, which logs in by its serial as user
 * name, write to its own topics alone.
 */
public final class MosquittoAcl {

  private MosquittoAcl() {}

  /**
   * The file's text.
   *
   * @param user by which the server logs in
   */
  public static String of(String user, MqttTopics topics) {
    var lines = new ArrayList<String>();
    lines.add("# Sensorium itself.");
    lines.add("user " + user);
    lines.add("topic read " + GatewayFeed.START + "+/measurements");
    lines.add("topic read " + GatewayFeed.START + "+/sensors");
    lines.add("topic read " + GatewayFeed.START + "+/commands/+/state");
    lines.add("topic write " + GatewayFeed.START + "+/commands");
    lines.add("topic write " + BrokerClient.STATUS);
    lines.addAll(mapped(topics));
    lines.add("");
    lines.add("# Each gateway, with its serial as user name.");
    lines.add("pattern write " + GatewayFeed.START + "%u/measurements");
    lines.add("pattern write " + GatewayFeed.START + "%u/sensors");
    lines.add("pattern write " + GatewayFeed.START + "%u/commands/+/state");
    lines.add("pattern read " + GatewayFeed.START + "%u/commands");
    lines.add("pattern read " + BrokerClient.STATUS);
    lines.add("");
    lines.add("# Whoever else uses the broker needs lines of its own.");
    return String.join("\n", lines) + "\n";
  }

  private static List<String> mapped(MqttTopics topics) {
    var lines = new ArrayList<String>();
    topics.zigbee2mqtt().forEach(it -> lines.add("topic read " + it.name() + "/#"));
    topics
        .chirpStack()
        .forEach(it -> lines.add("topic read application/" + it.name() + "/device/+/event/up"));
    if (!topics.homeAssistant().isEmpty()) {
      lines.add("# Devices announce where they tell their states: it may be any topic.");
      lines.add("topic read #");
    }
    return lines;
  }
}
