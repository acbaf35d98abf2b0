package io.sensorium.atlas.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VotesTest {

  private static final long ONE_KEY = 0x1234_5678_9abc_de00L;
  private static final long NEXT_KEY = ONE_KEY + 0x100;

  @Test
  void votesAreCountedByKeyAndNumber() {
    var votes = new Votes();
    votes.add(ONE_KEY, 3);
    votes.add(NEXT_KEY, 3);
    votes.add(ONE_KEY, 254);
    votes.add(ONE_KEY, 3);
    votes.finish();
    var counted = new double[255];

    votes.count(ONE_KEY, 0.5, counted);

    assertThat(counted[3]).isEqualTo(1);
    assertThat(counted[254]).isEqualTo(0.5);
  }

  @Test
  void asManyAreCountedAsWereAdded() {
    var random = new Random(1);
    var votes = new Votes();
    var added = new double[16][8];
    for (int i = 0; i < 10_000; i++) {
      int key = random.nextInt(16);
      int number = random.nextInt(8);
      votes.add((long) (key - 8) << 40, number);
      added[key][number]++;
    }
    votes.finish();

    for (int key = 0; key < 16; key++) {
      var counted = new double[8];
      votes.count((long) (key - 8) << 40, 1, counted);
      assertThat(counted).isEqualTo(added[key]);
    }
  }

  @Test
  void aKeyThatWasNeverSeenHasNone() {
    var votes = new Votes();
    votes.finish();
    var counted = new double[4];

    votes.count(ONE_KEY, 1, counted);

    assertThat(counted).containsOnly(0);
  }
}
