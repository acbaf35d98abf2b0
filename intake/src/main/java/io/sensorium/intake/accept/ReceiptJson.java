package io.sensorium.intake.accept;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.intake.json.JsonInput;
import io.sensorium.intake.json.JsonOutput;
import io.sensorium.intake.signals.Rejection;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Receipts as JSON: {@code {"accepted": 2, "rejected": [{"stream": "fixes", "index": 1, "reason":
 * "lat: is missing"}], "duplicate": false}}. Only where not all rejected items are named, {@code
 * rejected_count} counts them all. The inbox keeps the same form.
 */
public final class ReceiptJson {

  private ReceiptJson() {}

  public static String write(Receipt receipt) {
    return JsonOutput.write(json -> write(receipt, json));
  }

  private static void write(Receipt receipt, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("accepted", receipt.accepted());
    json.writeArrayPropertyStart("rejected");
    for (var rejection : receipt.rejected()) {
      json.writeStartObject();
      json.writeStringProperty("stream", rejection.stream());
      json.writeNumberProperty("index", rejection.index());
      json.writeStringProperty("reason", rejection.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (receipt.rejectedCount() > receipt.rejected().size()) {
      json.writeNumberProperty("rejected_count", receipt.rejectedCount());
    }
    json.writeBooleanProperty("duplicate", receipt.duplicate());
    json.writeEndObject();
  }

  /** Reads what {@link #write} wrote; the position is not part of it. */
  public static Receipt read(String text) {
    var bytes = new ByteArrayInputStream(text.getBytes(UTF_8));
    return JsonInput.read(bytes, ReceiptJson::read);
  }

  private static Receipt read(JsonParser json) {
    int accepted = 0;
    int rejectedCount = 0;
    boolean duplicate = false;
    List<Rejection> rejected = List.of();
    json.nextToken();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "accepted" -> accepted = json.getIntValue();
        case "rejected" -> rejected = readRejected(json);
        case "rejected_count" -> rejectedCount = json.getIntValue();
        case "duplicate" -> duplicate = json.getBooleanValue();
        default -> throw JsonInput.wrongForm(json, "no part of a receipt: " + name);
      }
    }
    int count = Math.max(rejected.size(), rejectedCount);
    return new Receipt(accepted, rejected, count, duplicate, 0);
  }

  private static List<Rejection> readRejected(JsonParser json) {
    var rejected = new ArrayList<Rejection>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      json.nextName();
      String stream = json.nextStringValue();
      json.nextName();
      json.nextToken();
      int index = json.getIntValue();
      json.nextName();
      String reason = json.nextStringValue();
      json.nextToken();
      rejected.add(new Rejection(stream, index, reason));
    }
    return rejected;
  }
}
