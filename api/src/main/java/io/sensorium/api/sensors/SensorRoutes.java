package io.sensorium.api.sensors;

import io.sensorium.api.common.BodyRule;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.common.Response;
import io.sensorium.api.common.Routes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** The table of the sensor API. */
public final class SensorRoutes {

  private static final String PREFIX = "/v1";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int MAX_BODY_BYTES = 256 << 10;
  private static final BodyRule BODY = BodyRule.of(Set.of(FORM, Response.JSON), MAX_BODY_BYTES);
  private static final int KNOWN_KEYS = 100_000;
  private static final int CLAIM_MISSES_PER_HOUR = 5;
  private static final int RESETS_PER_HOUR = 10;

  private final SensorServices services;
  private final SensorRules rules;
  private final SensorGuard guard;
  private final Clock clock;
  private final Routes.Builder table = Routes.builder();

  private SensorRoutes(SensorServices services, SensorRules rules, Clock clock) {
    this.services = services;
    this.rules = rules;
    this.clock = clock;
    int perMinute = rules.requestsPerMinute();
    this.guard =
        new SensorGuard(
            services.passwords(),
            services.users(),
            new RateLimiter(perMinute, perMinute, KNOWN_KEYS, clock));
  }

  public static Routes of(SensorServices services, SensorRules rules, Clock clock) {
    return new SensorRoutes(services, rules, clock).build();
  }

  private Routes build() {
    table.errors(PREFIX, new SensorErrors());
    if (!rules.plainHttp()) {
      table.overTlsAlone(PREFIX);
    }
    addUsers();
    addDevices();
    addMeasurements();
    addAlarms();
    addCallbacks();
    return table.build();
  }

  private void addUsers() {
    var users = services.users();
    var passwords = services.passwords();
    get("/v1/users", new ShowUsers(users));
    post("/v1/users", new CreateUser(users, passwords));
    post("/v1/users/{id}", new ChangeUser(users));
    post("/v1/users/{id}/password", new ChangePassword(users, passwords));
    if (services.mails().isPresent()) {
      var attempts = RateLimiter.of(RESETS_PER_HOUR, Duration.ofHours(1), KNOWN_KEYS, clock);
      var resets =
          new PasswordResets(
              users, passwords, services.key(), services.mails().get(), attempts, clock);
      table.post("/v1/users/password_reset", resets.request(), BODY);
      table.post("/v1/users/password_reset/confirm", resets.confirm(), BODY);
    }
  }

  private void addDevices() {
    var devices = services.devices();
    var workflows = services.workflows();
    var misses = RateLimiter.of(CLAIM_MISSES_PER_HOUR, Duration.ofHours(1), KNOWN_KEYS, clock);
    get("/v1/gateways", new ListGateways(devices, rules.dates()));
    post("/v1/gateways", new AssociateGateway(devices, misses, rules.dates()));
    post("/v1/gateways/{id}", new ChangeGateway(devices, rules.dates()));
    post("/v1/gateways/{id}/commands", new CommandGateway(devices, workflows, rules.dates()));
    post("/v1/sensors/{id}", new ChangeSensor(devices, workflows, rules.dates()));
    get("/v1/workflows/{id}", new ShowWorkflow(workflows, rules.dates()));
  }

  private void addMeasurements() {
    var devices = services.devices();
    var measurements = services.measurements();
    get("/v1/measurements", new ShowMeasurements(devices, measurements, rules.dates()));
    post(
        "/v1/measurements/corrections",
        new CorrectMeasurements(devices, measurements, services.accept()));
  }

  private void addAlarms() {
    var alarms = services.alarms();
    var methods = new AlarmMethods(alarms, services.devices(), rules.dates());
    get("/v1/alarms", methods::list);
    post("/v1/alarms", methods::create);
    delete("/v1/alarms", methods::deleteAll);
    get("/v1/alarms/history", new AlarmHistory(alarms, rules.dates()));
    post(
        "/v1/alarms/dry_run",
        new DryRunAlarm(services.trials(), services.devices(), rules.dates()));
    post("/v1/alarms/{id}", methods::change);
    delete("/v1/alarms/{id}", methods::delete);
    post("/v1/alarms/{id}/ack", methods::acknowledge);
    post("/v1/alarms/{id}/silence", methods::silence);
  }

  private void addCallbacks() {
    var methods = new CallbackMethods(services.callbacks(), rules.dates());
    var deliveries =
        new DeliveryMethods(services.callbacks(), services.deliveries(), rules.dates());
    get("/v1/callbacks", methods::list);
    post("/v1/callbacks", methods::create);
    delete("/v1/callbacks", methods::deleteAll);
    post("/v1/callbacks/{id}", methods::change);
    delete("/v1/callbacks/{id}", methods::delete);
    post("/v1/callbacks/{id}/secret", methods::rotateSecret);
    get("/v1/callbacks/{id}/deliveries", deliveries::list);
    get("/v1/callbacks/{id}/deliveries/{delivery}", deliveries::show);
    post("/v1/callbacks/{id}/deliveries/{delivery}/replay", deliveries::replay);
  }

  private void get(String pattern, SensorMethod method) {
    table.add("GET", pattern, endpoint(method), BODY);
  }

  private void post(String pattern, SensorMethod method) {
    table.post(pattern, endpoint(method), BODY);
  }

  private void delete(String pattern, SensorMethod method) {
    table.add("DELETE", pattern, endpoint(method), BODY);
  }

  private Handler endpoint(SensorMethod method) {
    return new Endpoint(guard, method, clock);
  }
}
