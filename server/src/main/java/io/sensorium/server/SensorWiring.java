package io.sensorium.server;

import io.sensorium.api.admin.SensorAdminRoutes;
import io.sensorium.api.auth.GatewayAuthentication;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.auth.Passwords;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.common.Routes;
import io.sensorium.api.gateway.CommandBell;
import io.sensorium.api.gateway.GatewayRoutes;
import io.sensorium.api.gateway.RingingWorkflows;
import io.sensorium.api.gateway.WorkflowEnds;
import io.sensorium.core.id.IdSource;
import io.sensorium.server.config.Config;
import io.sensorium.store.sensing.Removals.Removal;
import io.sensorium.store.sensing.Removals.RemovedGateway;
import io.sensorium.store.sensing.Removals.RemovedSource;
import io.sensorium.store.sensing.Removals.RemovedUser;
import io.sensorium.store.sensing.Workflows;
import io.sensorium.store.sql.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Puts the parts of the sensor half together by plain constructors. */
final class SensorWiring implements AutoCloseable {

  private static final int RATE_LIMITED_KEYS = 100_000;

  /** Wrong passwords a minute for one e-mail address. */
  private static final int FAILURES_PER_ACCOUNT = 10;

  private final Store store;
  private final IdSource ids;
  private final Clock clock;
  private final CommandBell bell = new CommandBell();
  private final Workflows workflows;
  private final WorkflowEnds workflowEnds;
  private final RemovalSweep removalSweep;
  private final Passwords passwords;
  private final GatewayAuthentication gateways;

  SensorWiring(Config config, Store store, IdSource ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.workflows = new RingingWorkflows(store.workflows(), store.devices(), bell);
    this.workflowEnds = new WorkflowEnds(workflows, store.outbox().notifications());
    this.removalSweep = new RemovalSweep(store.removals(), List.of(this::removeTraces));
    int failures = config.limits().failedLoginsPerMinute();
    this.passwords =
        new Passwords(
            store.sensorUsers(),
            limiter(FAILURES_PER_ACCOUNT),
            limiter(failures),
            clock,
            new SecureRandom());
    this.gateways =
        new GatewayAuthentication(
            store.devices(), limiter(config.limits().requestsPerMinute()), limiter(failures));
  }

  /** What gateways call. */
  Routes routes() {
    return GatewayRoutes.of(gateways, store.devices(), workflows, bell, workflowEnds, clock);
  }

  Routes operatorRoutes(Guard guard) {
    return SensorAdminRoutes.of(
        guard, store.sensorUsers(), store.devices(), passwords, ids, clock, removalSweep);
  }

  /** The work of every minute. */
  void tick(Instant at) {
    workflowEnds.expire(at);
    removalSweep.run();
  }

  private void removeTraces(Removal removal) {
    switch (removal) {
      case RemovedUser(var user) -> store.outbox().notifications().deleteOwner(user);
      case RemovedSource _, RemovedGateway _ -> {}
    }
  }

  private RateLimiter limiter(int perMinute) {
    return new RateLimiter(perMinute, perMinute, RATE_LIMITED_KEYS, clock);
  }

  /** Ends what waits, so that a stop need not. */
  @Override
  public void close() {
    bell.close();
  }
}
