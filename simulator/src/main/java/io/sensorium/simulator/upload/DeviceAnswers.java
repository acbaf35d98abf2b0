package io.sensorium.simulator.upload;

import io.sensorium.simulator.upload.Receipt.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the receipts of batches. */
final class DeviceAnswers {

  private final JsonFactory json = new JsonFactory();

  Receipt receipt(String text) {
    var fields = new HashMap<String, String>();
    var rejected = new ArrayList<Rejection>();
    try (var parser = json.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      readFields(parser, fields, rejected);
    }
    return new Receipt(
        Integer.parseInt(required(fields, "accepted")),
        rejected,
        Boolean.parseBoolean(fields.getOrDefault("duplicate", "false")));
  }

  /** Reads one object's plain values, and what its array of rejections holds. */
  private static void readFields(
      JsonParser parser, Map<String, String> fields, List<Rejection> rejected) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      var value = parser.nextToken();
      if (value == JsonToken.START_ARRAY && name.equals("rejected")) {
        readRejections(parser, rejected);
      } else if (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT) {
        parser.skipChildren();
      } else if (value != JsonToken.VALUE_NULL) {
        fields.put(name, parser.getString());
      }
    }
  }

  private static void readRejections(JsonParser parser, List<Rejection> rejected) {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      var fields = new HashMap<String, String>();
      readFields(parser, fields, new ArrayList<>());
      rejected.add(
          new Rejection(
              fields.getOrDefault("stream", ""),
              Integer.parseInt(fields.getOrDefault("index", "-1")),
              fields.getOrDefault("reason", "")));
    }
  }

  private static String required(Map<String, String> fields, String name) {
    @Nullable String value = fields.get(name);
    if (value == null) {
      throw new UploadException("the answer lacks " + name);
    }
    return value;
  }
}
