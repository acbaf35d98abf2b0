package io.sensorium.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.timeline.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalsCodecTest {

  private static final int SEEDS = 200;

  @Test
  void anySignalsComeBackEqualAndInTheSameOrder() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var signals = new RandomSignals(seed).signals(seed);

      var back = SignalsCodec.decode(SignalsCodec.encode(signals));

      assertThat(back).as("seed %d", seed).isEqualTo(signals);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 255, 1024, 5000})
  void tracksOfAnyLengthComeBackEqual(int size) {
    var home = new RandomSignals(size).home(size);
    var anything = new RandomSignals(size).anything(size);

    assertThat(FixTrackCodec.decode(FixTrackCodec.encode(home))).isEqualTo(home);
    assertThat(FixTrackCodec.decode(FixTrackCodec.encode(anything))).isEqualTo(anything);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 255, 5000})
  void theLastFixOfATrackIsReadAlone(int size) {
    var track = new RandomSignals(size).home(size);

    assertThat(FixTrackCodec.decodeLast(FixTrackCodec.encode(track)))
        .isEqualTo(track.sighting(size - 1));
    assertThatThrownBy(() -> FixTrackCodec.decodeLast(FixTrackCodec.encode(FixTrack.EMPTY)))
        .isInstanceOf(DamagedBytesException.class);
  }

  @Test
  void eachStreamComesBackEqualByItself() {
    var signals = new RandomSignals(7).signals(500);

    assertThat(MotionCodec.decode(MotionCodec.encode(signals.motion())))
        .isNotEmpty()
        .isEqualTo(signals.motion());
    assertThat(ActivityCodec.decode(ActivityCodec.encode(signals.activity())))
        .isNotEmpty()
        .isEqualTo(signals.activity());
    assertThat(PhoneCodec.decode(PhoneCodec.encode(signals.phone())))
        .isNotEmpty()
        .isEqualTo(signals.phone());
    assertThat(StepsCodec.decode(StepsCodec.encode(signals.steps())))
        .isNotEmpty()
        .isEqualTo(signals.steps());
  }

  @Test
  void pathsComeBackEqualWhetherRoundedOrNot() {
    for (int size = 0; size < 50; size++) {
      var rounded = new RandomSignals(size).path(size);
      var unrounded = new RandomSignals(size).unroundedPath(size);

      assertThat(PathCodec.decode(PathCodec.encode(rounded))).isEqualTo(rounded);
      assertThat(PathCodec.decode(PathCodec.encode(unrounded))).isEqualTo(unrounded);
    }
    assertThat(PathCodec.decode(PathCodec.encode(Path.EMPTY))).isEqualTo(Path.EMPTY);
  }

  @Test
  void aFixAtHomeTakesAtMostFourteenBytes() {
    var track = new RandomSignals(1).home(1024);

    assertThat(FixTrackCodec.encode(track).length).isLessThan(14 * track.size());
  }

  @Test
  void aColumnThatNobodyReportsCostsOneByte() {
    var bare = new FixTrack.Builder(1000);
    for (int row = 0; row < 1000; row++) {
      bare.addRow(
          row * 15_000_000L,
          510_000_000,
          37_000_000,
          FixTrack.ABSENT,
          FixTrack.ABSENT,
          FixTrack.ABSENT,
          FixTrack.ABSENT,
          FixTrack.ABSENT_LONG,
          LocationProvider.GPS);
    }

    assertThat(FixTrackCodec.encode(bare.build()).length).isLessThan(48);
  }

  @Test
  void everyFlippedBitIsFound() {
    var bytes = SignalsCodec.encode(new RandomSignals(3).signals(40));
    var random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      var damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

      assertThat(SignalsCodec.isIntact(damaged)).isFalse();
      assertThatThrownBy(() -> SignalsCodec.decode(damaged))
          .isInstanceOf(DamagedBytesException.class);
    }
  }

  @Test
  void bytesThatEndTooEarlyAreFound() {
    var bytes = SignalsCodec.encode(new RandomSignals(4).signals(30));
    for (int size = 0; size < bytes.length; size++) {
      var truncated = Arrays.copyOf(bytes, size);

      assertThatThrownBy(() -> SignalsCodec.decode(truncated))
          .isInstanceOf(DamagedBytesException.class);
    }
  }

  @Test
  void garbageUnderAGoodChecksumEndsInAnExceptionWithoutTakingMuchMemory() {
    var random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      var content = new byte[random.nextInt(60)];
      random.nextBytes(content);
      var out = Frame.start(Frame.Format.FIXES, 64).writeVarint(random.nextInt(500));
      var bytes = Frame.seal(out.writeBytes(content));

      try {
        FixTrackCodec.decode(bytes);
      } catch (RuntimeException e) {
        assertThat(e).isInstanceOf(DamagedBytesException.class);
      }
    }
  }

  @Test
  void bytesOfAnotherStreamAreRefused() {
    var track = FixTrackCodec.encode(FixTrack.EMPTY);

    assertThatThrownBy(() -> SignalsCodec.decode(track))
        .isInstanceOf(DamagedBytesException.class)
        .hasMessageContaining("SIGNALS");
    assertThat(SignalsCodec.decode(SignalsCodec.encode(Signals.NONE))).isEqualTo(Signals.NONE);
  }
}
