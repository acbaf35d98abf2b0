package io.sensorium.server.cli;

/** Something that the person at the command line can put right; shown as it is, without a trace. */
final class UserMistake extends RuntimeException {

  private static final long serialVersionUID = 1;

  UserMistake(String message) {
    super(message);
  }
}
