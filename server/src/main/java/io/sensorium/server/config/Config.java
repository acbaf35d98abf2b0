package io.sensorium.server.config;

import java.time.Duration;
import java.util.List;

/**
 * All settings of the server. A setting's key is the section and the component's name, such as
 * {@code http.port}.
 */
public record Config(
    Http http, Tls tls, Admin admin, Database database, Engine engine, Limits limits, Log log) {

  /** Where and how the plain port listens. */
  public record Http(
      @Says("address that the plain port listens on") String bind,
      @Says("the plain port; 0 takes a free one") int port,
      @Says("host names that clients may use besides the loopback's, comma separated")
          List<String> allowedHosts,
      @Says("web origins that may call the API from a browser, comma separated")
          List<String> allowedOrigins,
      @Says("how long a stop waits for requests that are being answered") Duration stopTimeout) {}

  /** Where and how the TLS port listens. */
  public record Tls(
      @Says("address that the TLS port listens on") String bind,
      @Says("the TLS port; 0 takes a free one, -1 turns TLS off") int port,
      @Says("PEM file with the certificate chain; empty makes a self-signed one at first start")
          String certificate,
      @Says("PEM file with the private key") String key) {}

  /** Who may reach the administration. */
  public record Admin(
      @Says("loopback: /admin and /metrics answer to this machine alone; any: to everybody")
          String bind) {}

  /** Where data is kept. */
  public record Database(
      @Says("empty for SQLite in the data directory, or postgresql://user:password@host/name")
          String url) {}

  /** How the engine works. */
  public record Engine(
      @Says("users that are folded at the same time") int threads,
      @Says("items that are folded together at the most") int itemsPerStep,
      @Says("how long an upload waits for others of the same person") Duration linger,
      @Says("users whose state is kept in memory") int cachedUsers) {}

  /** What is refused rather than taken on. */
  public record Limits(
      @Says("waiting input from which uploads are answered 503") long inboxBytes,
      @Says("free disk below which uploads are answered 503") long freeDiskBytes,
      @Says("requests per minute for each key, token and address") int requestsPerMinute,
      @Says("failed logins per minute for each address") int failedLoginsPerMinute) {}

  /** How the log is written. */
  public record Log(
      @Says("json: one object a line; text: for people") String format,
      @Says("error, warn, info or debug") String level) {}

  /** What holds where nothing is said. */
  public static final Config DEFAULT =
      new Config(
          new Http("127.0.0.1", 8080, List.of(), List.of(), Duration.ofSeconds(10)),
          new Tls("127.0.0.1", 8443, "", ""),
          new Admin("loopback"),
          new Database(""),
          new Engine(2, 20_000, Duration.ofMillis(500), 5_000),
          new Limits(4L << 30, 256L << 20, 30_000, 30),
          new Log("json", "info"));
}
