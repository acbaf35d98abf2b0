package io.sensorium.intake.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.intake.OverloadedException;
import io.sensorium.intake.signals.Decoded;
import io.sensorium.intake.signals.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcceptTest {

  private static final UserId USER = new UserId("5fb2a8d4c1e0f3a6b7c8d9e0");
  private static final InstallId INSTALL = new InstallId("0a1b2c3d4e5f60718293a4b5");
  private static final InstallId OTHER_INSTALL = new InstallId("0a1b2c3d4e5f60718293a4b6");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final MemoryInbox inbox = new MemoryInbox();
  private final List<UserId> told = new ArrayList<>();
  private final Accept accept =
      new Accept(inbox, Admission.unlimited(), Accept.AtOnce.NEVER, told::add);

  @Test
  void goodItemsAreStoredInOrderAndBadOnesAreNamed() {
    var bad = new Rejection("fixes", 2, "lat: is missing");
    var batch = batch("b1", List.of(bad), fixAt(20), fixAt(10), fixAt(20));

    var receipt = accept.accept(submission(INSTALL, batch));

    assertThat(receipt).isEqualTo(new Receipt(3, List.of(bad), 1, false, 1));
    assertThat(inbox.taken())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.user()).isEqualTo(USER);
              assertThat(entry.install()).isEqualTo(INSTALL);
              assertThat(entry.batchKey()).isEqualTo("b1");
              assertThat(entry.receivedAt()).isEqualTo(NOON);
              assertThat(entry.signals().fixes())
                  .isEqualTo(FixTrack.of(List.of(fixAt(10), fixAt(20))));
            });
    assertThat(told).containsExactly(USER);
  }

  @Test
  void aRepeatedBatchIsAnsweredTheSameAndNotStored() {
    var bad = new Rejection("steps", 0, "count: is missing");
    var first = accept.accept(submission(INSTALL, batch("b1", List.of(bad), fixAt(10))));

    var again = accept.accept(submission(INSTALL, batch("b1", List.of(), fixAt(10), fixAt(11))));

    assertThat(again).isEqualTo(new Receipt(1, first.rejected(), 1, true, 0));
    assertThat(inbox.taken()).hasSize(1);
    assertThat(told).hasSize(1);
  }

  @Test
  void aBatchWithoutNameIsKnownByItsContent() {
    accept.accept(submission(INSTALL, batch(null, List.of(), fixAt(10), fixAt(20))));

    var turned = accept.accept(submission(INSTALL, batch(null, List.of(), fixAt(20), fixAt(10))));
    var other = accept.accept(submission(INSTALL, batch(null, List.of(), fixAt(10))));

    assertThat(turned.duplicate()).isTrue();
    assertThat(other.duplicate()).isFalse();
    assertThat(inbox.taken().getFirst().batchKey()).matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void anotherInstallsBatchOfTheSameNameIsAnotherBatch() {
    accept.accept(submission(INSTALL, batch("b1", List.of(), fixAt(10))));

    var receipt = accept.accept(submission(OTHER_INSTALL, batch("b1", List.of(), fixAt(10))));

    assertThat(receipt.duplicate()).isFalse();
    assertThat(inbox.taken()).hasSize(2);
  }

  @Test
  void aBatchWithAMendedItemIsAnotherBatch() {
    var bad = new Rejection("fixes", 1, "lat: is missing");
    accept.accept(submission(INSTALL, batch(null, List.of(bad), fixAt(10))));

    var receipt = accept.accept(submission(INSTALL, batch(null, List.of(), fixAt(10))));

    assertThat(receipt).isEqualTo(new Receipt(1, List.of(), 0, false, 2));
  }

  @Test
  void everyStreamTellsBatchesApart() {
    var motion = new MotionChunk(NOON, 25, new float[3], null);
    var turning = new MotionChunk(NOON, 25, new float[3], new float[3]);
    var quiet = new PhoneState(NOON, null, null, null, null, null, null);
    var named = new PhoneState(NOON, null, null, null, null, null, "null");
    var batches =
        Stream.of(
            new Signals(FixTrack.EMPTY, List.of(motion), List.of(), List.of(), List.of()),
            new Signals(FixTrack.EMPTY, List.of(turning), List.of(), List.of(), List.of()),
            new Signals(
                FixTrack.EMPTY,
                List.of(),
                List.of(new ActivitySample(NOON, ActivityType.STILL, 1)),
                List.of(),
                List.of()),
            new Signals(FixTrack.EMPTY, List.of(), List.of(), List.of(quiet), List.of()),
            new Signals(FixTrack.EMPTY, List.of(), List.of(), List.of(named), List.of()),
            new Signals(
                FixTrack.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(new StepCount(NOON, NOON, 3))));

    var receipts =
        batches.map(
            signals ->
                accept.accept(submission(INSTALL, new Decoded(null, null, signals, List.of()))));

    assertThat(receipts).hasSize(6).noneMatch(Receipt::duplicate);
  }

  @Test
  void aBatchWithoutGoodItemsIsAnsweredAndNotStored() {
    var bad = new Rejection("fixes", 0, "lat: is missing");

    var receipt = accept.accept(submission(INSTALL, batch("b1", List.of(bad))));

    assertThat(receipt).isEqualTo(new Receipt(0, List.of(bad), 1, false, 0));
    assertThat(inbox.taken()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void aThousandRejectedItemsAreNamedAndAllAreCounted() {
    var bad =
        IntStream.range(0, 1_500)
            .mapToObj(index -> new Rejection("fixes", index, "lat: is missing"))
            .toList();

    var receipt = accept.accept(submission(INSTALL, batch("b1", bad, fixAt(10))));

    assertThat(receipt.rejected()).isEqualTo(bad.subList(0, 1_000));
    assertThat(receipt.rejectedCount()).isEqualTo(1_500);
  }

  @Test
  void nothingIsTakenWhileTooMuchWaits() {
    var full =
        new Accept(
            inbox,
            new Admission(new AdmissionLimits(100, 0), () -> 101, () -> 0),
            Accept.AtOnce.NEVER,
            told::add);

    assertThatThrownBy(() -> full.accept(submission(INSTALL, batch("b1", List.of(), fixAt(1)))))
        .isInstanceOfSatisfying(
            OverloadedException.class,
            error -> assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(10)));
    assertThatThrownBy(full::requireRoom).isInstanceOf(OverloadedException.class);
    assertThat(inbox.taken()).isEmpty();
  }

  @Test
  void nothingIsTakenWhenTheDiskIsNearlyFull() {
    var full =
        new Accept(
            inbox,
            new Admission(new AdmissionLimits(100, 50), () -> 0, () -> 49),
            Accept.AtOnce.NEVER,
            told::add);

    assertThatThrownBy(full::requireRoom)
        .isInstanceOf(OverloadedException.class)
        .hasMessage("the disk is nearly full");
  }

  private static Submission submission(InstallId install, Decoded batch) {
    return new Submission(USER, install, NOON, batch);
  }

  private static Decoded batch(
      @Nullable String batchId, List<Rejection> rejections, GpsFix... fixes) {
    return new Decoded(batchId, null, Signals.ofFixes(FixTrack.of(List.of(fixes))), rejections);
  }

  private static GpsFix fixAt(int second) {
    return GpsFix.at(NOON.plusSeconds(second), new LatLon(51.05, 3.72), 5);
  }
}
