package io.sensorium.server.config;

import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.delivery.mail.SmtpServer.Security;
import java.time.Duration;
import java.util.List;

/**
 * All settings of the server. A setting's key is the section and the component's name, such as
 * {@code http.port}.
 */
public record Config(
    Http http,
    Tls tls,
    Admin admin,
    Database database,
    Engine engine,
    Sensors sensors,
    Mqtt mqtt,
    Callbacks callbacks,
    Mail mail,
    Limits limits,
    Map map,
    Log log) {

  /** Where and how the plain port listens. */
  public record Http(
      @Says("address that the plain port listens on") String bind,
      @Says("the plain port; 0 takes a free one") int port,
      @Says("host names that clients may use besides the loopback's, comma separated")
          List<String> allowedHosts,
      @Says("web origins that may call the API from a browser, comma separated")
          List<String> allowedOrigins,
      @Says(
              "address ranges of proxies whose X-Forwarded-For and -Proto are believed, comma"
                  + " separated")
          List<String> trustedProxies,
      @Says("a connection that is silent, or brings no request together, is closed after it")
          Duration idleTimeout,
      @Says("how long a stop waits for requests that are being answered") Duration stopTimeout) {}

  /** Where and how the TLS port listens. */
  public record Tls(
      @Says("address that the TLS port listens on") String bind,
      @Says("the TLS port; 0 takes a free one, -1 turns TLS off") int port,
      @Says(
              "PEM file with the certificate chain, or a PKCS#12 file with all, .p12 or .pfx; empty"
                  + " makes a self-signed one at first start")
          String certificate,
      @Says("PEM file with the private key") String key,
      @Says("file that holds the password of the PKCS#12 file and nothing else")
          String passwordFile) {}

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
      @Says("uploads of one person that come within it are folded together") Duration linger,
      @Says("users whose state is kept in memory") int cachedUsers,
      @Says("trips of the past that are derived again in a second after the map has changed")
          int renewedTripsPerSecond,
      @Says("empty for those shipped, or a folder with models of modes of your own")
          String modeModels) {}

  /** How the sensor API answers, and what gateways may do. */
  public record Sensors(
      @Says("basic: dates end in +0000, as clients of the sensor API know them; strict: in Z")
          DateStyle dateStyle,
      @Says("true: /v1 answers on the plain port too, because a proxy in front of it ends TLS")
          boolean plainHttp,
      @Says("true: gateways make data sources by sending rows of them") boolean autoProvision,
      @Says("data sources that one gateway may make in 24 hours") int sourcesPerDay) {}

  /** The broker that gateways may speak to, and what else is read there. */
  public record Mqtt(
      @Says("mqtt://host:1883 or mqtts://host:8883; empty: nothing comes by MQTT") String broker,
      @Says("names the session that the broker keeps; of this server alone") String clientId,
      @Says("login name; empty for a broker that wants none") String user,
      @Says("file that holds the password and nothing else") String passwordFile,
      @Says("PEM file of certificates that are trusted besides those of Java") String authorities,
      @Says("true: the broker's access file guards the topics, so that messages need no token")
          boolean trustAcl,
      @Says("base topics of Zigbee2MQTT, each =serial of its gateway, comma separated")
          List<String> zigbee2mqtt,
      @Says("discovery prefixes of Home Assistant, each =serial of its gateway, comma separated")
          List<String> homeAssistant,
      @Says("application ids of ChirpStack, each =serial of its gateway, comma separated")
          List<String> chirpStack) {}

  /** Where callbacks may go, and when they end. */
  public record Callbacks(
      @Says("callbacks that are sent to at the same time") int slots,
      @Says("a callback of which nothing went through for so long is disabled")
          Duration disableAfter,
      @Says("address ranges besides the public internet that callbacks may go to, comma separated")
          List<String> allowedAddresses,
      @Says("PEM file of certificates that are trusted besides those of Java")
          String authorities) {}

  /** The server that mails are handed to. */
  public record Mail(
      @Says("the mail server; empty sends no mail") String host,
      @Says("its port") int port,
      @Says("starttls, tls, or none for a server on this machine") Security security,
      @Says("login name; empty for a server that wants none") String user,
      @Says("file that holds the password and nothing else") String passwordFile,
      @Says("the sender") String from,
      @Says("mails to one user in an hour") int perHour,
      @Says("PEM file of certificates that are trusted besides those of Java")
          String authorities) {}

  /** What is refused rather than taken on. */
  public record Limits(
      @Says("waiting input from which uploads are answered 503") long inboxBytes,
      @Says("free disk below which uploads are answered 503") long freeDiskBytes,
      @Says("connections at the same time; more wait until one is closed") int connections,
      @Says("requests that are answered at the same time; more are answered 503")
          int requestsAtOnce,
      @Says("requests per minute for each key, token and login") int requestsPerMinute,
      @Says("requests per minute of all keys of an application, or all tokens of a person")
          int requestsPerMinuteOfUser,
      @Says("failed logins per minute for each address") int failedLoginsPerMinute) {}

  /** Who may see the base map. */
  public record Map(
      @Says("true: the base map, its tiles and its style are answered to everybody; false: not")
          boolean published) {}

  /** How the log is written. */
  public record Log(
      @Says("json: one object a line; text: for people") String format,
      @Says("error, warn, info or debug") String level) {}

  /** What holds where nothing is said. */
  public static final Config DEFAULT =
      new Config(
          new Http(
              "127.0.0.1",
              8080,
              List.of(),
              List.of(),
              List.of(),
              Duration.ofSeconds(60),
              Duration.ofSeconds(10)),
          new Tls("127.0.0.1", 8443, "", "", ""),
          new Admin("loopback"),
          new Database(""),
          new Engine(2, 20_000, Duration.ofMillis(500), 5_000, 5, ""),
          new Sensors(DateStyle.BASIC, false, true, 10_000),
          new Mqtt("", "sensorium", "", "", "", false, List.of(), List.of(), List.of()),
          new Callbacks(256, Duration.ofDays(5), List.of(), ""),
          new Mail("", 587, Security.STARTTLS, "", "", "Sensorium <sensorium@localhost>", 6, ""),
          new Limits(4L << 30, 256L << 20, 10_000, 10_000, 30_000, 60_000, 30),
          new Map(true),
          new Log("json", "info"));
}
