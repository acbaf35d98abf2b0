package io.sensorium.delivery.mail;

import javax.net.ssl.SSLContext;

/**
 * The server that mails are handed to.
 *
 * @param user empty when it wants no login
 * @param from the sender, such as {@code Sensorium <alarms@house.example>}
 * @param trust whose certificates are trusted
 */
public record SmtpServer(
    String host,
    int port,
    Security security,
    String user,
    String password,
    String from,
    SSLContext trust) {

  /** How the connection is protected. */
  public enum Security {
    /** Not at all: for a server on the same machine. */
    NONE,
    /** By TLS after a plain greeting; without TLS nothing is sent. */
    STARTTLS,
    /** By TLS from the first byte. */
    TLS
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SmtpServer[" + host + ":" + port + ", " + security + ", from " + from + "]";
  }
}
