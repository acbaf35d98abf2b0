package io.sensorium.api.common;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** {@code GET /metrics}: everything in the registry as Prometheus text. */
public final class ServeMetrics implements Handler {

  private final PrometheusRegistry registry;
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

  public ServeMetrics(PrometheusRegistry registry) {
    this.registry = registry;
  }

  @Override
  public Response handle(Request request) throws IOException {
    var text = new ByteArrayOutputStream();
    writer.write(text, registry.scrape());
    return Response.bytes(200, writer.getContentType(), text.toByteArray());
  }
}
