package io.sensorium.analysis.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MotionSmootherTest {

  /** A track as it is measured: true places plus an error, and the error by itself. */
  private static final class Track {
    private final double[] east;
    private final double[] north;
    private final double[] seconds;
    private final double accuracyMeters;

    Track(int size, double interval, double accuracyMeters) {
      this.east = new double[size];
      this.north = new double[size];
      this.seconds = new double[size];
      this.accuracyMeters = accuracyMeters;
      for (int i = 0; i < size; i++) {
        seconds[i] = i * interval;
      }
    }

    static Track straight(int size, double interval, double mps, double sigmaMeters) {
      var track = new Track(size, interval, sigmaMeters * 1.5);
      var random = new Random(3);
      for (int i = 0; i < size; i++) {
        track.east[i] = mps * track.seconds[i] + sigmaMeters * random.nextGaussian();
        track.north[i] = sigmaMeters * random.nextGaussian();
      }
      return track;
    }

    Track reversed() {
      int size = east.length;
      var reversed = new Track(size, 1, accuracyMeters);
      for (int i = 0; i < size; i++) {
        reversed.east[i] = east[size - 1 - i];
        reversed.north[i] = north[size - 1 - i];
        reversed.seconds[i] = seconds[size - 1] - seconds[size - 1 - i];
      }
      return reversed;
    }

    MotionSmoother smooth() {
      var motion = new MeasuredMotion(east.length);
      for (int i = 0; i < east.length; i++) {
        int k = Math.max(0, i - 1);
        motion.add(seconds[i] - seconds[k], east[i] - east[k], north[i] - north[k], accuracyMeters);
      }
      return new MotionSmoother(motion);
    }

    double lengthMeters(MotionSmoother smooth) {
      double meters = 0;
      for (int i = 1; i < east.length; i++) {
        double x = east[i] + smooth.eastMeters(i) - east[i - 1] - smooth.eastMeters(i - 1);
        double y = north[i] + smooth.northMeters(i) - north[i - 1] - smooth.northMeters(i - 1);
        meters += Math.sqrt(x * x + y * y);
      }
      return meters;
    }
  }

  @Test
  void whiteNoiseOnAStraightWayFallsByMoreThanHalf() {
    var track = Track.straight(300, 1, 12, 10);

    var smooth = track.smooth();

    double raw = 0;
    double left = 0;
    for (int i = 0; i < 300; i++) {
      raw += track.north[i] * track.north[i];
      left += Math.pow(track.north[i] + smooth.northMeters(i), 2);
    }
    assertThat(Math.sqrt(left / raw)).isLessThan(0.5);
    double meanMps = IntStream.range(0, 300).mapToDouble(smooth::speedMps).average().orElseThrow();
    assertThat(meanMps).isCloseTo(12, within(0.3));
  }

  @Test
  void tenMinutesOfStandingHaveHardlyAnyLengthAndDoNotDrift() {
    var track = Track.straight(600, 1, 0, 8);

    var smooth = track.smooth();

    assertThat(track.lengthMeters(smooth)).isLessThan(150); // of 13,000 m from fix to fix
    for (int i = 10; i < 590; i++) {
      assertThat(Math.abs(track.east[i] + smooth.eastMeters(i))).isLessThan(8);
      assertThat(smooth.speedMps(i)).isLessThan(1);
    }
  }

  @Test
  void fixesAMinuteApartStayWhereTheyAre() {
    var track = new Track(20, 60, 10);
    for (int i = 0; i < 20; i++) {
      track.east[i] = 600 * i;
      track.north[i] = i % 2 == 0 ? 0 : 400;
    }

    var smooth = track.smooth();

    for (int i = 0; i < 20; i++) {
      assertThat(smooth.eastMeters(i)).isCloseTo(0, within(2.0));
      assertThat(smooth.northMeters(i)).isCloseTo(0, within(2.0));
    }
  }

  @Test
  void backwardsInTimeTheSameWayIsFound() {
    var track = Track.straight(200, 1, 5, 6);
    var back = track.reversed().smooth();

    var smooth = track.smooth();

    for (int i = 0; i < 200; i++) {
      assertThat(smooth.eastMeters(i)).isCloseTo(back.eastMeters(199 - i), within(0.05));
      assertThat(smooth.northMeters(i)).isCloseTo(back.northMeters(199 - i), within(0.05));
      assertThat(smooth.speedMps(i)).isCloseTo(back.speedMps(199 - i), within(0.05));
    }
  }

  @Test
  void aFixThatIsFarOffAmongGoodOnesIsPutBesideThem() {
    var track = Track.straight(100, 1, 10, 0.5);
    track.north[50] = 150;

    var smooth = track.smooth();

    assertThat(track.north[50] + smooth.northMeters(50)).isCloseTo(0, within(2.0));
    assertThat(track.north[48] + smooth.northMeters(48)).isCloseTo(0, within(2.0));
  }

  @Test
  void aHaltStartsAtOnceAfterAFastRide() {
    var track = new Track(120, 1, 5);
    for (int i = 0; i < 120; i++) {
      track.east[i] = Math.min(12.0 * i, 720);
    }

    var smooth = track.smooth();

    assertThat(smooth.speedMps(50)).isCloseTo(12, within(0.5));
    assertThat(smooth.speedMps(70)).isLessThan(0.7);
  }

  @Test
  void whatWasBeforeAGapSaysNothingOfTheTimeAfterIt() {
    var before = Track.straight(60, 1, 20, 1);
    var track = new Track(120, 1, 1.5);
    for (int i = 0; i < 60; i++) {
      track.east[i] = before.east[i];
      track.north[i] = before.north[i];
      track.east[60 + i] = 5_000;
      track.seconds[60 + i] = 600 + i;
    }

    var smooth = track.smooth();

    assertThat(smooth.speedMps(60)).isLessThan(0.5);
    assertThat(smooth.eastMeters(60)).isCloseTo(0, within(0.5));
  }

  @Test
  void betweenLongSilencesTheSpeedIsThatOfTheStepsAround() {
    var track = new Track(5, 600, 20);
    for (int i = 0; i < 5; i++) {
      track.east[i] = 3_000 * i;
    }

    var smooth = track.smooth();

    assertThat(smooth.speedMps(0)).isCloseTo(5, within(1e-9));
    assertThat(smooth.speedMps(2)).isCloseTo(5, within(1e-9));
    assertThat(smooth.eastMeters(2)).isZero();
  }

  @Test
  void aPhoneThatTellsItsSpeedAndCourseIsFollowedRoundACorner() {
    var motion = new MeasuredMotion(60);
    double[] off = new double[60];
    var random = new Random(5);
    for (int i = 0; i < 60; i++) {
      off[i] = 10 * random.nextGaussian();
      double step = i == 0 ? 0 : off[i] - off[i - 1];
      boolean east = i <= 30;
      motion.add(i == 0 ? 0 : 1, (east ? 8 : 0) + step, (east ? 0 : 8) + step, 15);
      motion.setSpeedMps(8);
      motion.setCourseDeg(east ? 90 : 0);
    }

    var smooth = new MotionSmoother(motion);

    double square = 0;
    for (int i = 0; i < 60; i++) {
      square += Math.pow(off[i] + smooth.eastMeters(i), 2);
      assertThat(smooth.speedMps(i)).isCloseTo(8, within(1.0));
    }
    assertThat(Math.sqrt(square / 60)).isLessThan(4.5);
  }

  @Test
  void ofNoFixAndOfOneThereIsNothingToSmooth() {
    assertThat(new Track(0, 1, 5).smooth()).isNotNull();
    assertThat(new Track(1, 1, 5).smooth().speedMps(0)).isZero();
    assertThat(new Track(1, 1, 5).smooth().eastMeters(0)).isZero();
  }
}
