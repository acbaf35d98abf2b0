package io.sensorium.api.admin;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.auth.Passwords;
import io.sensorium.api.common.Routes;
import io.sensorium.core.id.IdSource;
import io.sensorium.store.retention.Retention;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.SensorUsers;
import java.time.Clock;

/** The table of the operator's API for the sensor half: users, gateways, retention. */
public final class SensorAdminRoutes {

  private SensorAdminRoutes() {}

  /**
   * The routes.
   *
   * @param sweep removes the traces of what was removed; asked before a removal is answered
   */
  public static Routes of(
      Guard guard,
      SensorUsers users,
      Devices devices,
      Retention retention,
      Passwords passwords,
      IdSource ids,
      Clock clock,
      Runnable sweep) {
    var methodsOfUsers = new SensorUserMethods(guard, users, passwords, clock, sweep);
    var methodsOfGateways = new GatewayMethods(guard, devices, ids, clock, sweep);
    var methodsOfRetention = new RetentionMethods(guard, retention);
    return Routes.builder()
        .post("/admin/v1/sensor-users", methodsOfUsers::create)
        .get("/admin/v1/sensor-users", methodsOfUsers::list)
        .patch("/admin/v1/sensor-users/{id}", methodsOfUsers::patch)
        .delete("/admin/v1/sensor-users/{id}", methodsOfUsers::delete)
        .post("/admin/v1/gateways", methodsOfGateways::create)
        .get("/admin/v1/gateways", methodsOfGateways::list)
        .delete("/admin/v1/gateways/{serial}", methodsOfGateways::delete)
        .post("/admin/v1/gateways/{serial}/token", methodsOfGateways::rotateToken)
        .get("/admin/v1/retention", methodsOfRetention::show)
        .put("/admin/v1/retention", methodsOfRetention::change)
        .build();
  }
}
