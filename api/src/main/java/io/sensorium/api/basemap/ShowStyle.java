package io.sensorium.api.basemap;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.api.common.BundledFile;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code GET /map/style.json}: how the tiles are drawn, by the MapLibre style specification. It
 * names addresses of this server alone, and no glyphs: letters are drawn from the client's fonts.
 */
final class ShowStyle {

  private static final String ATTRIBUTION =
      "<a href=\"https://www.openstreetmap.org/copyright\">© OpenStreetMap contributors</a>";

  private static final String LAYERS =
      new String(BundledFile.read(ShowStyle.class, "style-layers.json"), UTF_8);
  private static final String EMPTY_LAYERS =
      "[{\"id\":\"background\",\"type\":\"background\","
          + "\"paint\":{\"background-color\":\"#f4f2ec\"}}]";
  private static final int DEGREE_DECIMALS = 7;

  private final Supplier<BaseMap> maps;

  ShowStyle(Supplier<BaseMap> maps) {
    this.maps = maps;
  }

  Response handle(Request request) {
    var map = maps.get();
    return Response.json(json -> write(json, map)).with("Cache-Control", "no-cache");
  }

  private static void write(JsonWriter json, BaseMap map) {
    json.beginObject().field("version", 8).field("name", "Sensorium");
    var boxes = map.boxes();
    if (boxes.isEmpty()) {
      json.beginObject("sources").endObject().name("layers").raw(EMPTY_LAYERS).endObject();
      return;
    }
    writeView(json, boxes.getFirst());
    json.beginObject("sources").beginObject("base").field("type", "vector");
    json.name("tiles").array(List.of(tilesOf(map)), json::value);
    json.field("minzoom", map.minZoom()).field("maxzoom", map.maxZoom());
    writeBounds(json, boxes.stream().reduce(BaseMap.Box::with).orElseThrow());
    json.field("attribution", ATTRIBUTION).endObject().endObject();
    json.name("layers").raw(LAYERS).endObject();
  }

  private static String tilesOf(BaseMap map) {
    return "/map/tiles/{z}/{x}/{y}.mvt?v=" + map.edition();
  }

  private static void writeView(JsonWriter json, BaseMap.Box box) {
    json.beginArray("center")
        .value((box.westDeg() + box.eastDeg()) / 2, DEGREE_DECIMALS)
        .value((box.southDeg() + box.northDeg()) / 2, DEGREE_DECIMALS)
        .endArray();
    double widthDeg = Math.max(0.001, box.eastDeg() - box.westDeg());
    json.field("zoom", Math.log(360 / widthDeg) / Math.log(2), 1);
  }

  private static void writeBounds(JsonWriter json, BaseMap.Box box) {
    json.beginArray("bounds")
        .value(box.westDeg(), DEGREE_DECIMALS)
        .value(box.southDeg(), DEGREE_DECIMALS)
        .value(box.eastDeg(), DEGREE_DECIMALS)
        .value(box.northDeg(), DEGREE_DECIMALS)
        .endArray();
  }
}
