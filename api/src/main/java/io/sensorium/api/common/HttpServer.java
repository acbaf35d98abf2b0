package io.sensorium.api.common;

import io.sensorium.api.common.HttpConfig.Listener;
import io.sensorium.api.common.HttpConfig.TlsListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves routes over HTTP/1.1 and HTTP/2, plain and with TLS. Which thread answers is said by
 * {@link Route.Pace}.
 */
public final class HttpServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpServer.class);

  /*
   * Why Jetty: docs/decisions/0001-http-server.md. Nothing outside this package sees it.
   */

  /** Routes match raw segments, so that an escaped slash or percent sign is not ambiguous. */
  private static final UriCompliance ESCAPES_IN_SEGMENTS =
      UriCompliance.DEFAULT.with(
          "escapes-in-segments",
          UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
          UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR);

  /**
   * Threads that each wait for some of the connections, and answer what is quick without handing it
   * over, which would cost as much as the answer. No more than there are processors, so that
   * answers come one after the other and none waits for its turn in the middle.
   */
  static final int SELECTORS = Runtime.getRuntime().availableProcessors();

  private static final int ACCEPTORS = 1;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final HttpConfig config;
  private final Server server;
  private final JettyHandler handler;
  private final ConnectionWatch watch;
  private final Optional<CertificateKeeper> certificate;
  private final List<ServerConnector> connectors = new ArrayList<>();

  private HttpServer(HttpConfig config, Routes routes, HttpMetrics metrics) {
    this.config = config;
    this.server = new Server(threads());
    var dispatcher = new Dispatcher(routes, config);
    this.handler = new JettyHandler(dispatcher, metrics, config);
    this.watch = new ConnectionWatch(server.getScheduler(), config.limits());
    server.setHandler(new GracefulHandler(handler));
    server.setErrorHandler(new JettyErrors(handler));
    server.addBean(new NetworkConnectionLimit(config.limits().maxConnections(), server));
    addPlain(config.plain());
    this.certificate =
        config.tls().map(listener -> new CertificateKeeper(listener.key(), Instant.now()));
    certificate.ifPresent(keeper -> addTls(config.tls().orElseThrow(), keeper));
  }

  /**
   * Starts to listen.
   *
   * @throws IllegalStateException when it cannot, such as when a port is taken
   */
  public static HttpServer start(HttpConfig config, Routes routes, HttpMetrics metrics) {
    var started = new HttpServer(config, routes, metrics);
    try {
      started.server.start();
      started.watch.start();
    } catch (Exception e) { // what Jetty's life cycle declares
      started.close();
      throw new IllegalStateException("the HTTP server cannot start: " + e.getMessage(), e);
    }
    return started;
  }

  public int port() {
    return connectors.getFirst().getLocalPort();
  }

  public OptionalInt tlsPort() {
    return connectors.size() < 2
        ? OptionalInt.empty()
        : OptionalInt.of(connectors.get(1).getLocalPort());
  }

  /** Takes the certificate anew if its files changed; connections that are open keep the old. */
  public void lookAtCertificate(Instant now) {
    certificate.ifPresent(keeper -> keeper.look(now));
  }

  /** The certificate that is shown; empty when TLS is off. */
  public Optional<CertificateStatus> certificate() {
    return certificate.map(CertificateKeeper::status);
  }

  /** Accepts nothing new, ends event streams, waits for running requests, then cuts them off. */
  public void stop(Duration grace) {
    watch.stop();
    server.setStopTimeout(grace.toMillis());
    handler.endEventStreams();
    try {
      server.stop();
    } catch (TimeoutException e) {
      log.warn("a stop cut off what was not answered within {}", grace);
    } catch (Exception e) { // what Jetty's life cycle declares
      throw new IllegalStateException("the HTTP server did not stop cleanly", e);
    }
  }

  @Override
  public void close() {
    stop(GRACE);
  }

  private static QueuedThreadPool threads() {
    var threads = new QueuedThreadPool();
    threads.setName("http");
    return threads;
  }

  private void addPlain(Listener listener) {
    var http = httpConfiguration();
    add(listener, new Http1Connections(http), new PlainHttp2(http));
  }

  private void addTls(TlsListener listener, CertificateKeeper keeper) {
    var http = httpConfiguration();
    http.addCustomizer(new SecureRequestCustomizer(false)); // SNI is not asked of phones
    var alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol("http/1.1");
    add(
        listener.at(),
        new SslConnectionFactory(keeper.context(), alpn.getProtocol()),
        alpn,
        new HTTP2ServerConnectionFactory(http),
        new Http1Connections(http));
  }

  private void add(Listener listener, ConnectionFactory... factories) {
    var connector = new ServerConnector(server, ACCEPTORS, SELECTORS, factories);
    connector.setHost(listener.bindAddress());
    connector.setPort(listener.port());
    connector.setIdleTimeout(config.limits().idleTimeout().toMillis());
    connector.addEventListener(watch);
    connectors.add(connector);
    server.addConnector(connector);
  }

  private static HttpConfiguration httpConfiguration() {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // its upkeep costs more than it saves where each request has another token
    http.setHeaderCacheSize(0);
    http.setUriCompliance(ESCAPES_IN_SEGMENTS);
    return http;
  }
}
