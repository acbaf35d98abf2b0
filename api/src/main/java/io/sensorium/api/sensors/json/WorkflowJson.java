package io.sensorium.api.sensors.json;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.store.sensing.Workflow;
import org.jspecify.annotations.Nullable;

/** Writes workflows: commands on their way to a gateway, and what came of them. */
public final class WorkflowJson {

  private WorkflowJson() {}

  public static void write(JsonWriter json, DateStyle dates, Workflow workflow) {
    json.beginObject();
    json.field("id", workflow.id().value());
    json.field("type", workflow.sensor() == null ? "gateway_command" : "sensor_interval");
    json.field("command", WireNames.of(workflow.command()));
    writeTarget(json, workflow);
    json.field("state", WireNames.of(workflow.state()));
    json.field("progress", workflow.progressPercent());
    json.field("created_date", dates.format(workflow.createdAt()));
    json.field("updated_date", dates.format(workflow.updatedAt()));
    json.field("expires_date", dates.format(workflow.expiresAt()));
    json.name("result");
    writeResult(json, workflow);
    json.field("error", error(workflow));
    json.endObject();
  }

  private static void writeTarget(JsonWriter json, Workflow workflow) {
    var sensor = workflow.sensor();
    json.beginObject("target");
    json.field("type", sensor == null ? "gateway" : "sensor");
    json.field("id", sensor == null ? workflow.gateway().value() : sensor.value());
    json.endObject();
  }

  /** What the gateway told; where it told nothing but success, what holds now. */
  private static void writeResult(JsonWriter json, Workflow workflow) {
    var result = workflow.result();
    var sensor = workflow.sensor();
    var interval = workflow.interval();
    if (result != null) {
      json.raw(result);
    } else if (workflow.state() != Workflow.State.SUCCEEDED) {
      json.nullValue();
    } else if (sensor != null && interval != null) {
      json.beginObject().field("sensor", sensor.value());
      json.field("interval", interval.toSeconds()).endObject();
    } else {
      json.beginObject().field("gateway", workflow.gateway().value()).endObject();
    }
  }

  private static @Nullable String error(Workflow workflow) {
    return workflow.state() == Workflow.State.EXPIRED && workflow.error() == null
        ? "the gateway did not finish it in time"
        : workflow.error();
  }
}
