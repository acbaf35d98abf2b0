package io.sensorium.api.common;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;

/** Counts requests and their durations per route pattern. */
public final class HttpMetrics {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final Counter requests;
  private final Histogram durations;

  public HttpMetrics(PrometheusRegistry registry) {
    requests =
        Counter.builder()
            .name("sensorium_http_requests_total")
            .help("Requests answered")
            .labelNames("method", "route", "status")
            .register(registry);
    durations =
        Histogram.builder()
            .name("sensorium_http_request_duration_seconds")
            .help("Time from a request's headers to the end of its answer")
            .labelNames("method", "route")
            .classicOnly()
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30)
            .register(registry);
  }

  /** A method that is known, or {@code other}: clients may send anything as one. */
  static String named(String method) {
    return METHODS.contains(method) ? method : "other";
  }

  void record(String method, String route, int status, long nanos) {
    var name = named(method);
    requests.labelValues(name, route, Integer.toString(status)).inc();
    durations.labelValues(name, route).observe(nanos / 1e9);
  }
}
