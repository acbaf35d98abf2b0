package io.sensorium.analysis.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecognitionTest {

  private static final Instant EIGHT = MotionStory.START;

  @Test
  void withoutStepsAndMotionTheStreamIsThatOfThePhone() {
    var random = new Random(1);
    var samples = new ArrayList<ActivitySample>();
    for (int i = 0; i < 500; i++) {
      var type = ActivityType.values()[random.nextInt(ActivityType.values().length)];
      samples.add(
          new ActivitySample(EIGHT.plusSeconds(31L * i), type, random.nextInt(101) / 100.0));
    }

    assertThat(Recognition.merge(samples.stream().map(Recognised::byPhone).toList()))
        .isEqualTo(samples);
  }

  @Test
  void whenTheLastStepsAreOverNothingIsKnownAnyMore() {
    var walk = StepRecognition.of(List.of(steps(0, 60), steps(60, 40)));

    assertThat(words(walk)).containsExactly("0 WALKING", "60 WALKING", "110 UNKNOWN");
  }

  @Test
  void theSurerOfTwoThatContradictEachOtherIsBelieved() {
    var items = new ArrayList<>(StepRecognition.of(List.of(steps(0, 60))));
    items.add(phone(20, ActivityType.IN_VEHICLE, 0.7));
    items.add(phone(50, ActivityType.WALKING, 0.5));
    items.add(phone(80, ActivityType.IN_VEHICLE, 0.7));

    assertThat(words(items)).containsExactly("0 WALKING", "50 WALKING", "80 IN_VEHICLE");
  }

  @Test
  void onlyWhatASourceSaidLastCountsAgainstOthers() {
    var items = new ArrayList<Recognised>();
    items.add(phone(0, ActivityType.WALKING, 0.95));
    items.add(phone(30, ActivityType.STILL, 0.9));
    items.add(motion(35, ActivityType.STILL, 0.75));

    assertThat(words(items)).containsExactly("0 WALKING", "30 STILL", "35 STILL", "125 UNKNOWN");
  }

  @Test
  void aPhoneThatKnowsNothingSilencesNobody() {
    var items = new ArrayList<>(StepRecognition.of(List.of(steps(0, 60))));
    items.add(phone(20, ActivityType.UNKNOWN, 1));

    assertThat(words(items)).containsExactly("0 WALKING", "70 UNKNOWN");
  }

  @Test
  void theOrderInWhichItemsComeMakesNoDifference() {
    var random = new Random(3);
    for (int story = 0; story < 50; story++) {
      var items = randomItems(random);
      var expected = Recognition.merge(items);
      Collections.shuffle(items, random);

      assertThat(Recognition.merge(items)).isEqualTo(expected);
      assertThat(expected).isSortedAccordingTo(ActivitySample.ORDER);
    }
  }

  @Test
  void whatIsRecognisedHangsOnNothingThatLiesLongBefore() {
    var random = new Random(4);
    for (int story = 0; story < 50; story++) {
      var items = randomItems(random);
      long from = Micros.of(EIGHT) + random.nextLong(Micros.PER_HOUR);
      var near =
          items.stream()
              .filter(item -> item.timeMicros() >= from - Recognition.LOOK_BACK_MICROS)
              .toList();

      assertThat(after(Recognition.merge(near), from))
          .isEqualTo(after(Recognition.merge(items), from));
    }
  }

  @Test
  void anItemChangesNothingOutsideTheTimeItTouches() {
    var random = new Random(5);
    for (int story = 0; story < 300; story++) {
      var items = randomItems(random);
      int second = random.nextInt(3_600);
      var sample = new ActivitySample(EIGHT.plusSeconds(second), ActivityType.STILL, 0.8);
      var steps = new StepCount(EIGHT.plusSeconds(second), EIGHT.plusSeconds(second + 100), 190);
      boolean byPhone = random.nextBoolean();
      var more = new ArrayList<>(items);
      more.addAll(
          byPhone ? List.of(Recognised.byPhone(sample)) : StepRecognition.of(List.of(steps)));
      var touched =
          TouchedTime.of(
              new Signals(
                  FixTrack.EMPTY,
                  List.of(),
                  byPhone ? List.of(sample) : List.of(),
                  List.of(),
                  byPhone ? List.of() : List.of(steps)));

      assertThat(outside(Recognition.merge(more), touched))
          .isEqualTo(outside(Recognition.merge(items), touched));
    }
  }

  @Test
  void aChunkTouchesTheMinutesThatItLiesInAndLongSpansOfStepsTouchNothing() {
    var chunk = MotionStory.walking().chunk(70, 10);
    var touched = TouchedTime.of(signals(List.of(chunk), List.of(steps(0, 60))));
    long start = Micros.of(EIGHT);

    assertThat(touched.firstMicros()).isEqualTo(start);
    assertThat(touched.overlaps(start, start)).isTrue();
    assertThat(touched.overlaps(start - Micros.PER_HOUR, start - 1)).isFalse();
    assertThat(TouchedTime.of(signals(List.of(chunk), List.of())).firstMicros())
        .isEqualTo(start + Micros.PER_MINUTE);
    var hour = new StepCount(EIGHT, EIGHT.plusSeconds(3_600), 6_000);
    assertThat(TouchedTime.of(signals(List.of(), List.of(hour))).isEmpty()).isTrue();
  }

  private static Signals signals(List<MotionChunk> motion, List<StepCount> steps) {
    return new Signals(FixTrack.EMPTY, motion, List.of(), List.of(), steps);
  }

  private static List<ActivitySample> outside(List<ActivitySample> samples, TouchedTime touched) {
    return samples.stream()
        .filter(s -> !touched.overlaps(Micros.of(s.time()), Micros.of(s.time())))
        .toList();
  }

  private static List<ActivitySample> after(List<ActivitySample> samples, long fromMicros) {
    return samples.stream().filter(sample -> Micros.of(sample.time()) >= fromMicros).toList();
  }

  private static List<Recognised> randomItems(Random random) {
    var types = ActivityType.values();
    var items = new ArrayList<Recognised>();
    for (int i = 0; i < 120; i++) {
      int second = random.nextInt(3_600);
      double confidence = random.nextInt(11) / 10.0;
      switch (random.nextInt(3)) {
        case 0 -> items.add(phone(second, types[random.nextInt(types.length)], confidence));
        case 1 -> items.add(motion(second, types[1 + random.nextInt(6)], confidence));
        default ->
            items.addAll(StepRecognition.of(List.of(steps(second, 20 + random.nextInt(160)))));
      }
    }
    return items;
  }

  private static Recognised phone(int second, ActivityType type, double confidence) {
    return Recognised.byPhone(new ActivitySample(EIGHT.plusSeconds(second), type, confidence));
  }

  private static Recognised motion(int second, ActivityType type, double confidence) {
    long at = Micros.of(EIGHT.plusSeconds(second));
    return Recognised.of(
        Recognised.Source.MOTION, at, type, confidence, at + MotionRecognition.HOLDS_MICROS);
  }

  private static StepCount steps(int from, int seconds) {
    return new StepCount(EIGHT.plusSeconds(from), EIGHT.plusSeconds(from + seconds), 2 * seconds);
  }

  private static List<String> words(List<Recognised> items) {
    return Recognition.merge(items).stream()
        .map(s -> (s.time().getEpochSecond() - EIGHT.getEpochSecond()) + " " + s.type())
        .toList();
  }
}
