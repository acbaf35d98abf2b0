package io.sensorium.benchmarks.pipeline;

import io.sensorium.benchmarks.timeline.EventsJson;
import io.sensorium.benchmarks.timeline.SeenEvent;
import io.sensorium.benchmarks.timeline.SeenTimeline;
import io.sensorium.core.time.Micros;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** One user's install: uploads, and reads its own timeline. */
public final class Phone {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MAX_DAYS = 360; // the API answers for 366 days at most

  private final Http http;
  private final String userId;
  private final String token;

  Phone(Http http, String userId, String token) {
    this.http = http;
    this.userId = userId;
    this.token = token;
  }

  public String userId() {
    return userId;
  }

  /** The user token, by which this phone reads as well. */
  public String token() {
    return token;
  }

  /** What one address answers to this phone. */
  public String get(String target) throws IOException, InterruptedException {
    return http.get(target, token);
  }

  /**
   * Sends one batch.
   *
   * @return how many items the server took
   */
  public int upload(Body batch) throws IOException, InterruptedException {
    var answer = JSON.readTree(http.post("/device/v1/signals", token, batch));
    return answer.required("accepted").asInt();
  }

  /** The events that show a day of the span, or one beside it. */
  public SeenTimeline timeline(Instant from, Instant to) throws IOException, InterruptedException {
    var events = new ArrayList<SeenEvent>();
    var last = dayOf(to).plusDays(1);
    for (var day = dayOf(from).minusDays(1); !day.isAfter(last); day = day.plusDays(MAX_DAYS + 1)) {
      var until = day.plusDays(MAX_DAYS);
      events.addAll(events(day, until.isAfter(last) ? last : until, Micros.of(to)));
    }
    return new SeenTimeline(events.stream().distinct().toList());
  }

  /** The answer about the events of the span's days, as it came. */
  public String events(Instant from, Instant to) throws IOException, InterruptedException {
    return answer(dayOf(from).minusDays(1), dayOf(to).plusDays(1));
  }

  private List<SeenEvent> events(LocalDate from, LocalDate to, long openEndMicros)
      throws IOException, InterruptedException {
    return EventsJson.read(answer(from, to), openEndMicros);
  }

  private String answer(LocalDate from, LocalDate to) throws IOException, InterruptedException {
    var path = "/v2/users/%s/events?from=%s&to=%s".formatted(userId, from, to);
    return http.get(path, token);
  }

  private static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
