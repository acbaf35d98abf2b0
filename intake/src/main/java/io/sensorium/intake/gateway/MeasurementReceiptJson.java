package io.sensorium.intake.gateway;

import io.sensorium.intake.json.JsonOutput;
import io.sensorium.intake.measurements.MeasurementReceipt;
import tools.jackson.core.JsonGenerator;

/**
 * Receipts as JSON: {@code {"accepted": 2, "rejected": [{"index": 1, "reason": "date: is
 * missing"}], "duplicate": false, "seq": 1789318746316133}}. The number is null when no row was
 * good; only where not all rejected rows are named, {@code rejected_count} counts them all.
 */
public final class MeasurementReceiptJson {

  private MeasurementReceiptJson() {}

  public static String write(MeasurementReceipt receipt) {
    return JsonOutput.write(json -> write(receipt, json));
  }

  private static void write(MeasurementReceipt receipt, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("accepted", receipt.accepted());
    json.writeArrayPropertyStart("rejected");
    for (var row : receipt.rejected()) {
      json.writeStartObject();
      json.writeNumberProperty("index", row.index());
      json.writeStringProperty("reason", row.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (receipt.rejectedCount() > receipt.rejected().size()) {
      json.writeNumberProperty("rejected_count", receipt.rejectedCount());
    }
    json.writeBooleanProperty("duplicate", receipt.duplicate());
    if (receipt.seq() == 0) {
      json.writeNullProperty("seq");
    } else {
      json.writeNumberProperty("seq", receipt.seq());
    }
    json.writeEndObject();
  }
}
