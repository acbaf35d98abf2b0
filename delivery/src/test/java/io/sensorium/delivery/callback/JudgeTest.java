package io.sensorium.delivery.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.DeliveryId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.delivery.callback.Answer.Answered;
import io.sensorium.delivery.work.RetrySchedule;
import io.sensorium.store.outbox.Callback;
import io.sensorium.store.outbox.DeliveryQueue.Due;
import io.sensorium.store.outbox.DeliveryQueue.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration PAUSE = Duration.ofSeconds(100);
  private static final Answer NO_ANSWER = new Answer.None("no connection");

  private final Judge judge =
      new Judge(new RetrySchedule(List.of(PAUSE, PAUSE)), Duration.ofDays(5), new NeverRandom());

  /** Draws 0 each time: no jitter. */
  private static final class NeverRandom extends Random {
    private static final long serialVersionUID = 1;

    @Override
    public double nextDouble() {
      return 0;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void everyTwoHundredIsDone(int status) {
    assertThat(judge(status)).isEqualTo(new Verdict.Delivered());
    assertThat(Judge.error(new Answered(status, null))).isNull();
  }

  @Test
  void goneDisablesTheCallbackAtOnce() {
    assertThat(judge(410)).isEqualTo(new Verdict.Disabled(Callback.Reason.GONE));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 300, 301, 302, 307, 308, 400, 401, 404, 500, 502, 503})
  void everythingElseIsTriedAgain(int status) {
    assertThat(judge(status)).isEqualTo(new Verdict.Again(NOON.plus(PAUSE), NOON));
  }

  @Test
  void aRedirectIsToldAsSuch() {
    assertThat(Judge.error(new Answered(302, null)))
        .isEqualTo("answered 302: redirects are refused");
  }

  @Test
  void afterTheLastTryTheDeliveryIsGivenUp() {
    assertThat(judge.judge(due(1, 0, null), NO_ANSWER, NOON)).isInstanceOf(Verdict.Again.class);
    assertThat(judge.judge(due(2, 0, null), NO_ANSWER, NOON)).isEqualTo(new Verdict.GivenUp(NOON));
  }

  @Test
  void whoFailsInARowIsHeld() {
    assertThat(judge.judge(due(0, 2, NOON.minusSeconds(9)), NO_ANSWER, NOON))
        .isEqualTo(new Verdict.Again(NOON.plus(PAUSE), NOON.plusSeconds(10)));
  }

  @Test
  void whoFailsForFiveDaysIsDisabled() {
    var fiveDaysAgo = NOON.minus(Duration.ofDays(5));

    assertThat(judge.judge(due(0, 9, fiveDaysAgo), NO_ANSWER, NOON))
        .isEqualTo(new Verdict.Disabled(Callback.Reason.FAILING));
    assertThat(judge.judge(due(0, 9, fiveDaysAgo.plusMillis(1)), NO_ANSWER, NOON))
        .isInstanceOf(Verdict.Again.class);
    assertThat(judge.judge(due(0, 9, fiveDaysAgo), new Answered(200, null), NOON))
        .isEqualTo(new Verdict.Delivered());
  }

  @ParameterizedTest
  @CsvSource({
    "429, 300, 300, 300", // longer than our own pause: both wait
    "429, 7, 100, 7", // shorter: the delivery keeps its pause, the callback waits 7 s
    "429, , 100, 60", // no header: a minute
    "429, soon, 100, 60",
    "429, 999999999, 86400, 86400", // a day at the most
    "429, 'Sun, 01 Mar 2026 12:10:00 GMT', 600, 600",
    "429, 'Sun, 01 Mar 2026 11:00:00 GMT', 100, 0",
    "503, 300, 300, 300",
    "503, , 100, 0",
    "500, 300, 100, 0" // the header means nothing there
  })
  void theReceiverSaysHowLongToWait(
      int status, @Nullable String retryAfter, int nextSeconds, int holdSeconds) {
    assertThat(judge.judge(due(0, 0, null), new Answered(status, retryAfter), NOON))
        .isEqualTo(new Verdict.Again(NOON.plusSeconds(nextSeconds), NOON.plusSeconds(holdSeconds)));
  }

  private Verdict judge(int status) {
    return judge.judge(due(0, 0, null), new Answered(status, null), NOON);
  }

  private static Due due(int triesDone, int failuresInRow, @Nullable Instant failingSince) {
    var callback =
        new Callback(
            new CallbackId(1),
            new SensorUserId(1),
            null,
            new CallbackUrl("https://receiver.example/"),
            7,
            NOON,
            failingSince,
            null);
    return new Due(new DeliveryId(1), callback, "msg_1", "{}", triesDone, failuresInRow);
  }
}
