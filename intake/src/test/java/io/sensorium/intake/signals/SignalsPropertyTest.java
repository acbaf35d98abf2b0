package io.sensorium.intake.signals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.intake.MalformedInputException;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignalsPropertyTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T07:32:00Z");
  private static final int ROUNDS = 300;

  private final SignalsJson codec = new SignalsJson(SignalsJson.Limits.DEFAULT);

  @Test
  void anyBatchReadsAsItWasMeant() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var batch = RandomBatch.of(new Random(seed));

      var read = decode(batch.json());

      assertThat(read.rejections()).as("seed %d", seed).isEmpty();
      assertThat(read.signals()).as("seed %d", seed).isEqualTo(batch.meant());
    }
  }

  @Test
  void spoilingOneItemCostsThatItemAlone() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = new Random(seed);
      var batch = RandomBatch.of(random);
      var spoilt = batch.spoilFix(random);

      var read = decode(spoilt.json());

      assertThat(read.rejections()).as("seed %d", seed).hasSize(1);
      assertThat(read.rejections().getFirst().stream()).isEqualTo("fixes");
      assertThat(read.rejections().getFirst().index()).isEqualTo(spoilt.index());
      assertThat(read.signals()).as("seed %d", seed).isEqualTo(without(spoilt, batch.meant()));
    }
  }

  @Test
  void cuttingABodyAnywhereIsAnErrorAndNothingElse() {
    String body = RandomBatch.of(new Random(5)).json();
    var survivors = new ArrayList<Integer>();

    for (int length = 0; length < body.length(); length += 7) {
      if (isRead(body.substring(0, length))) {
        survivors.add(length);
      }
    }

    assertThat(survivors).isEmpty();
  }

  private boolean isRead(String body) {
    try {
      decode(body);
      return true;
    } catch (MalformedInputException _) {
      return false;
    }
  }

  private static Signals without(RandomBatch.Spoilt spoilt, Signals meant) {
    var fixes = meant.fixes();
    var left =
        FixTrack.concat(
            List.of(fixes.slice(0, spoilt.index()), fixes.slice(spoilt.index() + 1, fixes.size())));
    return new Signals(left, meant.motion(), meant.activity(), meant.phone(), meant.steps());
  }

  private Decoded decode(String body) {
    return codec.decode(new ByteArrayInputStream(body.getBytes(UTF_8)), RECEIVED);
  }
}
