package io.sensorium.api.basemap;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * {@code GET /map/tiles/:z/:x/:y.mvt?v=EDITION}: 204 where nothing is drawn, 404 outside of all
 * maps.
 */
final class ShowTile {

  private static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern FILE = Pattern.compile("\\d{1,9}\\.mvt");

  /** The address names the edition: what it answers never changes. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final String FIVE_MINUTES = "public, max-age=300";

  private final Supplier<BaseMap> maps;

  ShowTile(Supplier<BaseMap> maps) {
    this.maps = maps;
  }

  Response handle(Request request) throws IOException {
    var map = maps.get();
    int zoom = number(request.pathParameter("z"));
    int x = number(request.pathParameter("x"));
    int y = row(request.pathParameter("y"));
    var tile = map.find(zoom, x, y);
    if (tile.isEmpty() && !map.touches(zoom, x, y)) {
      throw ApiError.notFound();
    }
    var answer =
        tile.isEmpty() ? Response.empty(204) : PackedAnswer.of(request, MEDIA_TYPE, tile.get());
    boolean isOfEdition = request.query().find("v").filter(map.edition()::equals).isPresent();
    return answer.with("Cache-Control", isOfEdition ? FOR_EVER : FIVE_MINUTES);
  }

  private static int number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw ApiError.notFound();
    }
    return Integer.parseInt(text);
  }

  private static int row(String text) {
    if (!FILE.matcher(text).matches()) {
      throw ApiError.notFound();
    }
    return Integer.parseInt(text.substring(0, text.indexOf('.')));
  }
}
