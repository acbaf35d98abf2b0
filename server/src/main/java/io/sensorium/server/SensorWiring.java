package io.sensorium.server;

import io.sensorium.api.admin.SensorAdminRoutes;
import io.sensorium.api.auth.CallerLimits;
import io.sensorium.api.auth.GatewayAuthentication;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.auth.Passwords;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.common.Routes;
import io.sensorium.api.gateway.CommandBell;
import io.sensorium.api.gateway.GatewayRoutes;
import io.sensorium.api.gateway.RingingWorkflows;
import io.sensorium.api.gateway.WorkflowEnds;
import io.sensorium.api.ingest.IngestRoutes;
import io.sensorium.api.sensors.SensorRoutes;
import io.sensorium.api.sensors.SensorRules;
import io.sensorium.api.sensors.SensorServices;
import io.sensorium.api.sensors.json.NotificationJson;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.IdSource;
import io.sensorium.engine.sensing.ButtonPresses;
import io.sensorium.engine.sensing.ContactKeeper;
import io.sensorium.engine.sensing.SensingEngine;
import io.sensorium.intake.accept.Admission;
import io.sensorium.intake.gateway.CommandReports;
import io.sensorium.intake.measurements.AcceptMeasurements;
import io.sensorium.intake.measurements.MeasurementListener;
import io.sensorium.intake.measurements.ProvisioningLimits;
import io.sensorium.intake.mqtt.MqttIntake;
import io.sensorium.intake.mqtt.MqttSettings;
import io.sensorium.server.config.Config;
import io.sensorium.store.measurement.Appended;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.sealing.SealingKey;
import io.sensorium.store.sensing.Removals.Removal;
import io.sensorium.store.sensing.Removals.RemovedGateway;
import io.sensorium.store.sensing.Removals.RemovedSource;
import io.sensorium.store.sensing.Removals.RemovedUser;
import io.sensorium.store.sensing.Workflows;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the parts of the sensor half together by plain constructors. */
final class SensorWiring implements AutoCloseable {

  private static final int RATE_LIMITED_KEYS = 100_000;

  /** Wrong passwords a minute for one e-mail address. */
  private static final int FAILURES_PER_ACCOUNT = 10;

  private final Config config;
  private final Store store;
  private final IdSource ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final SealingKey key;
  private final Callbacks callbacks;
  private final CommandBell bell = new CommandBell();
  private final Workflows workflows;
  private final WorkflowEnds workflowEnds;
  private final CommandReports reports;
  private final RemovalSweep removalSweep;
  private final AgingSweep agingSweep;
  private final Passwords passwords;
  private final GatewayAuthentication gateways;
  private final DeliveryWiring delivery;
  private final Optional<MqttSettings> broker;
  private final SensingEngine engine;
  private final ButtonPresses buttons;
  private final AcceptMeasurements accept;
  private final AcceptMeasurements acceptCorrections;
  private volatile @Nullable MqttIntake mqtt;

  SensorWiring(
      Config config, Path directory, Store store, Admission admission, IdSource ids, Clock clock) {
    this.config = config;
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.key = SealingKey.ofDirectory(directory);
    this.callbacks = store.outbox().callbacks(key);
    this.workflows = new RingingWorkflows(store.workflows(), store.devices(), this::ring);
    this.workflowEnds = new WorkflowEnds(workflows, store.outbox().notifications());
    this.reports = new CommandReports(workflows, workflowEnds::announce, clock);
    this.removalSweep = new RemovalSweep(store.removals(), List.of(this::removeTraces));
    this.agingSweep = new AgingSweep(store.retention(), store.measurementAging());
    this.passwords = newPasswords();
    this.gateways = newGateways();
    this.delivery = newDelivery();
    this.broker = Broker.settings(config.mqtt());
    this.engine = newEngine();
    this.buttons =
        new ButtonPresses(store.devices(), store.outbox().notifications(), delivery::wake);
    this.accept = newAccept(admission, this::arrived);
    this.acceptCorrections = newAccept(admission, (batch, _) -> engine.corrected(batch));
  }

  void start() {
    delivery.start();
    engine.start();
    mqtt = broker.map(this::startMqtt).orElse(null);
  }

