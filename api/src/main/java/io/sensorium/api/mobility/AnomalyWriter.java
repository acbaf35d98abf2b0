package io.sensorium.api.mobility;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Timestamps;
import io.sensorium.core.habit.Anomaly;
import io.sensorium.core.habit.AnomalyKind.Quantity;
import io.sensorium.core.timeline.AnalysisType;
import java.time.ZoneOffset;

/**
 * Writes anomalies. They are found by the nightly pass, and so always {@code processed}. The start
 * has no digits below the second, the end six; both are in UTC.
 */
public final class AnomalyWriter {

  private static final int MAX_SIGMA_DECIMALS = 3;
  private static final int MAX_PROBABILITY_DECIMALS = 3;

  private AnomalyWriter() {}

  public static void write(JsonWriter json, Anomaly anomaly) {
    var quantity = anomaly.kind().quantity();
    var period = isSummed(quantity) ? anomaly.period() : null;
    json.beginObject();
    json.field("type", (period == null ? "" : "Aggregated") + type(quantity));
    json.field("start", Timestamps.seconds(anomaly.start(), ZoneOffset.UTC));
    json.field("end", Timestamps.micros(anomaly.end(), ZoneOffset.UTC));
    json.field("analysis_type", AnalysisType.PROCESSED.wireName());
    json.field("sigma", anomaly.sigma(), MAX_SIGMA_DECIMALS);
    json.field("probability", anomaly.probabilityRatio(), MAX_PROBABILITY_DECIMALS);
    json.field("anomaly", anomaly.kind().wireName());
    var observed = anomaly.observed();
    if (observed == null) {
      json.nullField("observed_" + suffix(quantity));
    } else {
      json.field("observed_" + suffix(quantity), observed.longValue());
    }
    json.field("expected_" + suffix(quantity), anomaly.expected());
    if (period != null) {
      var dayPart = anomaly.dayPart();
      json.field("period", period.wireName());
      json.field("day_part", dayPart == null ? null : dayPart.wireName());
    }
    subject(json, anomaly.subject());
    json.endObject();
  }

  private static void subject(JsonWriter json, Anomaly.Subject subject) {
    var significance = subject.significance();
    var mode = subject.mode();
    var category = subject.modeCategory();
    json.field("place_category", subject.placeCategory());
    json.field("location_significance", significance == null ? null : significance.wireName());
    json.field("transport_mode", mode == null ? null : mode.wireName());
    json.field("transport_mode_category", category == null ? null : category.wireName());
    json.field("moment_definition_id", subject.momentDefinitionId());
  }

  private static boolean isSummed(Quantity quantity) {
    return switch (quantity) {
      case DISTANCE, DURATION -> true;
      case DAYS, OCCURRENCES -> false;
    };
  }

  private static String type(Quantity quantity) {
    return switch (quantity) {
      case DISTANCE -> "DistanceAnomaly";
      case DURATION -> "DurationAnomaly";
      case DAYS -> "DayCountAnomaly";
      case OCCURRENCES -> "OccurrenceCountAnomaly";
    };
  }

  private static String suffix(Quantity quantity) {
    return switch (quantity) {
      case DISTANCE -> "distance";
      case DURATION -> "duration";
      case DAYS -> "days";
      case OCCURRENCES -> "occurrences";
    };
  }
}
