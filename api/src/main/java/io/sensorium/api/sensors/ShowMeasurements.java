package io.sensorium.api.sensors;

import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.parameter.Ids;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.sensing.Devices;
import java.util.List;

/**
 * {@code GET /v1/measurements?data_sources=1,2&type=latest}, or {@code min_max}, {@code range} or
 * {@code raw}: a map from each source's id to what there is of it.
 */
final class ShowMeasurements implements SensorMethod {

  private static final String DATA_SOURCES = "data_sources";

  private final Belongings belongings;
  private final MeasurementReading latest;
  private final MeasurementReading extremes;
  private final MeasurementReading groups;
  private final MeasurementReading raw;

  ShowMeasurements(Devices devices, Measurements measurements, DateStyle dates) {
    var keeping = new Keeping(measurements);
    belongings = new Belongings(devices);
    latest = new LatestReading(measurements, dates);
    extremes = new ExtremesReading(measurements, keeping, dates);
    groups = new GroupsReading(measurements, keeping, dates);
    raw = new RawReading(measurements, keeping, dates);
  }

  @Override
  public Answer answer(Call call) {
    var ids = Ids.list(call.parameters(), DATA_SOURCES);
    var reading = reading(call.parameters().get("type"));
    var sources = belongings.sources(call.owner(), ids);
    requireOneGateway(sources);
    return reading.read(call, sources);
  }

  private MeasurementReading reading(String type) {
    return switch (type) {
      case "latest" -> latest;
      case "min_max" -> extremes;
      case "range" -> groups;
      case "raw" -> raw;
      default -> throw Parameters.invalid("type", "must be latest, min_max, range or raw");
    };
  }

  private static void requireOneGateway(List<DataSource> sources) {
    var gateway = sources.getFirst().gateway();
    if (!sources.stream().allMatch(source -> source.gateway().equals(gateway))) {
      throw Parameters.invalid(DATA_SOURCES, "must all belong to the same gateway");
    }
  }
}