  private MqttIntake startMqtt(MqttSettings settings) {
    return MqttIntake.start(settings, store.devices(), workflows, accept, reports, clock);
  }

  /** A command may wait for a gateway. */
  private void ring(GatewayId gateway) {
    bell.ring(gateway);
    mqtt().ifPresent(intake -> intake.wake(gateway));
  }

  /** The way in by MQTT; empty where no broker is named, and before the start. */
  Optional<MqttIntake> mqtt() {
    return Optional.ofNullable(mqtt);
  }

  /** Keeps alarms and contact. */
  SensingEngine engine() {
    return engine;
  }

  /** What gateways and their owners call. */
  Routes routes() {
    return Routes.builder()
        .include(GatewayRoutes.of(gateways, store.devices(), workflows, bell, reports, clock))
        .include(IngestRoutes.of(gateways::login, accept, clock, random))
        .include(SensorRoutes.of(services(), rules(), clock))
        .build();
  }

  Routes operatorRoutes(Guard guard) {
    return SensorAdminRoutes.of(
        guard,
        store.sensorUsers(),
        store.devices(),
        store.retention(),
        passwords,
        ids,
        clock,
        removalSweep);
  }

  /** The work of every minute. */
  void tick(Instant at) {
    engine.tick(at);
    workflowEnds.expire(at);
    removalSweep.run();
    agingSweep.tick(at);
  }

  private SensorServices services() {
    return new SensorServices(
        store.sensorUsers(),
        passwords,
        store.devices(),
        workflows,
        store.measurements(),
        acceptCorrections,
        store.alarms(),
        engine::tryOut,
        callbacks,
        store.outbox().deliveries(),
        key,
        delivery.passwordMails());
  }

  private SensorRules rules() {
    return new SensorRules(
        config.sensors().dateStyle(),
        config.sensors().plainHttp(),
        config.limits().requestsPerMinute());
  }

  private Passwords newPasswords() {
    return new Passwords(
        store.sensorUsers(),
        limiter(FAILURES_PER_ACCOUNT),
        limiter(config.limits().failedLoginsPerMinute()),
        clock,
        random);
  }

  private GatewayAuthentication newGateways() {
    var limits = config.limits();
    return new GatewayAuthentication(
        store.devices(),
        new CallerLimits(
            limiter(limits.requestsPerMinute()), limiter(limits.requestsPerMinuteOfUser())),
        limiter(limits.failedLoginsPerMinute()));
  }

  private void arrived(GatewayBatch batch, Appended appended) {
    engine.arrived(batch);
    buttons.tell(batch);
  }

  private SensingEngine newEngine() {
    var contact =
        new ContactKeeper(store.devices(), store.measurements(), store.contacts(), clock.instant());
    return new SensingEngine(
        store.measurements(), store.alarms(), store.alarmTracks(), contact, clock, delivery::wake);
  }

  private AcceptMeasurements newAccept(Admission admission, MeasurementListener listener) {
    var sensors = config.sensors();
    return new AcceptMeasurements(
        store.devices(),
        store.measurements(),
        new ProvisioningLimits(sensors.autoProvision(), sensors.sourcesPerDay()),
        admission,
        listener);
  }

  private DeliveryWiring newDelivery() {
    var data =
        new NotificationJson(
            store.devices(),
            store.measurements(),
            store.alarms(),
            workflows,
            config.sensors().dateStyle());
    return new DeliveryWiring(config, store, callbacks, data, ids, clock);
  }

  private void removeTraces(Removal removal) {
    switch (removal) {
      case RemovedUser(var user) -> {
        store.outbox().notifications().deleteOwner(user);
        store.alarms().removeOwner(user);
      }
      case RemovedSource(var source) -> {
        store.measurements().deleteSource(source);
        store.alarms().deleteBySource(source, clock.instant());
      }
      case RemovedGateway(var gateway) -> store.contacts().removeGateway(gateway);
    }
  }

  private RateLimiter limiter(int perMinute) {
    return new RateLimiter(perMinute, perMinute, RATE_LIMITED_KEYS, clock);
  }

  /** Ends what waits, so that a stop need not. */
  void stopWaiting() {
    bell.close();
  }

  @Override
  public void close() {
    mqtt().ifPresent(MqttIntake::close);
    agingSweep.close();
    engine.close();
    delivery.close();
  }
}
