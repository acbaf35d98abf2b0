package io.sensorium.api.gateway;

import io.sensorium.api.auth.GatewayAuthentication;
import io.sensorium.api.common.Routes;
import io.sensorium.intake.gateway.CommandReports;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Workflows;
import java.time.Clock;
import java.time.Duration;

/** The table of what gateways call. */
public final class GatewayRoutes {

  /** So often a gateway that waits for commands hears that the server is there. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private GatewayRoutes() {}

  public static Routes of(
      GatewayAuthentication authentication,
      Devices devices,
      Workflows workflows,
      CommandBell bell,
      CommandReports reports,
      Clock clock) {
    var fetch = new FetchCommands(authentication, devices, workflows, bell, clock, HEARTBEAT);
    return Routes.builder()
        .post("/gateway/v1/sensors", new PairSensor(authentication, devices)::handle)
        .get("/gateway/v1/commands", fetch::handle)
        .post("/gateway/v1/commands/{workflow}", new ReportCommand(authentication, reports)::handle)
        .build();
  }
}
