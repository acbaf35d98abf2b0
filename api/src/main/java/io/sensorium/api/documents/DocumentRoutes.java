package io.sensorium.api.documents;

import io.sensorium.api.common.Response;
import io.sensorium.api.common.Routes;

/**
 * {@code GET /openapi.json}, and {@code GET /docs}: a page that shows it and asks no other host for
 * anything.
 */
public final class DocumentRoutes {

  private static final String ONLY_FROM_HERE =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'";

  private DocumentRoutes() {}

  /**
   * The routes.
   *
   * @param version of the server
   */
  public static Routes of(String version) {
    var document = OpenApiDocument.write(version);
    var page = Pages.read("docs.html");
    var script = Pages.read("page.js");
    return Routes.builder()
        .get("/openapi.json", request -> Response.bytes(200, Response.JSON, document))
        .get(
            "/docs",
            request ->
                Response.bytes(200, "text/html; charset=utf-8", page)
                    .with("Content-Security-Policy", ONLY_FROM_HERE))
        .get(
            "/docs/page.js",
            request -> Response.bytes(200, "text/javascript; charset=utf-8", script))
        .build();
  }
}
