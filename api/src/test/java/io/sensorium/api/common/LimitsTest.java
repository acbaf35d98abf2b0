package io.sensorium.api.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final InstantSource clock = now::get;
  private final RateLimiter limiter = new RateLimiter(60, 2, 100, clock);

  @Test
  void aBurstIsFollowedByASteadyRate() {
    limiter.check("a");
    limiter.check("a");

    assertThat(limiter.take("a")).isEqualTo(Duration.ofSeconds(1));
    assertThat(limiter.take("b")).isZero();

    now.set(Instant.EPOCH.plusSeconds(1));
    assertThat(limiter.take("a")).isZero();
    assertThat(limiter.take("a")).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void theKeysRememberedAreBounded() {
    for (int i = 0; i < 1_000; i++) {
      limiter.check("key " + i);
    }

    assertThat(limiter.keyCount()).isEqualTo(100);
  }

  @Test
  void tooManyRequestsAreToldWhenToComeBack() {
    Handler handler =
        limiter.before(request -> Response.empty(), request -> request.peer().toString());
    try (var server = TestServer.of(routes -> routes.get("/a", handler))) {
      server.get("/a");
      server.get("/a");

      var answer = server.get("/a");

      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(answer.body()).contains("RATE_LIMITED");
    }
  }

  @Test
  void answersTellHowManyMoreRequestsAreAllowed() {
    Handler handler = limiter.before(request -> Response.empty(), request -> "a");
    try (var server =
        TestServer.of(routes -> routes.get("/a", handler).get("/b", r -> Response.empty()))) {
      assertThat(allowance(server.get("/a"))).isEqualTo("2 1 1");
      assertThat(allowance(server.get("/a"))).isEqualTo("2 0 2");
      assertThat(allowance(server.get("/a"))).isEqualTo("2 0 2");
      now.set(Instant.EPOCH.plusSeconds(2));
      assertThat(allowance(server.get("/a"))).isEqualTo("2 1 1");
      assertThat(server.get("/b").headers().firstValue("RateLimit-Limit")).isEmpty();
    }
  }

  private static String allowance(HttpResponse<String> answer) {
    return Stream.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
        .map(name -> answer.headers().firstValue(name).orElseThrow())
        .collect(Collectors.joining(" "));
  }

  @Test
  void ofTwoLimitsTheOneThatLeavesLeastIsTold() {
    var other = new RateLimiter(60, 5, 100, clock);
    var both =
        limiter.before(other.before(request -> Response.empty(), request -> "b"), request -> "a");
    try (var server = TestServer.of(routes -> routes.get("/a", both))) {
      assertThat(allowance(server.get("/a"))).isEqualTo("2 1 1");
    }
  }

  @Test
  void requestsAreCountedPerPatternNotPerPath() {
    try (var server =
        TestServer.of(routes -> routes.get("/users/{id}", request -> Response.empty()))) {
      server.get("/users/1");
      server.get("/users/2");
      server.get("/anything/else");

      var metrics = new ServeMetrics(server.registry);
      try (var scraped = TestServer.of(routes -> routes.get("/metrics", metrics))) {
        assertThat(scraped.get("/metrics").body())
            .contains(
                "sensorium_http_requests_total"
                    + "{method=\"GET\",route=\"/users/{id}\",status=\"200\"} 2.0")
            .contains("route=\"none\",status=\"404\"")
            .doesNotContain("/anything");
      }
    }
  }

  @Test
  void secretsOfAQueryStayOutOfTheLog() {
    assertThat(AccessLog.redacted("from=2019-01-01&token=abc&id=7&U=me&uid=8"))
        .isEqualTo("from=2019-01-01&token=***&id=***&U=***&uid=***");
  }

  @Test
  void twoRoutesForOneAddressAreAMistake() {
    var twice =
        Routes.builder()
            .get("/a/{x}", request -> Response.empty())
            .get("/a/{y}", request -> Response.empty())
            .build();

    assertThatThrownBy(() -> new RouteTree(twice.rows())).hasMessageContaining("/a/{y}");
  }

  @Test
  void theRestOfAPathIsOneParameter() {
    var routes =
        new RouteTree(
            Routes.builder().get("/ui/{file...}", request -> Response.empty()).build().rows());

    assertThat(routes.get("GET", "/ui/js/app.js").pathParameters())
        .containsEntry("file", "js/app.js");
  }
}
