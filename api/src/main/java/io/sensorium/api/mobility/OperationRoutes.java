package io.sensorium.api.mobility;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.BodyRule;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Routes;
import io.sensorium.core.identity.Permission;

/** Collects the handlers of operations, each behind the guard with the operation's permission. */
final class OperationRoutes {

  private final Guard guard;
  private final Routes.Builder routes = Routes.builder();

  OperationRoutes(Guard guard) {
    this.guard = guard;
  }

  /** An operation that needs no credential. */
  OperationRoutes open(Operation operation, Handler handler) {
    if (operation.permission() != null) {
      throw new IllegalArgumentException(operation + " needs a credential");
    }
    return add(operation, handler);
  }

  /** An operation about the user who calls. */
  OperationRoutes self(Operation operation, UserHandler handler) {
    if (operation.permission() != Permission.SELF) {
      throw new IllegalArgumentException(operation + " is not about the caller");
    }
    return add(operation, request -> handler.handle(request, guard.self(request)));
  }

  /** An operation about the user whom the path names. */
  OperationRoutes user(Operation operation, UserHandler handler) {
    var permission = operation.permission();
    if (permission == null) {
      throw new IllegalArgumentException(operation + " needs no credential");
    }
    return add(operation, request -> handler.handle(request, guard.user(request, permission)));
  }

  private OperationRoutes add(Operation operation, Handler handler) {
    switch (operation.method()) {
      case "GET" -> routes.getQuickly(operation.path(), handler);
      case "DELETE" -> routes.delete(operation.path(), handler);
      default -> routes.add(operation.method(), operation.path(), handler, BodyRule.JSON);
    }
    return this;
  }

  Routes build() {
    return routes.build();
  }
}
