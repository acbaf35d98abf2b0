package io.sensorium.api.common;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Limits how often each key, such as a credential, an address or a login, may ask: a bucket of
 * tokens that refills steadily.
 *
 * <p>It remembers a bounded number of keys; the one unused for longest is forgotten first, which
 * only ever gives it a full bucket again.
 */
public final class RateLimiter {

  private static final class Bucket {
    private double tokens;
    private long lastMillis;

    private Bucket(double tokens, long lastMillis) {
      this.tokens = tokens;
      this.lastMillis = lastMillis;
    }
  }

  private final double tokensPerMilli;
  private final int burst;
  private final int maxKeys;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * All buckets start full.
   *
   * @param perMinute how many requests each key may make in the long run
   * @param burst how many it may make at once
   */
  public RateLimiter(int perMinute, int burst, int maxKeys, InstantSource clock) {
    this(perMinute, Duration.ofMinutes(1), burst, maxKeys, clock);
  }

  private RateLimiter(int count, Duration period, int burst, int maxKeys, InstantSource clock) {
    if (count < 1 || burst < 1 || maxKeys < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
    this.tokensPerMilli = (double) count / period.toMillis();
    this.burst = burst;
    this.maxKeys = maxKeys;
    this.clock = clock;
  }

  /** Allows each key so many requests in each period, at once or spread over it. */
  public static RateLimiter of(int count, Duration period, int maxKeys, InstantSource clock) {
    return new RateLimiter(count, period, count, maxKeys, clock);
  }

  /** Takes one token and returns zero, or takes none and returns the wait until there is one. */
  public Duration take(String key) {
    long now = clock.millis();
    lock.lock();
    try {
      var bucket = bucket(key, now);
      if (bucket.tokens >= 1) {
        bucket.tokens--;
        return Duration.ZERO;
      }
      return wait(bucket);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes one token.
   *
   * @throws ApiError RATE_LIMITED when there is none
   */
  public void check(String key) {
    var wait = take(key);
    if (wait.isPositive()) {
      throw ApiError.rateLimited(wait);
    }
  }

  /**
   * Takes one token, and notes how many are left, which the answer to the request tells.
   *
   * @throws ApiError RATE_LIMITED when there is none
   */
  public void check(String key, Request request) {
    long now = clock.millis();
    var wait = Duration.ZERO;
    lock.lock();
    try {
      var bucket = bucket(key, now);
      if (bucket.tokens >= 1) {
        bucket.tokens--;
      } else {
        wait = wait(bucket);
      }
      var untilFull = Duration.ofMillis((long) Math.ceil((burst - bucket.tokens) / tokensPerMilli));
      request.allowance().note(burst, (int) bucket.tokens, untilFull);
    } finally {
      lock.unlock();
    }
    if (wait.isPositive()) {
      throw ApiError.rateLimited(wait);
    }
  }

  /** Puts back a token that was taken, for limits that only failures count for. */
  public void giveBack(String key) {
    long now = clock.millis();
    lock.lock();
    try {
      var bucket = bucket(key, now);
      bucket.tokens = Math.min(burst, bucket.tokens + 1);
    } finally {
      lock.unlock();
    }
  }

  /** A handler that asks here before it goes to {@code next}. */
  public Handler before(Handler next, Function<Request, String> key) {
    return request -> {
      check(key.apply(request), request);
      return next.handle(request);
    };
  }

  int keyCount() {
    lock.lock();
    try {
      return buckets.size();
    } finally {
      lock.unlock();
    }
  }

  /** Until there is one token. */
  private Duration wait(Bucket bucket) {
    return Duration.ofMillis((long) Math.ceil((1 - bucket.tokens) / tokensPerMilli));
  }

  private Bucket bucket(String key, long now) {
    var bucket = buckets.get(key);
    if (bucket == null) {
      bucket = new Bucket(burst, now);
      buckets.put(key, bucket);
      if (buckets.size() > maxKeys) {
        buckets.remove(buckets.keySet().iterator().next());
      }
    }
    double refilled = bucket.tokens + Math.max(0, now - bucket.lastMillis) * tokensPerMilli;
    bucket.tokens = Math.min(burst, refilled);
    bucket.lastMillis = now;
    return bucket;
  }
}
