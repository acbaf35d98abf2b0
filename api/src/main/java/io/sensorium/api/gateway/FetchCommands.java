package io.sensorium.api.gateway;

import io.sensorium.api.auth.GatewayAuthentication;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Workflow;
import io.sensorium.store.sensing.Workflows;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /gateway/v1/commands?wait=30}: the commands that nobody fetched yet, for the gateway
 * and its slaves; waits for one when there is none.
 */
final class FetchCommands {
  /*
   * To fetch is to be sent. While a gateway waits, blanks go to it, which JSON allows before its
   * values: they keep routers from forgetting the connection, and tell when nobody is there any more.
   * Before a command is marked as sent there are two of them with a pause, since the first one that
   * goes to a process that is gone only brings the news of it.
   */

  private static final long MAX_WAIT_SECONDS = 60;
  private static final Duration PROBE = Duration.ofMillis(50);
  private static final int MAX_LENGTH = 100;

  private final GatewayAuthentication authentication;
  private final Devices devices;
  private final Workflows workflows;
  private final CommandBell bell;
  private final Clock clock;
  private final Duration heartbeat;

  FetchCommands(
      GatewayAuthentication authentication,
      Devices devices,
      Workflows workflows,
      CommandBell bell,
      Clock clock,
      Duration heartbeat) {
    this.authentication = authentication;
    this.devices = devices;
    this.workflows = workflows;
    this.bell = bell;
    this.clock = clock;
    this.heartbeat = heartbeat;
  }

  Response handle(Request request) {
    var gateway = authentication.login(request);
    var wait = wait(request);
    noteNetwork(gateway, request);
    if (request.method().equals("HEAD")) {
      return Response.json(json -> write(json, List.of())); // who sees no body has fetched nothing
    }
    var sent = take(gateway.id());
    if (!sent.isEmpty() || wait.isZero()) {
      return Response.json(json -> write(json, sent));
    }
    return Response.stream(Response.JSON, out -> writeWhenThereAre(out, gateway.id(), wait));
  }

  private static Duration wait(Request request) {
    var text = request.query().find("wait").orElse("0");
    try {
      long seconds = Long.parseLong(text);
      if (seconds >= 0) {
        return Duration.ofSeconds(Math.min(seconds, MAX_WAIT_SECONDS));
      }
    } catch (NumberFormatException e) {
      throw ApiError.invalidParameter("wait: must be a number of seconds");
    }
    throw ApiError.invalidParameter("wait: must not be negative");
  }

  /** The regular call is where a gateway tells what it runs and where it is. */
  private void noteNetwork(Gateway gateway, Request request) {
    var firmware = told(request, "firmware", gateway.firmware());
    var localIpv4 = told(request, "local_ipv4", gateway.localIpv4());
    var ipv4 = request.peer() instanceof Inet4Address peer ? peer.getHostAddress() : gateway.ipv4();
    if (!Objects.equals(firmware, gateway.firmware())
        || !Objects.equals(localIpv4, gateway.localIpv4())
        || !Objects.equals(ipv4, gateway.ipv4())) {
      devices.setGatewayNetwork(gateway.id(), firmware, ipv4, localIpv4);
    }
  }

  private static @Nullable String told(Request request, String name, @Nullable String known) {
    var text = request.query().find(name);
    if (text.filter(it -> it.length() > MAX_LENGTH).isPresent()) {
      throw ApiError.invalidParameter(name + ": is too long");
    }
    return text.filter(it -> !it.isBlank()).orElse(known);
  }

  private List<Workflow> take(GatewayId gateway) {
    var queued = workflows.listQueued(gateway).stream().map(Workflow::id).toList();
    return queued.isEmpty() ? List.of() : workflows.markSent(queued, clock.instant());
  }

  private void writeWhenThereAre(OutputStream out, GatewayId gateway, Duration wait)
      throws IOException {
    try (var waiting = bell.begin(gateway)) {
      var sent = await(out, gateway, waiting, wait);
      JsonWriter.write(out, json -> write(json, sent));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server stops", e);
    }
  }

  private List<Workflow> await(
      OutputStream out, GatewayId gateway, CommandBell.Waiting waiting, Duration wait)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    while (!waiting.isEnded()) {
      if (!workflows.listQueued(gateway).isEmpty()) {
        blank(out);
        waiting.await(PROBE);
        blank(out);
        var sent = take(gateway);
        if (!sent.isEmpty()) {
          return sent;
        }
      }
      var left = Duration.ofNanos(deadline - System.nanoTime());
      if (!left.isPositive()) {
        return List.of();
      }
      if (!waiting.await(left.compareTo(heartbeat) < 0 ? left : heartbeat)) {
        blank(out);
      }
    }
    return List.of();
  }

  private static void blank(OutputStream out) throws IOException {
    out.write(' ');
    out.flush();
  }

  private void write(JsonWriter json, List<Workflow> sent) {
    json.beginArray();
    for (var workflow : sent) {
      json.beginObject();
      json.field("workflow", workflow.id().value());
      json.field("gateway", serial(workflow.gateway()));
      json.field("command", workflow.command().name().toLowerCase(Locale.ROOT));
      writeParameters(json, workflow.sensor(), workflow.interval());
      json.endObject();
    }
    json.endArray();
  }

  private void writeParameters(
      JsonWriter json, @Nullable SensorId sensor, @Nullable Duration interval) {
    json.beginObject("parameters");
    if (sensor != null) {
      json.field("sensor", devices.findSensor(sensor).map(Sensor::serial).orElse(null));
    }
    if (interval != null) {
      json.field("interval", interval.toSeconds());
    }
    json.endObject();
  }

  private @Nullable String serial(GatewayId gateway) {
    return devices.findGateway(gateway).map(Gateway::serial).orElse(null);
  }
}
