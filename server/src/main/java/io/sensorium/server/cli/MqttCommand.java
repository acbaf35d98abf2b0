package io.sensorium.server.cli;

import io.sensorium.intake.mqtt.MosquittoAcl;
import io.sensorium.server.Broker;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./sensorium mqtt}: what belongs to the way in by MQTT. */
@Command(
    name = "mqtt",
    description = "What belongs to the way in by MQTT.",
    mixinStandardHelpOptions = true,
    subcommands = MqttCommand.Acl.class)
final class MqttCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: 'acl' is missing.");
  }

  /** {@code ./sensorium mqtt acl}. */
  @Command(
      name = "acl",
      description = {
        "Prints the access file (acl_file) of a Mosquitto broker by which each gateway, with its",
        "serial as user name, writes to its own topics alone. With it, set mqtt.trustAcl: true."
      },
      mixinStandardHelpOptions = true)
  static final class Acl implements Runnable {

    private static final String USER = "sensorium";

    @Mixin private DataOption data = new DataOption();

    @Override
    public void run() {
      var mqtt = data.config(Map.of()).mqtt();
      var user = mqtt.user().isEmpty() ? USER : mqtt.user();
      System.out.print(MosquittoAcl.of(user, Broker.topics(mqtt)));
    }
  }
}
