package io.sensorium.simulator.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.Signals;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UploadPlanTest {

  @Test
  void inOrderSendsEachBatchOnceInOrder() {
    var sent = UploadPlan.IN_ORDER.uploads(batches(50), 1).toList();

    assertThat(numbers(sent)).containsExactlyElementsOf(LongStream.range(0, 50).boxed().toList());
  }

  @Test
  void shuffledSendsAllBatchesSomeTwiceUnderTheSameId() {
    var sent = UploadPlan.SHUFFLED.uploads(batches(500), 1).toList();

    assertThat(sent).hasSizeGreaterThan(510);
    assertThat(new HashSet<>(numbers(sent))).hasSize(500);
    assertThat(sent.stream().map(Upload::batchId).distinct()).hasSize(500);
    assertThat(numbers(sent)).isNotEqualTo(numbers(sent).stream().sorted().toList());
  }

  @Test
  void noBatchIsLaterThanThePlanAllows() {
    var sent = new UploadPlan(0.5, 10, 0).uploads(batches(200), 3).toList();

    for (int i = 0; i < sent.size(); i++) {
      assertThat(Math.abs(numbers(sent).get(i) - i)).isLessThanOrEqualTo(11);
    }
  }

  @Test
  void theSameSeedGivesTheSameOrderAndIds() {
    var once = UploadPlan.ORDINARY.uploads(batches(100), 9).toList();
    var again = UploadPlan.ORDINARY.uploads(batches(100), 9).toList();

    assertThat(again).isEqualTo(once);
  }

  @Test
  void aPlanTakesNoMoreOfAnEndlessStreamThanItNeeds() {
    var endless = Stream.iterate(0L, n -> n + 1).map(UploadPlanTest::batch);

    assertThat(UploadPlan.SHUFFLED.uploads(endless, 5).limit(100)).hasSize(100);
  }

  private static List<Long> numbers(List<Upload> uploads) {
    return uploads.stream()
        .map(upload -> upload.signals().fixes().timeMicros(0) / 1_000_000)
        .toList();
  }

  private static Stream<Signals> batches(int count) {
    return LongStream.range(0, count).mapToObj(UploadPlanTest::batch);
  }

  private static Signals batch(long number) {
    var fix = GpsFix.at(Instant.ofEpochSecond(number), new LatLon(51, 3), 5);
    return Signals.ofFixes(FixTrack.of(List.of(fix)));
  }
}
