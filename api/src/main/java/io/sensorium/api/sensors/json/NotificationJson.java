package io.sensorium.api.sensors.json;

import io.sensorium.api.common.JsonBytes;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.id.WorkflowId;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.Notification.Subject;
import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.Alarms;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Workflows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What callbacks are told of a notification: the JSON text of {@code data}, of the same objects
 * that the API shows. What is gone in the meantime is null.
 */
public final class NotificationJson implements Function<Notification, String> {

  private final Devices devices;
  private final Measurements measurements;
  private final Alarms alarms;
  private final Workflows workflows;
  private final DateStyle dates;

  public NotificationJson(
      Devices devices,
      Measurements measurements,
      Alarms alarms,
      Workflows workflows,
      DateStyle dates) {
    this.devices = devices;
    this.measurements = measurements;
    this.alarms = alarms;
    this.workflows = workflows;
    this.dates = dates;
  }

  @Override
  public String apply(Notification notification) {
    var bytes =
        JsonWriter.write(
            json -> {
              json.beginObject();
              write(json, notification);
              json.field("late", notification.late());
              json.endObject();
            });
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void write(JsonWriter json, Notification notification) {
    switch (notification.subject()) {
      case Subject.OfAlarm about -> writeAlarm(json, about);
      case Subject.OfMeasurement about -> writeMeasurement(json, about, notification.at());
      case Subject.OfDevice about -> {
        writeGateway(json, about.gateway());
        writeSensor(json, about.sensor());
        writeSource(json, about.source());
      }
      case Subject.OfWorkflow about -> {
        writeWorkflow(json, about.workflow());
        writeGateway(json, about.gateway());
      }
    }
  }

  private void writeAlarm(JsonWriter json, Subject.OfAlarm about) {
    writeAlarm(json.name("alarm"), about.alarm());
    json.name("log");
    alarms
        .findLogEntry(about.logId())
        .ifPresentOrElse(entry -> AlarmLogJson.write(json, dates, entry), json::nullValue);
    var source = devices.findSource(about.source());
    writeSource(json, about.source());
    writeSensor(json, source.map(it -> it.sensor()).orElse(null));
    writeGateway(json, source.map(it -> it.gateway()).orElse(null));
  }

  private void writeAlarm(JsonWriter json, AlarmId id) {
    alarms
        .find(id)
        .ifPresentOrElse(alarm -> AlarmJson.writeAlone(json, dates, alarm), json::nullValue);
  }

  private void writeMeasurement(JsonWriter json, Subject.OfMeasurement about, Instant at) {
    writeGateway(json, about.gateway());
    writeSensor(json, about.sensor());
    json.beginObject("measurements");
    json.nameOfData(about.source().toString()).raw(row(about, Micros.of(at)));
    json.endObject();
  }

  private String row(Subject.OfMeasurement about, long timeMicros) {
    var bytes = new JsonBytes(MeasurementJson.ROW_LENGTH);
    var stored = measurements.read(about.source(), timeMicros, timeMicros + 1);
    if (stored.isEmpty()) {
      int button = MeasurementType.BUTTON.code();
      MeasurementJson.unstored(bytes, dates, timeMicros, about.value(), button);
    } else {
      MeasurementJson.row(
          bytes, dates, timeMicros, stored.value(0), stored.typeCode(0), stored.seq(0));
    }
    return new String(bytes.toBytes(), StandardCharsets.US_ASCII);
  }

  private void writeGateway(JsonWriter json, @Nullable GatewayId id) {
    json.name("gateway");
    var gateway = id == null ? null : devices.findGateway(id).orElse(null);
    if (gateway == null) {
      json.nullValue();
    } else {
      GatewayJson.writeAlone(json, dates, gateway);
    }
  }

  private void writeSensor(JsonWriter json, @Nullable SensorId id) {
    json.name("sensor");
    var sensor = id == null ? null : devices.findSensor(id).orElse(null);
    if (sensor == null) {
      json.nullValue();
    } else {
      SensorJson.writeAlone(json, dates, sensor);
    }
  }

  private void writeSource(JsonWriter json, @Nullable SourceId id) {
    json.name("data_source");
    var source = id == null ? null : devices.findSource(id).orElse(null);
    if (source == null) {
      json.nullValue();
    } else {
      SourceJson.write(json, dates, source);
    }
  }

  private void writeWorkflow(JsonWriter json, WorkflowId id) {
    json.name("workflow");
    workflows.find(id).ifPresentOrElse(it -> WorkflowJson.write(json, dates, it), json::nullValue);
  }
}
