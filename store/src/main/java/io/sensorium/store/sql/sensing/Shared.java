package io.sensorium.store.sql.sensing;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Texts and durations that many sources have in common, kept once each. */
final class Shared {

  private static final int MAX_KEPT = 10_000;

  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final Map<Long, Duration> durations = new ConcurrentHashMap<>();

  String text(String text) {
    var known = texts.get(text);
    if (known != null || texts.size() >= MAX_KEPT) {
      return known == null ? text : known;
    }
    texts.put(text, text);
    return text;
  }

  Duration micros(long micros) {
    var known = durations.get(micros);
    if (known != null) {
      return known;
    }
    var duration = Duration.of(micros, ChronoUnit.MICROS);
    if (durations.size() < MAX_KEPT) {
      durations.put(micros, duration);
    }
    return duration;
  }
}
