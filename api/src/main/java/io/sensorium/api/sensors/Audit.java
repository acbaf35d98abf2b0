package io.sensorium.api.sensors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who asked for what on whose behalf: every change, and every call of an impersonated user. */
final class Audit {

  private static final Logger log = LoggerFactory.getLogger("io.sensorium.api.audit");

  private Audit() {}

  static void write(Call call) {
    var request = call.request();
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    if (!reads || call.isImpersonated()) {
      log.info(
          "actor {} subject {} {} {}",
          call.actor().id(),
          call.subject().id(),
          request.method(),
          request.path());
    }
  }
}
