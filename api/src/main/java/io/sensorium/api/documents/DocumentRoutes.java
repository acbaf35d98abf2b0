package io.sensorium.api.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.api.common.BundledFile;
import io.sensorium.api.common.Response;
import io.sensorium.api.common.Routes;
import io.sensorium.core.bytes.Digests;
import java.util.Base64;

/**
 * {@code GET /openapi.json}, and {@code GET /docs}: a page that shows it and asks no other host for
 * anything.
 */
public final class DocumentRoutes {

  private static final String ONLY_FROM_HERE =
      "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; "
          + "form-action 'none'; frame-ancestors 'none'; style-src ";

  private DocumentRoutes() {}

  /**
   * The routes.
   *
   * @param version of the server
   */
  public static Routes of(String version) {
    var document = OpenApiDocument.write(version);
    var page = BundledFile.read(DocumentRoutes.class, "docs.html");
    var script = BundledFile.read(DocumentRoutes.class, "page.js");
    var policy = ONLY_FROM_HERE + "'" + hashOfStyle(new String(page, UTF_8)) + "'";
    return Routes.builder()
        .get("/openapi.json", request -> revalidated(Response.JSON, document))
        .get(
            "/docs",
            request ->
                revalidated("text/html; charset=utf-8", page)
                    .with("Content-Security-Policy", policy)
                    .with("Referrer-Policy", "no-referrer"))
        .get("/docs/page.js", request -> revalidated("text/javascript; charset=utf-8", script))
        .build();
  }

  /** Nobody's data: it may be kept, and is asked for again by its tag. */
  private static Response revalidated(String contentType, byte[] bytes) {
    return Response.bytes(200, contentType, bytes).with("Cache-Control", "no-cache");
  }

  /** By which the one style of the page is known, as CSP has it. */
  private static String hashOfStyle(String page) {
    int start = page.indexOf("<style>") + "<style>".length();
    var style = page.substring(start, page.indexOf("</style>", start));
    var digest = Digests.sha256().digest(style.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
