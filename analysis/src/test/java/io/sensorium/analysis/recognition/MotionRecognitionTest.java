package io.sensorium.analysis.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.MotionChunk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MotionRecognitionTest {

  @Test
  void aPhoneInAPocketThatIsPushedTwiceASecondIsWalking() {
    assertThat(typesOf(MotionStory.walking())).containsExactly(ActivityType.WALKING);
  }

  @Test
  void strongerAndQuickerPushesAreRunning() {
    var running = new MotionStory().pushing(2.75, 8).swinging(1.375, 0.3).shaking(1);

    assertThat(typesOf(running)).containsExactly(ActivityType.RUNNING);
  }

  @Test
  void aPocketThatSwingsAsPedalsTurnIsABicycle() {
    var cycling = new MotionStory().swinging(1.2, 0.25).shaking(1);

    assertThat(typesOf(cycling)).containsExactly(ActivityType.ON_BICYCLE);
  }

  @Test
  void weakShakingWithoutARhythmIsAVehicle() {
    assertThat(typesOf(MotionStory.driving())).containsExactly(ActivityType.IN_VEHICLE);
  }

  @Test
  void hardlyAnythingIsStill() {
    assertThat(typesOf(new MotionStory().shaking(0.03))).containsExactly(ActivityType.STILL);
  }

  @Test
  void whatFitsNothingIsNotRecognised() {
    var fumbling = new MotionStory().shaking(3);
    var withoutGravity = new MotionChunk(MotionStory.START, 25, new float[3 * 1_500], null);

    assertThat(typesOf(fumbling)).isEmpty();
    assertThat(MotionStory.recognise(List.of(withoutGravity))).isEmpty();
  }

  @Test
  void walkingIsSeenWithoutAGyroscopeAndAtOtherRates() {
    var chunk = MotionStory.walking().chunk(0, 60);
    for (int every : List.of(1, 2)) {
      int size = chunk.sampleCount() / every;
      var acceleration = new float[3 * size];
      for (int i = 0; i < acceleration.length; i++) {
        acceleration[i] = chunk.accelerationMps2(i / 3 * every, i % 3);
      }
      var other = new MotionChunk(MotionStory.START, 25.0 / every, acceleration, null);

      assertThat(MotionStory.recognise(List.of(other)))
          .extracting(ActivitySample::type)
          .containsExactly(ActivityType.WALKING);
    }
  }

  @Test
  void unchangedMotionIsToldOnceInEachMinute() {
    var samples = MotionStory.recognise(List.of(MotionStory.walking().chunk(0, 600)));

    assertThat(samples).hasSize(10);
    assertThat(samples.getFirst().time()).isEqualTo(MotionStory.START.plusSeconds(10));
    assertThat(samples.get(1).time()).isEqualTo(MotionStory.START.plusSeconds(70));
  }

  @Test
  void aWalkToACarIsToldTenSecondsAfterTheCarIsEntered() {
    var walk = MotionStory.walking().chunk(0, 90);
    var drive = MotionStory.driving().chunk(90, 60);

    assertThat(MotionStory.recognise(List.of(walk, drive)))
        .extracting(sample -> sample.time() + " " + sample.type())
        .containsExactly(
            "2026-03-02T08:00:10Z WALKING",
            "2026-03-02T08:01:10Z WALKING",
            "2026-03-02T08:01:40Z IN_VEHICLE",
            "2026-03-02T08:02:10Z IN_VEHICLE");
  }

  @Test
  void turningThePhoneInAnyDirectionChangesNothing() {
    var random = new Random(1);
    var stories =
        List.of(
            MotionStory.walking(),
            MotionStory.driving(),
            new MotionStory().pushing(2.75, 8).shaking(1),
            new MotionStory().swinging(1.2, 0.25).shaking(1),
            new MotionStory().shaking(0.03));
    for (var story : stories) {
      var chunk = story.chunk(0, 120);
      var upright = MotionStory.recognise(List.of(chunk));
      for (int i = 0; i < 50; i++) {
        var turned = MotionStory.recognise(List.of(turned(chunk, random)));

        assertThat(turned).hasSameSizeAs(upright);
        for (int j = 0; j < upright.size(); j++) {
          assertThat(turned.get(j).time()).isEqualTo(upright.get(j).time());
          assertThat(turned.get(j).type()).isEqualTo(upright.get(j).type());
          assertThat(turned.get(j).confidenceRatio())
              .isCloseTo(upright.get(j).confidenceRatio(), within(0.011)); // of float rounding
        }
      }
    }
  }

  @Test
  void splitChunksAndRepeatedChunksGiveTheSameSamplesToTheLastBit() {
    var random = new Random(2);
    var whole = List.of(MotionStory.walking().chunk(3, 200), MotionStory.driving().chunk(203, 200));
    var expected = MotionStory.recognise(whole);
    for (int i = 0; i < 200; i++) {
      var parts = new ArrayList<MotionChunk>();
      for (var chunk : whole) {
        int from = 0;
        while (from < chunk.sampleCount()) {
          int to = Math.min(chunk.sampleCount(), from + 1 + random.nextInt(900));
          parts.add(MotionStory.part(chunk, from, to));
          from = to;
        }
      }
      parts.addAll(whole.subList(0, random.nextInt(3)));
      Collections.shuffle(parts, random);
      parts.sort(
          Comparator.comparing(MotionChunk::start).thenComparingInt(MotionChunk::sampleCount));

      assertThat(MotionStory.recognise(parts)).isEqualTo(expected);
    }
  }

  @Test
  void anyStretchOfWholeMinutesHasTheSamplesOfTheWholeHistory() {
    var whole = new ArrayList<MotionChunk>();
    for (int minute = 0; minute < 20; minute++) {
      var story = minute % 3 == 0 ? MotionStory.driving() : MotionStory.walking();
      whole.add(story.chunk(60 * minute + 25, 55));
    }
    var expected = MotionStory.recognise(whole);
    for (int from = 0; from < 20; from++) {
      var since = MotionStory.START.plusSeconds(60L * from);
      var later =
          whole.stream().filter(chunk -> chunk.start().plusSeconds(55).isAfter(since)).toList();

      assertThat(MotionStory.recognise(later).stream().filter(s -> s.time().isAfter(since)))
          .isEqualTo(expected.stream().filter(s -> s.time().isAfter(since)).toList());
    }
  }

  private static List<ActivityType> typesOf(MotionStory story) {
    return MotionStory.recognise(List.of(story.chunk(0, 60))).stream()
        .map(ActivitySample::type)
        .toList();
  }

  private static MotionChunk turned(MotionChunk chunk, Random random) {
    double w = random.nextGaussian();
    double x = random.nextGaussian();
    double y = random.nextGaussian();
    double z = random.nextGaussian();
    double n = w * w + x * x + y * y + z * z;
    double[][] matrix = {
      {1 - 2 * (y * y + z * z) / n, 2 * (x * y - w * z) / n, 2 * (x * z + w * y) / n},
      {2 * (x * y + w * z) / n, 1 - 2 * (x * x + z * z) / n, 2 * (y * z - w * x) / n},
      {2 * (x * z - w * y) / n, 2 * (y * z + w * x) / n, 1 - 2 * (x * x + y * y) / n}
    };
    var acceleration = new float[3 * chunk.sampleCount()];
    var rotation = new float[acceleration.length];
    for (int i = 0; i < acceleration.length; i++) {
      double a = 0;
      double r = 0;
      for (int axis = 0; axis < 3; axis++) {
        a += matrix[i % 3][axis] * chunk.accelerationMps2(i / 3, axis);
        r += matrix[i % 3][axis] * chunk.rotationRadps(i / 3, axis);
      }
      acceleration[i] = (float) a;
      rotation[i] = (float) r;
    }
    return new MotionChunk(chunk.start(), chunk.rateHz(), acceleration, rotation);
  }
}
