package io.sensorium.server;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.api.admin.AdminRoutes;
import io.sensorium.api.auth.Authentication;
import io.sensorium.api.auth.CallerLimits;
import io.sensorium.api.auth.Credentials;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.basemap.BaseMapRoutes;
import io.sensorium.api.common.Health;
import io.sensorium.api.common.HttpConfig;
import io.sensorium.api.common.HttpMetrics;
import io.sensorium.api.common.HttpServer;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Routes;
import io.sensorium.api.common.ServeMetrics;
import io.sensorium.api.device.DeviceRoutes;
import io.sensorium.api.device.InstallRoutes;
import io.sensorium.api.documents.DocumentRoutes;
import io.sensorium.api.imports.ImportRoutes;
import io.sensorium.api.mobility.MobilityRoutes;
import io.sensorium.api.mobility.MobilityStores;
import io.sensorium.api.people.PeopleRoutes;
import io.sensorium.api.people.export.PersonExport;
import io.sensorium.api.people.export.PersonStores;
import io.sensorium.atlas.region.Atlas;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.network.AddressRange;
import io.sensorium.core.place.Gazetteer;
import io.sensorium.engine.Engine;
import io.sensorium.engine.flow.Derivation;
import io.sensorium.engine.flow.MobilityFlow;
import io.sensorium.intake.accept.Accept;
import io.sensorium.intake.accept.Admission;
import io.sensorium.intake.accept.AdmissionLimits;
import io.sensorium.intake.imports.Backpressure;
import io.sensorium.intake.imports.TrackImport;
import io.sensorium.server.config.Config;
import io.sensorium.server.imports.ImportSpool;
import io.sensorium.store.sql.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts the parts of the server together by plain constructors. */
final class Wiring {

  private static final int RATE_LIMITED_KEYS = 100_000;
  private static final Duration ERASURE_PATIENCE = Duration.ofSeconds(10);
  private static final Duration ADMISSION_AGE = Duration.ofSeconds(1);
  private static final Duration LOOK_EACH = Duration.ofMillis(100);

  private final Config config;
  private final Path directory;
  private final Store store;
  private final Clock clock;
  private final IdSource ids = IdSource.secure();
  private final Atlas atlas;
  private final Gazetteer gazetteer;
  private final Derivation derivation;
  private final Engine engine;
  private final Accept accept;
  private final ImportSpool imports;
  private final StepwiseErasure erasure;
  private final KeyReminders keyReminders;
  private final SensorWiring sensors;
  private final NewsWiring news;
  private volatile @Nullable HttpServer http;

  Wiring(Config config, Path directory, Store store, Clock clock) {
    this.config = config;
    this.directory = directory;
    this.store = store;
    this.clock = clock;
    this.atlas = new Atlas(Maps.in(directory));
    var zones = Zones.open(directory);
    this.gazetteer = Maps.gazetteer(atlas, zones, directory);
    this.derivation =
        new Derivation(
            new LegAnalysis(Modes.load(config.engine().modeModels())),
            zones,
            Maps.roads(atlas, zones),
            Maps.surroundings(atlas, directory));
    this.news = new NewsWiring(config, directory, store, derivation.zones(), gazetteer, ids, clock);
    var flow =
        new MobilityFlow(
            store.archive(),
            store.folds(),
            store.corrections(),
            derivation,
            ids,
            config.engine().cachedUsers(),
            news);
    this.engine =
        new Engine(
            store.inbox(),
            store.folds(),
            flow,
            clock,
            new Engine.Limits(
                config.engine().threads(),
                config.engine().itemsPerStep(),
                config.engine().linger(),
                Engine.Limits.DEFAULT.retryAfter(),
                config.engine().renewedTripsPerSecond()));
    var admission = newAdmission();
    this.accept = new Accept(store.inbox(), admission, engine::takeIn, engine::wake);
    this.imports = newImports();
    this.erasure =
        new StepwiseErasure(
            store.erasures(), List.of(imports::drop), engine::forget, ERASURE_PATIENCE, clock);
    this.keyReminders = new KeyReminders(store.identities());
    this.sensors = new SensorWiring(config, directory, store, admission, ids, clock);
  }

  Engine engine() {
    return engine;
  }

  Derivation derivation() {
    return derivation;
  }

  ImportSpool imports() {
    return imports;
  }

  StepwiseErasure erasure() {
    return erasure;
  }

  SensorWiring sensors() {
    return sensors;
  }

  NewsWiring news() {
    return news;
  }

  /** The work of every minute, besides the engine's tick. */
  void tick(Instant at) {
    keyReminders.look(at);
    http().ifPresent(server -> server.lookAtCertificate(clock.instant()));
    erasure.resume();
    sensors.tick(at);
  }

  /** The HTTP server, once it serves. */
  private Optional<HttpServer> http() {
    return Optional.ofNullable(http);
  }

  private ImportSpool newImports() {
    var backpressure =
        new Backpressure(
            () -> store.inbox().status().bytes(),
            config.limits().inboxBytes() / 2,
            atMost -> LockSupport.parkNanos(Math.min(atMost.toNanos(), LOOK_EACH.toNanos())));
    return new ImportSpool(
        directory.resolve("imports"), new TrackImport(accept, backpressure, clock), ids);
  }

