package io.sensorium.server.cli;

/** Where the process begins. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.exit(SensoriumCommand.execute(args));
  }
}
