package io.sensorium.server;

import io.sensorium.api.common.HttpServer;
import io.sensorium.server.config.Config;
import io.sensorium.store.directory.DirectoryLock;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole server, running until it is closed. */
public final class SensoriumServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SensoriumServer.class);

  private final Config config;
  private final DirectoryLock lock;
  private final Store store;
  private final Wiring wiring;
  private final Ticker ticker;
  private final HttpServer http;

  private SensoriumServer(
      Config config,
      DirectoryLock lock,
      Store store,
      Wiring wiring,
      Ticker ticker,
      HttpServer http) {
    this.config = config;
    this.lock = lock;
    this.store = store;
    this.wiring = wiring;
    this.ticker = ticker;
    this.http = http;
  }

  /**
   * Starts everything on a data directory, which is made if it is not there.
   *
   * @throws io.sensorium.store.StoreException when another process works on it
   */
  public static SensoriumServer start(Config config, Path directory) {
    var lock = DirectoryLock.acquire(directory, Instant.now());
    try {
      return start(config, directory, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static SensoriumServer start(Config config, Path directory, DirectoryLock lock) {
    var tls = Certificates.prepare(config.tls(), directory, Instant.now());
    var store = Stores.open(config, lock);
    try {
      var clock = Clock.systemUTC();
      var wiring = new Wiring(config, directory, store, clock);
      FirstStart.ensureAdminToken(directory, store.identities(), clock);
      wiring.imports().resume(clock.instant());
      wiring.erasure().resume();
      wiring.engine().start();
      wiring.sensors().start();
      wiring.news().start();
      var ticker = new Ticker(wiring.engine(), store.inbox(), wiring::tick, clock);
      ticker.start();
      var http = wiring.startHttp(tls);
      lock.announce("http://" + authority(config.http().bind(), http.port()));
      log.info("serving on {}", directory.toAbsolutePath());
      return new SensoriumServer(config, lock, store, wiring, ticker, http);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Where it listens: the plain address first, then that of TLS if it is on. */
  public List<String> urls() {
    var urls = new ArrayList<String>();
    urls.add("http://" + authority(config.http().bind(), http.port()));
    http.tlsPort().ifPresent(port -> urls.add("https://" + authority(config.tls().bind(), port)));
    return urls;
  }

  /** Answers what is being asked, ends the steps that are being folded, and closes the store. */
  @Override
  public void close() {
    wiring.sensors().stopWaiting();
    wiring.news().stopWaiting();
    http.stop(config.http().stopTimeout());
    ticker.close();
    wiring.sensors().close();
    wiring.imports().close();
    wiring.engine().close();
    wiring.news().close();
    store.close();
    lock.close();
    log.info("stopped");
  }

  private static String authority(String host, int port) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
