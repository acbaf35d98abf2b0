package io.sensorium.server;

import io.sensorium.server.cli.SensoriumCommand;

/** Where the process begins. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.exit(SensoriumCommand.run(args));
  }
}
