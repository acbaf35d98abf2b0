package io.sensorium.api.sensors;

import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.json.GatewayJson;
import io.sensorium.api.sensors.parameter.Dates;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.store.sensing.Devices;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code GET /v1/gateways[?serials=10000000,10000001][&from=2026-09-13][&with_slaves]} */
final class ListGateways implements SensorMethod {

  private final Devices devices;
  private final DateStyle dates;

  ListGateways(Devices devices, DateStyle dates) {
    this.devices = devices;
    this.dates = dates;
  }

  @Override
  public Answer answer(Call call) {
    var wanted = wanted(call.parameters());
    int maxAge = MaxAge.sinceChange(devices.lastChange(call.owner()), call.now());
    var gateways =
        devices.listInventories(call.owner()).stream()
            .filter(inventory -> wanted.test(inventory.gateway()))
            .toList();
    return Answer.keptFor(
        maxAge,
        json ->
            json.name("gateways")
                .array(gateways, gateway -> GatewayJson.write(json, dates, gateway)));
  }

  private static Predicate<Gateway> wanted(Parameters parameters) {
    Predicate<Gateway> wanted = gateway -> true;
    if (!parameters.isOn("with_slaves")) {
      wanted = wanted.and(gateway -> gateway.master() == null);
    }
    var serials = Set.copyOf(parameters.list("serials"));
    if (!serials.isEmpty()) {
      wanted = wanted.and(gateway -> serials.contains(gateway.serial()));
    }
    var from = from(parameters);
    return from.isPresent()
        ? wanted.and(gateway -> isAssociatedAfter(gateway, from.get()))
        : wanted;
  }

  private static Optional<Instant> from(Parameters parameters) {
    return parameters
        .find("from")
        .map(
            text ->
                Dates.parse(text).orElseThrow(() -> Parameters.invalid("from", "must be a date")));
  }

  private static boolean isAssociatedAfter(Gateway gateway, Instant from) {
    var associatedAt = gateway.associatedAt();
    return associatedAt != null && associatedAt.isAfter(from);
  }
}
