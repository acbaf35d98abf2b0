package io.sensorium.server.config;

/** A setting that is unknown or has no sense; the message is meant for whoever wrote it. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ConfigException(String message) {
    super(message);
  }
}
