package io.sensorium.api.basemap;

import io.sensorium.api.common.Routes;
import java.util.function.Supplier;

/**
 * {@code GET /map}, a page that shows the base map, and all that it needs. Nothing of people is in
 * it, so that it is answered to everybody.
 */
public final class BaseMapRoutes {
  /*
   * MapLibre makes images out of its own bytes (blob:) and draws the buttons from its style sheet
   * (data:). Its worker is a file of this server.
   */
  private static final String ONLY_FROM_HERE =
      "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; "
          + "style-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'";

  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private BaseMapRoutes() {}

  /**
   * The routes.
   *
   * @param maps the tiles as they are when they are asked for
   */
  public static Routes of(Supplier<BaseMap> maps) {
    var routes =
        Routes.builder()
            .get("/map/style.json", new ShowStyle(maps)::handle)
            .get("/map/tiles/{z}/{x}/{y}", new ShowTile(maps)::handle);
    var page = new PackedFile("map.html", "text/html; charset=utf-8");
    routes.get(
        "/map",
        request ->
            page.handle(request)
                .with("Content-Security-Policy", ONLY_FROM_HERE)
                .with("Referrer-Policy", "no-referrer"));
    addFile(routes, "page.js", SCRIPT);
    addFile(routes, "page.css", "text/css; charset=utf-8");
    addFile(routes, "maplibre-gl.mjs", SCRIPT);
    addFile(routes, "maplibre-gl-worker.mjs", SCRIPT);
    addFile(routes, "maplibre-gl.css", "text/css; charset=utf-8");
    return routes.build();
  }

  private static void addFile(Routes.Builder routes, String name, String contentType) {
    var file = new PackedFile(name, contentType);
    routes.get("/map/" + name, file::handle);
  }
}