  private Admission newAdmission() {
    var limits = config.limits();
    return new Admission(
        new AdmissionLimits(limits.inboxBytes(), limits.freeDiskBytes()),
        new Recent(() -> store.inbox().status().bytes(), ADMISSION_AGE, clock),
        new Recent(this::freeDiskBytes, ADMISSION_AGE, clock));
  }

  HttpServer startHttp(Optional<HttpConfig.TlsListener> tls) {
    var registry = new PrometheusRegistry();
    new ServerMetrics(engine, store).register(registry);
    sensors.mqtt().ifPresent(mqtt -> ServerMetrics.register(registry, mqtt));
    var at = config.http();
    var listen =
        HttpConfig.onLoopback(at.port())
            .withPlain(new HttpConfig.Listener(at.bind(), at.port()))
            .withAllowedHosts(Set.copyOf(at.allowedHosts()))
            .withCorsOrigins(Set.copyOf(at.allowedOrigins()))
            .withTrustedProxies(trustedProxies())
            .withLimits(httpLimits());
    boolean isDatabaseHere = config.database().url().isEmpty();
    var routes = isDatabaseHere ? routes(registry) : routes(registry).mayWait();
    var started =
        HttpServer.start(
            tls.map(listen::withTls).orElse(listen), routes, new HttpMetrics(registry));
    http = started;
    return started;
  }

  private List<AddressRange> trustedProxies() {
    return ConfigFiles.checked(
        "http.trustedProxies",
        () -> config.http().trustedProxies().stream().map(AddressRange::parse).toList());
  }

  private HttpConfig.Limits httpLimits() {
    var standard = HttpConfig.Limits.DEFAULT;
    return ConfigFiles.checked(
        "http.idleTimeout, limits.connections and limits.requestsAtOnce",
        () ->
            new HttpConfig.Limits(
                config.http().idleTimeout(),
                standard.slowTimeout(),
                standard.minBytesPerSecond(),
                config.limits().connections(),
                config.limits().requestsAtOnce()));
  }

  /** Everything that is answered. */
  Routes routes(PrometheusRegistry registry) {
    var identities = store.identities();
    var credentials = new Credentials(ids, clock);
    var guard = guard();
    var export = new PersonExport(personStores());
    var operatorsOnly =
        Routes.builder()
            .include(
                AdminRoutes.of(
                    guard,
                    identities,
                    credentials,
                    ids,
                    clock,
                    store.inbox(),
                    engine::wake,
                    new RunningOperations(
                        store,
                        engine,
                        sensors.engine(),
                        derivation,
                        atlas,
                        () -> http().flatMap(HttpServer::certificate),
                        directory,
                        clock),
                    news.webhooks()))
            .include(ImportRoutes.ofOperator(guard, identities, store.links(), imports))
            .include(PeopleRoutes.ofOperator(guard, identities, export))
            .include(sensors.operatorRoutes(guard))
            .get("/metrics", new ServeMetrics(registry))
            .build()
            .onlyFrom(operators());
    return Routes.builder()
        .include(MobilityRoutes.of(guard, mobilityStores(), derivation.zones(), gazetteer, clock))
        .include(
            DeviceRoutes.of(
                guard,
                identities,
                store.links(),
                credentials,
                ids,
                accept,
                store.timelines(),
                store.corrections(),
                engine::wake,
                news.stream(guard),
                clock))
        .include(
            InstallRoutes.of(identities, store.links(), store.erasures(), credentials, ids, clock))
        .include(
            PeopleRoutes.of(
                guard, identities, store.links(), credentials, ids, erasure, export, clock))
        .include(ImportRoutes.ofPhones(guard, identities, store.links(), imports))
        .include(sensors.routes())
        .include(operatorsOnly)
        .include(DocumentRoutes.of(Version.current()))
        .include(baseMapRoutes())
        .include(new Health(Map.of("store", this::storeAnswers)).routes())
        .build();
  }

  private Routes baseMapRoutes() {
    return config.map().published()
        ? BaseMapRoutes.of(Maps.baseMap(atlas))
        : Routes.builder().build();
  }

  private MobilityStores mobilityStores() {
    return new MobilityStores(
        store.identities(),
        store.timelines(),
        store.inbox(),
        store.archive(),
        store.drives(),
        store.drivingSummaries(),
        store.habits());
  }

  private PersonStores personStores() {
    return new PersonStores(
        store.identities(),
        store.history(),
        store.timelines(),
        store.corrections(),
        store.drives(),
        store.drivingSummaries(),
        store.habits(),
        store.timelineOutbox().notifications());
  }

  private Guard guard() {
    var limits = config.limits();
    return new Guard(
        new Authentication(store.identities(), clock),
        store.identities(),
        store.erasures(),
        new CallerLimits(
            limiter(limits.requestsPerMinute()), limiter(limits.requestsPerMinuteOfUser())),
        limiter(limits.failedLoginsPerMinute()));
  }

  private RateLimiter limiter(int perMinute) {
    return new RateLimiter(perMinute, perMinute, RATE_LIMITED_KEYS, clock);
  }

  private Predicate<Request> operators() {
    return config.admin().bind().equals("any") ? _ -> true : Request::isFromLoopback;
  }

  private long freeDiskBytes() {
    try {
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell the free space of " + directory, e);
    }
  }

  private boolean storeAnswers() {
    return store.inbox().status().position() >= 0;
  }
}
