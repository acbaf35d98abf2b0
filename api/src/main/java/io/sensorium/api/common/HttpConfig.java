package io.sensorium.api.common;

import io.sensorium.core.network.AddressRange;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the server listens and whom it answers.
 *
 * @param allowedHosts names that the Host header may have besides loopback names and IP addresses,
 *     in lower case; {@code *} allows all
 * @param corsOrigins origins of other sites whose pages may call, such as {@code
 *     https://maps.example}
 * @param trustedProxies where proxies are whose word is taken for who calls, and whether by TLS
 */
public record HttpConfig(
    Listener plain,
    Optional<TlsListener> tls,
    Set<String> allowedHosts,
    Set<String> corsOrigins,
    List<AddressRange> trustedProxies,
    Limits limits) {

  /**
   * Where to listen.
   *
   * @param bindAddress such as 127.0.0.1, 0.0.0.0 or ::
   * @param port 0 takes any free one
   */
  public record Listener(String bindAddress, int port) {}

  /** Where to listen with TLS, and as whom. */
  public record TlsListener(Listener at, KeyFiles key) {}

  /**
   * How much clients may ask for at a time, and how slowly.
   *
   * @param idleTimeout after which a connection is closed that is silent, or on which no request
   *     came together
   * @param slowTimeout for how long a body or an answer may move more slowly than allowed
   * @param minBytesPerSecond at which bodies must come and answers must be taken
   * @param maxConnections beyond which new ones wait
   * @param maxRequests at the same time, beyond which others are answered 503
   */
  public record Limits(
      Duration idleTimeout,
      Duration slowTimeout,
      int minBytesPerSecond,
      int maxConnections,
      int maxRequests) {

    public static final Limits DEFAULT =
        new Limits(Duration.ofSeconds(60), Duration.ofSeconds(10), 100, 10_000, 10_000);

    public Limits {
      if (!idleTimeout.isPositive()
          || !slowTimeout.isPositive()
          || minBytesPerSecond < 0
          || maxConnections < 1
          || maxRequests < 1) {
        throw new IllegalArgumentException("timeouts and limits must be positive");
      }
    }
  }

  public HttpConfig {
    allowedHosts = Set.copyOf(allowedHosts);
    corsOrigins = Set.copyOf(corsOrigins);
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** A plain listener on the loopback; port 0 takes any free one. */
  public static HttpConfig onLoopback(int port) {
    return new HttpConfig(
        new Listener("127.0.0.1", port),
        Optional.empty(),
        Set.of(),
        Set.of(),
        List.of(),
        Limits.DEFAULT);
  }

  public HttpConfig withPlain(Listener listener) {
    return new HttpConfig(listener, tls, allowedHosts, corsOrigins, trustedProxies, limits);
  }

  public HttpConfig withTls(TlsListener listener) {
    return new HttpConfig(
        plain, Optional.of(listener), allowedHosts, corsOrigins, trustedProxies, limits);
  }

  public HttpConfig withAllowedHosts(Set<String> names) {
    return new HttpConfig(plain, tls, names, corsOrigins, trustedProxies, limits);
  }

  public HttpConfig withCorsOrigins(Set<String> origins) {
    return new HttpConfig(plain, tls, allowedHosts, origins, trustedProxies, limits);
  }

  public HttpConfig withTrustedProxies(List<AddressRange> ranges) {
    return new HttpConfig(plain, tls, allowedHosts, corsOrigins, ranges, limits);
  }

  public HttpConfig withLimits(Limits other) {
    return new HttpConfig(plain, tls, allowedHosts, corsOrigins, trustedProxies, other);
  }

  public HttpConfig withIdleTimeout(Duration timeout) {
    return withLimits(
        new Limits(
            timeout,
            limits.slowTimeout(),
            limits.minBytesPerSecond(),
            limits.maxConnections(),
            limits.maxRequests()));
  }

  boolean isTrustedProxy(InetAddress address) {
    for (var range : trustedProxies) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
