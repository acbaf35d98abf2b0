package io.sensorium.api.admin;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonObject;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.api.common.Timestamps;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.GatewayType;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Devices.NewGateway;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST|GET /admin/v1/gateways}, {@code DELETE /admin/v1/gateways/{serial}} and {@code POST
 * /admin/v1/gateways/{serial}/token}.
 *
 * <p>A token is shown once, when it is drawn; the one before does not hold any more.
 */
final class GatewayMethods {

  /** What may stand in a path and in a topic of MQTT as it is. */
  private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private static final int TOKEN_BYTES = 24;
  private static final int PAGE = 1_000;
  private static final int MAX_TYPE_LENGTH = 64;

  private final Guard guard;
  private final Devices devices;
  private final IdSource ids;
  private final Clock clock;
  private final Runnable sweep;

  GatewayMethods(Guard guard, Devices devices, IdSource ids, Clock clock, Runnable sweep) {
    this.guard = guard;
    this.devices = devices;
    this.ids = ids;
    this.clock = clock;
    this.sweep = sweep;
  }

  Response create(Request request) throws IOException {
    guard.administrator(request);
    var body = request.jsonObject();
    var serial = serial(body.getString("serial"));
    var token = ids.hex(TOKEN_BYTES);
    var gateway =
        devices
            .createGateway(
                new NewGateway(
                    serial,
                    type(body),
                    master(body).orElse(null),
                    body.findString("claim_code").map(Secret::sha256).orElse(null),
                    Secret.sha256(token),
                    clock.instant()))
            .orElseThrow(() -> ApiError.conflict("serial: there is a gateway " + serial));
    return withToken(gateway, token);
  }

  Response rotateToken(Request request) {
    guard.administrator(request);
    var gateway = gateway(request);
    var token = ids.hex(TOKEN_BYTES);
    devices.setToken(gateway.id(), Secret.sha256(token));
    return withToken(gateway, token);
  }

  /** At most 1,000 by id; {@code after} goes on behind an id. */
  Response list(Request request) {
    guard.administrator(request);
    long after = request.query().find("after").map(GatewayMethods::id).orElse(0L);
    var gateways =
        devices.listGateways().stream()
            .filter(gateway -> gateway.id().value() > after)
            .limit(PAGE)
            .toList();
    return Response.json(
        json -> {
          json.beginArray();
          gateways.forEach(gateway -> write(json, gateway));
          json.endArray();
        });
  }

  Response delete(Request request) {
    guard.administrator(request);
    devices.deleteGateway(gateway(request).id());
    sweep.run();
    return Response.empty();
  }

  private Gateway gateway(Request request) {
    return devices
        .findGatewayBySerial(request.pathParameter("serial"))
        .orElseThrow(ApiError::notFound);
  }

  private Optional<GatewayId> master(JsonObject body) {
    return body.findString("master").map(this::master);
  }

  private GatewayId master(String serial) {
    var master =
        devices
            .findGatewayBySerial(serial)
            .orElseThrow(() -> ApiError.invalidParameter("master: there is no gateway " + serial));
    if (master.master() != null) {
      throw ApiError.invalidParameter("master: " + serial + " is a slave itself");
    }
    return master.id();
  }

  private static String serial(String text) {
    if (!SERIAL.matcher(text).matches()) {
      throw ApiError.invalidParameter(
          "serial: must be 1 to 64 letters, digits, dots, colons, hyphens or underscores");
    }
    return text;
  }

  /** The make by its name; one that is not known has no number. */
  private static GatewayType type(JsonObject body) {
    var name = body.findString("type").orElse(GatewayType.DEFAULT.name());
    if (name.isBlank() || name.length() > MAX_TYPE_LENGTH) {
      throw ApiError.invalidParameter(
          "type: must be a name of at most " + MAX_TYPE_LENGTH + " characters");
    }
    return GatewayType.named(name);
  }

  private static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw ApiError.invalidParameter("after: is not an id");
    }
  }

  private static Response withToken(Gateway gateway, String token) {
    return Response.json(
        json -> {
          json.beginObject();
          json.field("id", gateway.id().value());
          json.field("serial", gateway.serial());
          json.field("token", token);
          json.endObject();
        });
  }

  private void write(JsonWriter json, Gateway gateway) {
    var master = gateway.master();
    var owner = gateway.owner();
    json.beginObject();
    json.field("id", gateway.id().value());
    json.field("serial", gateway.serial());
    json.field("title", gateway.title());
    json.field("type", gateway.type().name());
    json.field("firmware", gateway.firmware());
    json.field(
        "master",
        master == null ? null : devices.findGateway(master).map(Gateway::serial).orElse(null));
    json.name("owner_id");
    if (owner == null) {
      json.nullValue();
    } else {
      json.value(owner.value());
    }
    json.field("associated_at", zulu(gateway.associatedAt()));
    json.field("disconnected_at", zulu(gateway.disconnectedAt()));
    json.endObject();
  }

  private static @Nullable String zulu(@Nullable Instant instant) {
    return instant == null ? null : Timestamps.millisZulu(instant);
  }
}
