package io.sensorium.delivery.callback;

import io.sensorium.delivery.callback.Answer.Answered;
import io.sensorium.delivery.work.RetrySchedule;
import io.sensorium.store.outbox.Callback;
import io.sensorium.store.outbox.DeliveryQueue.Due;
import io.sensorium.store.outbox.DeliveryQueue.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Decides what an answer leads to. */
final class Judge {

  private static final int GONE = 410;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final Duration UNNAMED_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  private final RetrySchedule schedule;
  private final Duration disableAfter;
  private final RandomGenerator random;

  /**
   * A judge.
   *
   * @param disableAfter for how long a callback may fail without a break
   */
  Judge(RetrySchedule schedule, Duration disableAfter, RandomGenerator random) {
    this.schedule = schedule;
    this.disableAfter = disableAfter;
    this.random = random;
  }

  /** What is wrong with an answer, for the owner to read; null when nothing is. */
  static @Nullable String error(Answer answer) {
    return switch (answer) {
      case Answer.None(var reason) -> reason;
      case Answered(int status, _) when isSuccess(status) -> null;
      case Answered(int status, _) when status >= 300 && status < 400 ->
          "answered " + status + ": redirects are refused";
      case Answered(int status, _) -> "answered " + status;
    };
  }

  Verdict judge(Due due, Answer answer, Instant now) {
    if (answer instanceof Answered(int status, _) && isSuccess(status)) {
      return new Verdict.Delivered();
    }
    if (answer instanceof Answered(int status, _) && status == GONE) {
      return new Verdict.Disabled(Callback.Reason.GONE);
    }
    var failingSince = due.callback().failingSince();
    if (failingSince != null && !now.isBefore(failingSince.plus(disableAfter))) {
      return new Verdict.Disabled(Callback.Reason.FAILING);
    }
    return judgeFailure(due, wishedWait(answer, now), now);
  }

  private Verdict judgeFailure(Due due, Duration wished, Instant now) {
    var hold = now.plus(longer(RetrySchedule.hold(due.failuresInRow() + 1), wished));
    return schedule
        .pauseAfter(due.triesDone() + 1, random)
        .<Verdict>map(pause -> new Verdict.Again(now.plus(longer(pause, wished)), hold))
        .orElseGet(() -> new Verdict.GivenUp(hold));
  }

  /** How long the receiver wants to be left alone. */
  private static Duration wishedWait(Answer answer, Instant now) {
    if (!(answer instanceof Answered(int status, var retryAfter))
        || (status != TOO_MANY_REQUESTS && status != UNAVAILABLE)) {
      return Duration.ZERO;
    }
    var named = retryAfter == null ? Optional.<Duration>empty() : parse(retryAfter.strip(), now);
    var wait = named.orElse(status == TOO_MANY_REQUESTS ? UNNAMED_WAIT : Duration.ZERO);
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  /** Seconds, or a date of HTTP. */
  private static Optional<Duration> parse(String retryAfter, Instant now) {
    if (retryAfter.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
    try {
      var date = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }
}
