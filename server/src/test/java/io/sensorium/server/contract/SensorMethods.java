package io.sensorium.server.contract;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The methods of the published sensor API, and those that we added; each with an id or none. */
@NullMarked
final class SensorMethods {

  /** The sixteen of the published API; those with an optional id twice. */
  static final List<String> PUBLISHED =
      List.of(
          "GET /v1/users",
          "GET /v1/gateways",
          "GET /v1/measurements?data_sources=1&type=latest",
          "GET /v1/alarms",
          "GET /v1/alarms/history",
          "GET /v1/callbacks",
          "GET /v1/workflows/1",
          "POST /v1/users",
          "POST /v1/gateways",
          "POST /v1/gateways/1",
          "POST /v1/gateways/1/commands",
          "POST /v1/sensors/1",
          "POST /v1/alarms",
          "POST /v1/callbacks",
          "DELETE /v1/alarms",
          "DELETE /v1/alarms/1",
          "DELETE /v1/callbacks",
          "DELETE /v1/callbacks/1");

  /** Ours. */
  static final List<String> ADDED =
      List.of(
          "POST /v1/users/1",
          "POST /v1/users/1/password",
          "POST /v1/measurements/corrections",
          "POST /v1/alarms/1",
          "POST /v1/alarms/1/ack",
          "POST /v1/alarms/1/silence",
          "POST /v1/alarms/dry_run",
          "POST /v1/callbacks/1",
          "POST /v1/callbacks/1/secret",
          "GET /v1/callbacks/1/deliveries",
          "GET /v1/callbacks/1/deliveries/1",
          "POST /v1/callbacks/1/deliveries/1/replay");

  static final List<String> ALL = Stream.concat(PUBLISHED.stream(), ADDED.stream()).toList();

  private SensorMethods() {}
}
