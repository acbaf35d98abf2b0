package io.sensorium.intake.geojson;

import io.sensorium.intake.files.TrackFileReader;
import io.sensorium.intake.files.TrackSink;
import io.sensorium.intake.json.JsonInput;
import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads GeoJSON: points with a time among their properties, and lines with a time for each
 * coordinate; see docs/protocols/geojson.md.
 *
 * <p>Features may lie anywhere in the document, and several documents may follow each other. One
 * feature at a time is held in memory.
 */
public final class GeoJsonReader implements TrackFileReader {

  @Override
  public void read(InputStream in, TrackSink sink) {
    JsonInput.read(
        in,
        json -> {
          readAll(json, sink);
          return sink;
        });
  }

  private static void readAll(JsonParser json, TrackSink sink) {
    boolean any = false;
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      any = true;
      readValue(json, sink);
    }
    if (!any) {
      throw JsonInput.wrongForm(json, "the file is empty");
    }
  }

  /** Reads the value whose first token is the current one. */
  private static void readValue(JsonParser json, TrackSink sink) {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      readObject(json, sink);
    } else if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        readValue(json, sink);
      }
    }
  }

  private static void readObject(JsonParser json, TrackSink sink) {
    var feature = new Feature();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "geometry" -> readGeometry(json, feature);
        case "coordinates" -> feature.coordinates().read(json);
        case "properties" -> feature.properties().read(json);
        case "type" -> readType(json, feature);
        default -> readValue(json, sink);
      }
    }
    feature.giveTo(sink);
  }

  private static void readGeometry(JsonParser json, Feature feature) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "coordinates" -> feature.coordinates().read(json);
        case "type" -> readType(json, feature);
        default -> json.skipChildren();
      }
    }
  }

  /** A feature's own type, {@code Feature}, may come after its geometry's. */
  private static void readType(JsonParser json, Feature feature) {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      json.skipChildren();
    } else if (!json.getString().equals("Feature")) {
      feature.setGeometryType(json.getString());
    }
  }
}
