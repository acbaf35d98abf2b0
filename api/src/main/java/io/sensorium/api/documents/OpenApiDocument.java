package io.sensorium.api.documents;

import io.sensorium.api.common.BundledFile;
import io.sensorium.api.common.JsonObject;
import io.sensorium.api.common.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The OpenAPI document. It is written by hand, a part for each area of the interface, in the folder
 * of this class; a test compares it with the tables of routes, and answers with its schemas.
 */
public final class OpenApiDocument {

  /** The parts; the first one holds what is not of an area. */
  private static final List<String> PARTS =
      List.of("general", "mobility", "device", "admin", "sensors", "gateways", "basemap");

  private OpenApiDocument() {}

  /**
   * All parts as one JSON object.
   *
   * @param version of the server, which stands in the document
   */
  public static byte[] write(String version) {
    var parts = new ArrayList<JsonObject>();
    PARTS.forEach(
        part ->
            parts.add(JsonObject.parse(BundledFile.read(OpenApiDocument.class, part + ".json"))));
    var info =
        JsonWriter.write(
            json ->
                json.beginObject()
                    .beginObject("info")
                    .field("version", version)
                    .endObject()
                    .endObject());
    parts.add(JsonObject.parse(info));
    return JsonWriter.write(json -> merge(json, parts));
  }

  /** A member that several objects have is an object, and made of theirs. */
  private static void merge(JsonWriter json, List<JsonObject> objects) {
    var names = new LinkedHashSet<String>();
    objects.forEach(object -> names.addAll(object.names()));
    json.beginObject();
    for (var name : names) {
      var holders = objects.stream().filter(object -> object.has(name)).toList();
      json.name(name);
      if (holders.size() == 1) {
        json.raw(holders.getFirst().findJson(name).orElse("null"));
      } else {
        merge(json, holders.stream().map(it -> it.findObject(name).orElseThrow()).toList());
      }
    }
    json.endObject();
  }
}
