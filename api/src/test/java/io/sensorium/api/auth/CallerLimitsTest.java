package io.sensorium.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.api.common.Allowance;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Headers;
import io.sensorium.api.common.Query;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.common.Request;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CallerLimitsTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final CallerLimits limits =
      new CallerLimits(
          new RateLimiter(60, 2, 100, now::get), new RateLimiter(60, 3, 100, now::get));

  private final Request request =
      new Request(
          "GET",
          "/v2/users/me",
          Map.of(),
          Query.EMPTY,
          Headers.of(Map.of()),
          InetAddress.getLoopbackAddress(),
          true,
          new Allowance(),
          InputStream.nullInputStream());

  @Test
  void allKeysOfOneUserAreLimitedTogether() {
    limits.check(request, "key 1", "application");
    limits.check(request, "key 1", "application");
    limits.check(request, "key 2", "application");

    assertThatThrownBy(() -> limits.check(request, "key 2", "application"))
        .isInstanceOfSatisfying(
            ApiError.class,
            error -> {
              assertThat(error.status()).isEqualTo(429);
              assertThat(error.headers()).containsEntry("Retry-After", "1");
            });
    assertThatCode(() -> limits.check(request, "key 3", "other")).doesNotThrowAnyException();
  }

  @Test
  void eachKeyIsLimitedByItself() {
    limits.check(request, "key 1", "application");
    limits.check(request, "key 1", "application");

    assertThatThrownBy(() -> limits.check(request, "key 1", "application"))
        .isInstanceOf(ApiError.class);
    now.set(Instant.EPOCH.plusSeconds(1));
    assertThatCode(() -> limits.check(request, "key 1", "application")).doesNotThrowAnyException();
  }
}
