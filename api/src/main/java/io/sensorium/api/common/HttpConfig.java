package io.sensorium.api.common;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How the server listens and whom it answers.
 *
 * @param allowedHosts names that the Host header may have besides loopback names and IP addresses,
 *     in lower case; {@code *} allows all
 * @param corsOrigins origins of other sites whose pages may call, such as {@code
 *     https://maps.example}
 * @param idleTimeout after which a connection without traffic is closed
 * @param maxConnections beyond which new ones wait
 * @param minBytesPerSecond a body that comes more slowly is given up after 10 seconds
 */
public record HttpConfig(
    Listener plain,
    Optional<TlsListener> tls,
    Set<String> allowedHosts,
    Set<String> corsOrigins,
    Duration idleTimeout,
    int maxConnections,
    int minBytesPerSecond) {

  /**
   * Where to listen.
   *
   * @param bindAddress such as 127.0.0.1, 0.0.0.0 or ::
   * @param port 0 takes any free one
   */
  public record Listener(String bindAddress, int port) {}

  /**
   * Where to listen with TLS, and as whom.
   *
   * @param certificateChain PEM, the server's own certificate first
   * @param privateKey PEM, PKCS#8, not encrypted
   */
  public record TlsListener(Listener at, Path certificateChain, Path privateKey) {}

  public HttpConfig {
    allowedHosts = Set.copyOf(allowedHosts);
    corsOrigins = Set.copyOf(corsOrigins);
    if (!idleTimeout.isPositive() || maxConnections < 1 || minBytesPerSecond < 0) {
      throw new IllegalArgumentException("timeouts and limits must be positive");
    }
  }

  /** A plain listener on the loopback; port 0 takes any free one. */
  public static HttpConfig onLoopback(int port) {
    return new HttpConfig(
        new Listener("127.0.0.1", port),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Duration.ofSeconds(60),
        10_000,
        100);
  }

  public HttpConfig withPlain(Listener listener) {
    return new HttpConfig(
        listener, tls, allowedHosts, corsOrigins, idleTimeout, maxConnections, minBytesPerSecond);
  }

  public HttpConfig withTls(TlsListener listener) {
    return new HttpConfig(
        plain,
        Optional.of(listener),
        allowedHosts,
        corsOrigins,
        idleTimeout,
        maxConnections,
        minBytesPerSecond);
  }

  public HttpConfig withAllowedHosts(Set<String> names) {
    return new HttpConfig(
        plain, tls, names, corsOrigins, idleTimeout, maxConnections, minBytesPerSecond);
  }

  public HttpConfig withCorsOrigins(Set<String> origins) {
    return new HttpConfig(
        plain, tls, allowedHosts, origins, idleTimeout, maxConnections, minBytesPerSecond);
  }

  public HttpConfig withIdleTimeout(Duration timeout) {
    return new HttpConfig(
        plain, tls, allowedHosts, corsOrigins, timeout, maxConnections, minBytesPerSecond);
  }
}
