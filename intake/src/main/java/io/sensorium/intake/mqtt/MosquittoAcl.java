package io.sensorium.intake.mqtt;

import java.util.ArrayList;
import java.util.List;

/**
 * The access file of a Mosquitto broker that lets each gateway, which logs in by its serial as user
 * name, write to its own topics alone.
 */
public final class MosquittoAcl {

  private MosquittoAcl() {}

  /** The file's text. */
  public static String of(MqttSettings settings) {
    var lines = new ArrayList<String>();
    lines.add("# Sensorium itself.");
    lines.add("user " + (settings.user().isEmpty() ? settings.clientId() : settings.user()));
    lines.add("topic read " + GatewayFeed.START + "+/measurements");
    lines.add("topic read " + GatewayFeed.START + "+/sensors");
    lines.add("topic read " + GatewayFeed.START + "+/commands/+/state");
    lines.add("topic write " + GatewayFeed.START + "+/commands");
    lines.addAll(mapped(settings));
    lines.add("");
    lines.add("# Each gateway, with its serial as user name.");
    lines.add("pattern write " + GatewayFeed.START + "%u/measurements");
    lines.add("pattern write " + GatewayFeed.START + "%u/sensors");
    lines.add("pattern write " + GatewayFeed.START + "%u/commands/+/state");
    lines.add("pattern read " + GatewayFeed.START + "%u/commands");
    return String.join("\n", lines) + "\n";
  }

  private static List<String> mapped(MqttSettings settings) {
    var lines = new ArrayList<String>();
    settings.zigbee2mqtt().forEach(it -> lines.add("topic read " + it.name() + "/#"));
    settings
        .chirpStack()
        .forEach(it -> lines.add("topic read application/" + it.name() + "/device/+/event/up"));
    if (!settings.homeAssistant().isEmpty()) {
      lines.add("# Devices announce where they tell their states: it may be any topic.");
      lines.add("topic read #");
    }
    return lines;
  }
}
